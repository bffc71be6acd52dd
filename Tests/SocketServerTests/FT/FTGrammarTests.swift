import Catalogue
import Records
import TestSupport
import Testing

@testable import SocketServer

@Suite struct FTGrammarTests {
  @Test func `words side by side bind closer than a bar`() throws {
    #expect(
      try parse("hello world|safe home")
        == .any([.all([.word("hello"), .word("world")]), .all([.word("safe"), .word("home")])]))
    #expect(
      try parse("(hello|safe) world")
        == .all([.any([.word("hello"), .word("safe")]), .word("world")]))
  }

  @Test func `a field's name is for the operand after it`() throws {
    #expect(
      try parse("@title:keep safe")
        == .all([.fields([.title], .word("keep")), .word("safe")]))
    #expect(
      try parse("@title|body:(keep safe)")
        == .fields([.title, .body], .all([.word("keep"), .word("safe")])))
    #expect(try parse("@title:-keep") == .fields([.title], .not(.word("keep"))))
    #expect(try parse("-@title:keep") == .not(.fields([.title], .word("keep"))))
  }

  @Test func `signs, phrases, beginnings and misspelt words are told apart`() throws {
    #expect(try parse("-hello") == .not(.word("hello")))
    #expect(try parse("~hello") == .optional(.word("hello")))
    #expect(try parse("hello-world") == .all([.word("hello"), .not(.word("world"))]))
    #expect(try parse(#""keep safe""#) == .phrase("keep safe"))
    #expect(try parse("kee*") == .prefix("kee"))
    #expect(try parse("%kepe%") == .fuzzy("kepe", distance: 1))
    #expect(try parse("%%%kepe%%%") == .fuzzy("kepe", distance: 3))
    #expect(try parse("*") == .everything)
    #expect(try parse(#"e\-bost"#) == .word("e-bost"))
    #expect(try parse("what's 1.5") == .all([.word("what's"), .word("1.5")]))
  }

  @Test func `a tag's value is all up to a bar or brace, quoted, escaped or bare`() throws {
    for text in ["{young people}", "{ young people }", #"{young\ people}"#, #"{"young people"}"#] {
      #expect(
        try parse("@audience:\(text)") == .tags(.audience, [.equal("young people")]), "\(text)")
    }
    for text in ["{a-b}", #"{a\-b}"#, #"{"a-b"}"#] {
      #expect(try parse("@kind:\(text)") == .tags(.kind, [.equal("a-b")]), "\(text)")
    }
    #expect(
      try parse("@kind:{post*|*ter|*oste*}")
        == .tags(.kind, [.prefix("post"), .suffix("ter"), .containing("oste")]))
  }

  @Test func `age is read as ages`() throws {
    let under12 = try #require(AgeRange("0-11"))
    for text in ["{under-12}", #"{under\-12}"#, #"{"under 12"}"#, "{0-11}"] {
      #expect(try parse("@age:\(text)") == .ages([under12]), "\(text)")
    }
    #expect(
      error("@age:{nonsense}") == "Bad age `nonsense`: write 8, 8-11, 13+, under-12 or over-12")
  }

  @Test func `bounds are inclusive unless a bracket says otherwise`() throws {
    #expect(try numbers("@age_min:[3 (5]") == 3...4)
    #expect(try numbers("@age_min:[(3 5]") == 4...5)
    #expect(try numbers("@age_min:[2.5 4.5]") == 3...4)
    #expect(try numbers("@age_min:[7]") == 7...7)
    #expect(try numbers("@age_min:[5 4]") == nil)
    #expect(try numbers("@age_min>=5")?.lowerBound == 5)
    #expect(try numbers("@age_min<5")?.upperBound == 4)
    #expect(try numbers("@age_min:[-inf +inf]")?.contains(0) == true)
  }

  @Test func `a year or a month stands for all of its days`() throws {
    #expect(try numbers("@published:[2019 2020]") == 20_190_101...20_201_231)
    #expect(try numbers("@published:[(2019 (2021]") == 20_191_232...20_210_100)
    #expect(try numbers("@published:[2020-09 2020-09-07]") == 20_200_901...20_200_907)
    #expect(try numbers("@published:[20200101 +inf]")?.lowerBound == 20_200_101)
  }

  @Test func `parameters stand for words, values and bounds`() throws {
    let parameters = ["w": "safe", "v": "under-12", "from": "2", "to": "(5", "n": "3"]
    #expect(try parse("$w", parameters) == .word("safe"))
    #expect(try parse("$w*", parameters) == .prefix("safe"))
    #expect(try parse("%$w%", parameters) == .fuzzy("safe", distance: 1))
    #expect(
      try parse("@kind:{$v | b}", parameters) == .tags(.kind, [.equal("under-12"), .equal("b")]))
    guard case .number(_, let range) = try parse("@age_min:[$from $to]", parameters) else {
      Issue.record("no range")
      return
    }
    #expect(range.numbers == 2...4)
    #expect(
      try parse("(a1 b1)=>{$slop:$n}", parameters)
        == .attributed(.all([.word("a1"), .word("b1")]), FTAttributes(slop: 3)))
    #expect(error("$other") == "No such parameter `other`")
  }

  @Test func `attributes are for what stands before them`() throws {
    #expect(
      try parse("hello=>{$weight:2} (a1 b1) => { $slop: 1; $inorder: true; }")
        == .all([
          .attributed(.word("hello"), FTAttributes(weight: 2)),
          .attributed(
            .all([.word("a1"), .word("b1")]), FTAttributes(slop: 1, isOrdered: true)),
        ]))
    #expect(error("hello=>{$foo:1}") == "Invalid attribute foo")
    #expect(error("hello=>{$weight:-1}") == "Syntax error at offset 16 near weight")
    #expect(error("hello=>{$slop:x}") == "Invalid value (x) for `slop`")
  }

  @Test func `a query does without words that say nothing, unless asked to keep them`() throws {
    #expect(try parse("the plant") == .word("plant"))
    #expect(try parse("the") == nil)
    #expect(try parse("") == nil)
    #expect(try parse(" , ! ") == nil)
    #expect(try parse(#""the plant""#) == .phrase("the plant"))
    #expect(try FTGrammar.parse("the", keepsStopWords: true) == .word("the"))
  }

  @Test func `errors name the place as RediSearch does`() {
    for (query, message) in [
      ("(", "Syntax error at offset 0 near "), ("@title:(", "Syntax error at offset 7 near title"),
      ("a b1 )", "Syntax error at offset 5 near b1"), ("| a", "Syntax error at offset 0 near "),
      ("a |", "Syntax error at offset 2 near a"), ("a || b", "Syntax error at offset 3 near a"),
      ("hello:world", "Syntax error at offset 5 near hello"),
      ("\"abc", "Syntax error at offset 1 near abc"), ("%pl", "Syntax error at offset 1 near pl"),
      ("@title:", "Syntax error at offset 6 near title"),
      ("@language:{}", "Syntax error at offset 11 near language"),
      ("@language:{cy|}", "Syntax error at offset 14 near cy"),
      ("@published:[2020 2021", "Syntax error at offset 17 near 2021"),
      ("{x}", "Syntax error at offset 0 near "), ("a;b", "Syntax error at offset 1 near a"),
      ("@title:(@body:foo)", "Syntax error at offset 8 near body"),
      ("@nofield:x", "Unknown field `nofield`"),
      ("@titel:x", "Unknown field `titel`. Did you mean `title`?"),
    ] { #expect(error(query) == message, "\(query)") }
  }

  @Test func `what is not supported says so`() {
    for query in ["*llo", "w'he*o'", "ismissing(@title)"] {
      #expect(error(query)?.contains("not supported") == true, "\(query)")
    }
    #expect(
      error("@language:cy") == "Field `language` is of type TAG, ask for it as @language:{value}")
  }

  @Test func `nesting and terms have a limit`() throws {
    let depth = RequestLimits.depthMax
    func nested(_ count: Int) -> String {
      String(repeating: "(", count: count) + "hello" + String(repeating: ")", count: count)
    }
    #expect(try parse(nested(depth)) == .word("hello"))
    #expect(error(nested(depth + 1)) == "Query exceeds maximum nesting of \(depth)")
    #expect(
      error(String(repeating: "-", count: 10_000)) == "Query exceeds maximum nesting of \(depth)")
    let words = { (count: Int) in
      (0..<count).map { "w\($0)" }.joined(separator: " ")
    }
    #expect(try parse(words(RequestLimits.clausesMax)) != nil)
    #expect(
      error(words(RequestLimits.clausesMax + 1))
        == "Query exceeds maximum of \(RequestLimits.clausesMax) terms")
  }

  @Test func `any bytes are read or refused`() throws {
    var seed = Seed()
    let pieces = [
      "hello", "cy", "@title:", "@language:{", "@age:{under-12}", "@published:[2019 (2024]", "(",
      ")",
      "|", "-", "~", "\"", "*", "%", "$p", "=>", "{", "}", "$weight:", "[", "]", "\\", " ", "'",
      "w'",
      "the", "ŵy", "2", ":", ";", "@", "=", "<", "\u{0}", "\u{10FFFF}", "@age_min>", ".",
    ]
    for round in 0..<20_000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...12, using: &seed) {
        text += pieces.randomElement(using: &seed) ?? ""
      }
      if round.isMultiple(of: 3) {
        let bytes = (0..<Int.random(in: 0...40, using: &seed)).map { _ in
          UInt8.random(in: 0...255, using: &seed)
        }
        text = String(decoding: bytes, as: UTF8.self)
      }
      _ = try? FTGrammar.parse(text, parameters: ["p": "x\\y"])
    }
  }

  private func parse(_ text: String, _ parameters: [String: String] = [:]) throws -> FTNode? {
    try FTGrammar.parse(text, parameters: parameters)
  }

  private func numbers(_ text: String) throws -> ClosedRange<Int64>? {
    guard case .number(_, let range) = try parse(text) else {
      Issue.record("no range: \(text)")
      return nil
    }
    return range.numbers
  }

  private func error(_ text: String) -> String? {
    do throws(FTError) {
      _ = try FTGrammar.parse(text)
      return nil
    } catch {
      return error.message
    }
  }
}
