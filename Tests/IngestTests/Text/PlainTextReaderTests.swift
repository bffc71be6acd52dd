import Ingest
import Records
import Testing

struct PlainTextReaderTests {
  private func text(_ source: String) throws -> String {
    try PlainTextReader(isMarkdown: false).read(Array(source.utf8), limits: IngestLimits()).text
  }

  private func markdown(_ source: String) throws -> Extract {
    try PlainTextReader(isMarkdown: true).read(Array(source.utf8), limits: IngestLimits())
  }

  @Test func `plain text keeps its words and its marks`() throws {
    #expect(try text("\u{FEFF} # Un *dau*  \r\n\r\n\r\n  tri\r") == "# Un *dau*\ntri")
    #expect(try text("") == "")
  }

  @Test(arguments: [false, true])
  func `a text above the limit is refused`(isMarkdown: Bool) throws {
    let reader = PlainTextReader(isMarkdown: isMarkdown)
    let limits = IngestLimits(outputBytesMax: 4)
    #expect(try reader.read(Array("abcd\n".utf8), limits: limits).text == "abcd")
    #expect(throws: ContentFault(.unreadableContent(name: "", reason: "more than 4 bytes of text")))
    {
      try reader.read(Array("abcde".utf8), limits: limits)
    }
  }

  @Test func `NUL bytes and invalid UTF-8 are refused with their place`() {
    #expect(throws: ContentFault(line: 2, .nulByte(offset: 3))) { try text("a\nb\0") }
    #expect(throws: ContentFault(line: 1, .notUTF8(offset: 1))) {
      try PlainTextReader(isMarkdown: false).read([0x61, 0xFF], limits: IngestLimits())
    }
  }

  @Test(arguments: [
    ("# Pennawd", "Pennawd"), ("### T #1", "T #1"), ("#hashtag", "#hashtag"),
    ("**cryf** a *phwys*", "cryf a phwys"), ("__cryf__ a _phwys_", "cryf a phwys"),
    ("snake_case", "snake_case"), ("2 * 3", "2 * 3"), ("[testun](https://a.b/c_d)", "testun"),
    ("a [b *c*](x) d", "a b c d"), ("[b][1] c", "b c"), ("[b] c", "[b] c"), ("[b](c", "b(c"),
    ("![llun](x.png) a", "llun a"), ("[![a](b)](c) d", "a d"), ("- un", "un"), ("* un", "un"),
    ("1. un", "un"), ("12) un", "un"), ("2020. un", "un"), ("> dyfyniad", "dyfyniad"),
    ("> > - x", "x"), ("`cod`", "cod"), ("---", ""), ("```swift", ""), ("| a | b |", "a b"),
    ("|---|---|", ""), ("a<br>b", "a b"), ("<https://a.example>", "https://a.example"),
    ("1 < 2 > 0", "1 < 2 > 0"), ("a <!-- b --> c", "a c"), ("\\*a\\*", "*a*"), ("i'r tŷ", "i'r tŷ"),
    ("e-bost", "e-bost"), ("Wow! [a](b)", "Wow! a"),
  ])
  func `marks of Markdown go and words stay`(source: String, plain: String) throws {
    #expect(try markdown(source).text == plain)
  }

  @Test func `a comment over several lines goes`() throws {
    #expect(try markdown("a <!-- b\nc\nd --> e\n\nf").text == "a\ne\nf")
  }

  @Test func `the first heading is the title`() throws {
    #expect(try markdown("testun\n\n# Y *teitl*\n\n# Arall").title == "Y teitl")
    #expect(try markdown("testun").title == nil)
  }

  @Test func `a million brackets cost little`() throws {
    for part in ["[", "](", "[a](", "[[a](b)](", "<a ", "*", "[x]["] {
      _ = try markdown(String(repeating: part, count: 100_000))
    }
  }
}
