import NIOCore
import SocketServer
import Testing

/// Tags, verbs, and the rules of quoting.
struct LineGrammarTests {
  private func event(_ line: String) throws -> LineFraming.Event {
    let events = LineFramingTests.events(line + "\n")
    try #require(events.count == 1)
    return events[0]
  }

  private func request(_ line: String) throws -> LineRequest {
    guard case .request(let request) = try event(line) else {
      throw Refused(line: line, event: "\(try event(line))")
    }
    return request
  }

  private struct Refused: Error {
    var line: String
    var event: String
  }

  private func error(_ line: String) throws -> DoorError? {
    guard case .refused(let error, _) = try event(line) else { return nil }
    return error
  }

  @Test func `a request is a verb and arguments parted by blanks`() throws {
    let request = try request("  search  a\t b=c   \"d e\" ")
    #expect(request.tag == nil)
    #expect(request.verb == "search")
    #expect(request.arguments.map(\.raw) == ["a", "b=c", "\"d e\""])
  }

  @Test(arguments: ["a", "Z_9-x", "12345678901234567890123456789012"])
  func `a tag of up to 32 letters, digits, underscores and hyphens is kept`(tag: String) throws {
    let request = try request("@\(tag) PING")
    #expect(request.tag == tag)
    #expect(request.verb == "PING")
  }

  @Test(arguments: [
    "@ PING", "@", "@a", "@a ", "@a! PING", "@ŷ PING", "@123456789012345678901234567890123 PING",
  ])
  func `another tag, or a tag alone, is a syntax error`(line: String) throws {
    guard case .quoting(_, .tag) = try error(line) else {
      Issue.record("\(line): \(try event(line))")
      return
    }
  }

  @Test(arguments: ["9x", "ŷ", "-", "PING\"x\"", "_x", "a-b"])
  func `a verb that is none is unknown`(verb: String) throws {
    #expect(try error(verb) == .unknownVerb(found: verb, nearest: nil))
  }

  @Test(arguments: ["FT.SEARCH", "a_1.B"])
  func `a verb has letters, digits, dots and underscores`(verb: String) throws {
    #expect(try request(verb).verb == verb)
  }

  @Test(arguments: [
    ("\"\"", ""), ("\"a b\"", "a b"), (#""a\"b""#, "a\"b"), (#""a\\b""#, "a\\b"),
    (#""a\nb\tc""#, "a\nb\tc"), (#""\u0041\u0177""#, "Aŷ"), (#""\ud83d\ude00""#, "😀"),
    (#""x=y""#, "x=y"), ("a\\nb", "a\\nb"), ("\\", "\\"), ("--", "--"),
    ("\"\u{1F600} ŵ\"", "\u{1F600} ŵ"),
  ])
  func `a quoted text stands for its unescaped self, a bare word for itself`(
    sent: String, value: String
  ) throws {
    let argument = try #require(try request("GET \(sent)").arguments.first)
    #expect(try argument.value() == value)
    #expect(argument.raw == sent)
  }

  @Test(arguments: [
    (#"GET "abc"#, 4, Quoting.closingQuote), (#"GET a "b\""#, 6, .closingQuote),
    (#"GET "a\qb""#, 6, .escape), (#"GET "\u12""#, 5, .escape), (#"GET "\u12g4""#, 5, .escape),
    (#"GET "\ud83d""#, 5, .escape), (#"GET "\ude00""#, 5, .escape), (#"GET "\u0000""#, 5, .escape),
    (#"GET "a\"#, 6, .escape), (#"GET "\ud83d\u0041""#, 5, .escape), ("GET \"", 4, .closingQuote),
  ] as [(String, Int, Quoting)])
  func `an escape that is none and a quote that stays open are told with their byte`(
    line: String, at: Int, expected: Quoting
  ) throws {
    #expect(try error(line) == .quoting(at: at, expected: expected))
  }

  @Test func `bytes are counted from the line's start, tag and all`() throws {
    #expect(try error("@t GET ŷ \"a") == .quoting(at: 10, expected: .closingQuote))
  }
}
