import LinkCheck
import Testing

@Suite struct RecordEditTests {
  private let text = """
    ---
    id: a
    title:
      en: "url: http://old.test/x is where it was"
    url: "http://old.test/x"  # found 2021
    ---
    url: http://old.test/x
    """

  @Test func `only the record's own line changes, and only the address in it`() throws {
    let edit = try #require(
      RecordEdit(
        file: "resources/a.md", text: text, old: "http://old.test/x", new: "https://new.test/y"))
    #expect(edit.line == 5)
    let after = edit.applied(to: text)
    #expect(after.contains("\nurl: \"https://new.test/y\"  # found 2021\n"))
    #expect(after.hasSuffix("\nurl: http://old.test/x"))
    #expect(after.contains("en: \"url: http://old.test/x is"))
    #expect(
      edit.diff == """
        --- a/resources/a.md
        +++ b/resources/a.md
        @@ -5 +5 @@
        -url: "http://old.test/x"  # found 2021
        +url: "https://new.test/y"  # found 2021
        """)
  }

  @Test func `a longer address that starts alike is another`() {
    #expect(
      RecordEdit(
        file: "a", text: "---\nurl: http://a.test/xy\n---\n", old: "http://a.test/x", new: "n")
        == nil)
  }

  @Test func `a file without the line is left alone`() {
    #expect(
      RecordEdit(file: "a", text: "---\nid: a\n---\n", old: "http://a.test/x", new: "n") == nil)
    #expect(
      RecordEdit(file: "a", text: "url: http://a.test/x", old: "http://a.test/x", new: "n") == nil)
  }
}
