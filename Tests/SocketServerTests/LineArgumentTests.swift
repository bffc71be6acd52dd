import SocketServer
import Testing

/// What bare and quoted pieces mean in a value, an option and a query.
struct LineArgumentTests {
  private func argument(_ text: String) throws -> LineArgument {
    guard case .request(let request) = LineFramingTests.events("V \(text)\n").first else {
      throw DoorError.quoting(at: -1, expected: .tag)
    }
    return try #require(request.arguments.first)
  }

  @Test(arguments: [
    ("language=cy", "language", "cy"), ("age=\"under 12\"", "age", "under 12"),
    ("q=\"\\\"keeping safe\\\" online\"", "q", "\"keeping safe\" online"),
    ("a_1=b=c", "a_1", "b=c"), ("x=", "x", ""), ("x=\"\"", "x", ""), ("f=v1|v2", "f", "v1|v2"),
  ])
  func `an option is a name of small letters, an equals sign and a value`(
    text: String, name: String, value: String
  ) throws {
    let option = try #require(try argument(text).option())
    #expect(option.name == name)
    #expect(option.value == value)
  }

  @Test(arguments: ["E=mc2", "=x", "1=2", "a-b=c", "word", "\"x=y\"", "ŷ=x", "language:cy", "\"a\""])
  func `anything else is no option`(text: String) throws {
    #expect(try argument(text).option() == nil)
  }

  @Test(arguments: [
    ("x=\"a\"b", 7, Quoting.blankAfterQuote), ("x=a\"b\"", 5, .blankBeforeQuote),
    ("x=\"a\"\"b\"", 7, .blankAfterQuote),
  ] as [(String, Int, Quoting)])
  func `an option's value is a bare word or a quoted text, not both`(
    text: String, at: Int, expected: Quoting
  ) throws {
    let argument = try argument(text)
    #expect(throws: DoorError.quoting(at: at, expected: expected)) { try argument.option() }
  }

  @Test(arguments: [
    ("\"a\"b", 5, Quoting.blankAfterQuote), ("a\"b\"", 3, .blankBeforeQuote),
    ("\"a\"~2", 5, .blankAfterQuote), ("title:\"a\"", 8, .blankBeforeQuote),
  ] as [(String, Int, Quoting)])
  func `a value is a bare word or a quoted text, not both`(
    text: String, at: Int, expected: Quoting
  ) throws {
    let argument = try argument(text)
    #expect(throws: DoorError.quoting(at: at, expected: expected)) { try argument.value() }
  }

  @Test(arguments: [
    "\"keeping safe\"", "\"near words\"~3", "title:\"a b\"", "(\"a b\"", "\"a b\")", "-\"a b\"",
    "+\"a\"", "audience:\"young people\",parents", "kind:a,\"b c\"", "word", #""a\"b""#,
    "title:\"a\"~2)",
  ])
  func `in a query quotes stand where the search language has them, and are kept`(
    text: String
  ) throws {
    #expect(try argument(text).queryText() == text)
  }

  @Test(arguments: [
    ("\"a\"b", 5, Quoting.blankAfterQuote), ("a\"b\"", 3, .blankBeforeQuote),
    ("\"a\"\"b\"", 5, .blankAfterQuote),
  ] as [(String, Int, Quoting)])
  func `in a query no letter touches a quote`(text: String, at: Int, expected: Quoting) throws {
    let argument = try argument(text)
    #expect(throws: DoorError.quoting(at: at, expected: expected)) { try argument.queryText() }
  }
}
