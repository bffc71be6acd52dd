import Records
import Testing

@testable import Ingest

struct YAMLScanTests {
  @Test(arguments: [
    "a: *b", "a: &b c", "- *b", "- &b c", "[*b]", "{*b : c}", "? *b", "*b : c", "a:\n  *b",
    "a: [x,\n *b]", "a: |\n  text\nb: *c", "a: 'x'\nb: *c", "a: \"x\\\"\"\nb: *c",
    "a: x # y\nb: *c",
    "a: >-\n  *text\n\n  more\n*b : c", "- a\n- b: |\n    *x\n  c: *d", "---\na: *b", "!!str &a b",
    "a: x\n  y\nb: *c", "a: [\"x\", 'y', *z]", "? a\n: *b", "a:\n- *b", "a: 'it''s'\nb: &c d",
    "a: [b\n 'c, &d e]", "[a\n\n\t'b, *c]", "[a\n # '\n, *b]", "[?*a]", "[?&a b]",
    "[!!str,*a]", "%YAML 1.1\n--- [*a]", "a\n--- [*b]", "a\n... [\n*b", "\u{FEFF}[*a]",
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
    "", "\n\n", "a", "a:", "- - - b", "{a: [b, {c: d}]}", "[a\n *b, c\n &d]", "a: x?b&c=*c*",
    "a: '*b & c*'", "a: '*b'\nc: '&b'",
  ])
  func `a star or an ampersand inside a text is none`(yaml: String) {
    #expect(YAMLScan(yaml).refusal == nil)
  }

  @Test func `a bomb behind a text that goes on in brackets is refused`() {
    let levels = (1...25).map { "\n , &l\($0) [*l\($0 - 1),*l\($0 - 1)]" }.joined()
    let bomb = "sources: [a\n 'b, &l0 [z,z]\(levels), {? *l25 : 1} ]"
    #expect(YAMLScan(bomb).refusal == .anchorOrAlias(line: 2))
    #expect {
      _ = try YAMLParser.parse(bomb, firstLine: 2)
    } throws: {
      ($0 as? YAMLParser.Failure)?.problem == .anchorOrAlias
    }
  }

  @Test func `names shared by many stars and an ampersand are refused even in texts`() {
    let seven = "a: '&b'\nc: '" + String(repeating: "*b ", count: 7)
    #expect(YAMLScan(seven + "'").refusal == nil)
    #expect(YAMLScan(seven + "*b'").refusal == .anchorOrAlias(line: 2))
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
