import SocketServer
import Testing

/// Which names a pattern of Redis has.
struct GlobPatternTests {
  @Test(
    arguments: [
      ("*", "anything", true), ("*", "", true), ("", "", true), ("", "a", false),
      ("gwella-*", "gwella-resources-cy", true), ("gwella-*", "childline", false),
      ("*-cy", "gwella-resources-cy", true), ("*-cy", "gwella-resources-en", false),
      ("*a*b*", "xxaxxbxx", true), ("*a*b", "ab ab a", false), ("a?c", "abc", true),
      ("a?c", "ac", false), ("[a-c]x", "bx", true), ("[a-c]x", "dx", false),
      ("[^a-c]x", "dx", true),
      ("[^a-c]x", "ax", false), ("\\*", "*", true), ("\\*", "a", false), ("[abc", "b", true),
      ("a\\", "a\\", true), ("save", "save", true), ("save", "saves", false),
    ])
  func `a pattern matches the whole name or not at all`(pattern: String, name: String, isIt: Bool) {
    #expect(GlobPattern(pattern).matches(name) == isIt)
  }

  @Test func `a pattern of many stars does not take for ever`() {
    let pattern = String(repeating: "*a", count: 200) + "b"
    #expect(!GlobPattern(pattern).matches(String(repeating: "a", count: 2_000)))
  }
}
