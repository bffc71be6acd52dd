import Testing

@testable import Ingest

struct YAMLScanTests {
  @Test(arguments: [
    "a: *b", "a: &b c", "- *b", "- &b c", "[*b]", "{*b : c}", "? *b", "*b : c", "a:\n  *b",
    "a: [x,\n *b]", "a: |\n  text\nb: *c", "a: 'x'\nb: *c", "a: \"x\\\"\"\nb: *c",
    "a: x # y\nb: *c",
    "a: >-\n  *text\n\n  more\n*b : c", "- a\n- b: |\n    *x\n  c: *d", "---\na: *b", "!!str &a b",
    "a: x\n  y\nb: *c", "a: [\"x\", 'y', *z]", "? a\n: *b", "a:\n- *b", "a: 'it''s'\nb: &c d",
  ])
  func `an anchor or alias is found`(yaml: String) {
    guard case .anchorOrAlias = YAMLScan(yaml).refusal else {
      Issue.record("not found in \(yaml)")
      return
    }
  }

  @Test(arguments: [
    "a: b*c & d", "a: \"*b &c\"", "a: '*b &c'", "a: |\n  *b\n  &c\nd: e", "a: >\n  *b\n\n  *c",
    "# *b\na: b # &c", "a: Q&A", "a: some text\n  *starred* more\nb: c", "a: 2 * 3", "url: x?a&b",
    "- text\n  *more*\n- b", "a: \"x\n  *y\"", "a: [b & c]", "a: |\n\n\n  *b\n", "a: x\n\n  *b",
    "", "\n\n", "a", "a:", "- - - b", "{a: [b, {c: d}]}",
  ])
  func `a star or an ampersand inside a text is none`(yaml: String) {
    #expect(YAMLScan(yaml).refusal == nil)
  }

  @Test func `the line is that of the anchor`() {
    #expect(YAMLScan("a: b\n\nc: |\n  x\n  y\nd: *e").refusal == .anchorOrAlias(line: 6))
    #expect(YAMLScan("a: 'x\n\n y'\nd: *e").refusal == .anchorOrAlias(line: 4))
  }

  @Test func `nesting is allowed up to the limit`() {
    let deepest = String(repeating: "[", count: 32) + String(repeating: "]", count: 32)
    #expect(YAMLScan(deepest).refusal == nil)
    #expect(YAMLScan("a: [" + deepest + "]").refusal == .tooDeep(line: 1))
    #expect(YAMLScan("a: \"" + String(repeating: "[", count: 100) + "\"").refusal == nil)
  }
}
