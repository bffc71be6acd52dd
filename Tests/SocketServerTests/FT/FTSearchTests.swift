import Catalogue
import NIOCore
import Records
import TestSupport
import Testing

@testable import SocketFuzz
@testable import SocketServer

@Suite struct FTSearchTests {
  private let folder: SmallCatalogue
  private let client: FTClient
  private let all = SmallCatalogue.ids.sorted()
  private let welsh = SmallCatalogue.ids.filter { $0.hasSuffix("-cy") }.sorted()
  private let under12 = "childline-keep-safe-under12-cy"

  init() throws {
    folder = try SmallCatalogue()
    client = FTClient(catalogue: try Catalogue(index: folder.index))
  }

  // MARK: What is found

  @Test func `tags and ages find what the command line finds`() throws {
    var request = SearchRequest()
    request.filters = [FacetFilter(.language, ["cy"])]
    request.ages = [try #require(AgeExpression.range("under-12"))]
    request.limit = 1_000
    let expected = try client.catalogue.search(request).hits.map(\.resource.id.slug).sorted()
    #expect(!expected.isEmpty)
    for query in [
      "@language:{cy} @age:{under-12}", "@language:{CY} @age:{\"under-12\"}",
      "(@age:{under\\-12}) @language:{ cy }",
    ] {
      #expect(try client.ids(query) == expected, "\(query)")
    }
  }

  @Test func `the shapes of a query find what they say`() throws {
    #expect(try client.ids("*") == all)
    #expect(try client.ids("") == [])
    #expect(try client.ids("the") == [])
    #expect(try client.ids("@language:{cy}") == welsh)
    #expect(try client.ids("-@language:{cy}") == all.filter { !welsh.contains($0) })
    #expect(try client.ids("~childline") == all)
    #expect(try client.ids("@language:{cy|en}") == all)
    #expect(try client.ids("@language:{c*}") == welsh)
    #expect(try client.ids("@language:{fr}") == [])
    let childline = all.filter { $0.hasPrefix("childline") }
    #expect(try client.ids("childline") == childline)
    #expect(try client.ids("childl*") == childline)
    #expect(try client.ids("%chilldline%") == childline)
    #expect(try client.ids("%%chilldliine%%") == childline)
    #expect(try client.ids("%%%chilldliinee%%%") == childline)
    #expect(try client.ids("%%%qqqqqqqqqqqq%%%") == [])
    #expect(try client.ids("childline @language:{cy}") == childline.filter(welsh.contains))
    #expect(try client.ids("childline | gwella") == all)
    #expect(try client.ids("childline gwella") == [])
    let keepSafe = all.filter { $0.hasPrefix("childline-keep-safe-under12") }
    #expect(try client.ids("@title:\"keep safe\"") == keepSafe)
    #expect(try client.ids("@body:zzz | @title:\"keep safe\"") == keepSafe)
    #expect(try client.ids("@published:[2020-09 2020-09]") == childline)
    #expect(try client.ids("@published:[2020 2020]") == all)
    #expect(try client.ids("@published:[(2020 +inf]") == [])
    #expect(try client.ids("*", "INKEYS", "2", under12, "nobody") == [under12])
    #expect(try client.ids("*", "FILTER", "age_max", "0", "11").contains(under12))
    #expect(try client.ids("childline", "INFIELDS", "1", "kind") == [])
    #expect(try client.ids("$a", "PARAMS", "2", "a", "childline") == childline)
  }

  @Test func `slop and order are kept`() throws {
    let near = try client.ids("@title:(help safe)=>{$slop:2}")
    #expect(near.contains(under12))
    #expect(try client.ids("@title:(help safe)=>{$slop:1}") == [])
    #expect(try client.ids("@title:(safe help)=>{$slop:2}") == near)
    #expect(try client.ids("@title:(safe help)=>{$slop:2; $inorder:true}") == [])
    #expect(try client.ids("@title:(help safe)=>{$inorder:true}") == near)
    #expect(try client.ids("@title:(help safe)", "SLOP", "2", "INORDER") == near)
    #expect(
      client.error("FT.SEARCH", "catalogue", "kee* safe", "SLOP", "1")?.contains("supported")
        == true)
  }

  @Test func `combinations of queries are the combinations of what they find`() throws {
    var seed = Seed()
    let atoms = [
      "childline", "gwella", "safe", "@title:help", "\"keep safe\"", "@language:{cy}",
      "@kind:{\"web page\"}", "@age_of:{child}", "@age_min:[0 11]", "@published:[2020 2021]",
      "@title|description:welsh", "zzz", "*",
    ]
    var found: [String: Set<String>] = [:]
    for atom in atoms { found[atom] = Set(try client.ids(atom)) }
    #expect(found["childline"]?.count == 3)

    func random(_ depth: Int) throws -> (text: String, ids: Set<String>) {
      let kind = depth == 0 ? 0 : Int.random(in: 0...5, using: &seed)
      if kind <= 1 {
        let atom = try #require(atoms.randomElement(using: &seed))
        return (atom, try #require(found[atom]))
      }
      let first = try random(depth - 1)
      let second = try random(depth - 1)
      return switch kind {
      case 2: ("(\(first.text) \(second.text))", first.ids.intersection(second.ids))
      case 3: ("(\(first.text) | \(second.text))", first.ids.union(second.ids))
      case 4: ("-(\(first.text))", Set(all).subtracting(first.ids))
      default: ("(\(first.text) ~(\(second.text)))", first.ids)
      }
    }
    for _ in 0..<150 {
      let (text, ids) = try random(3)
      #expect(try Set(client.ids(text)) == ids, "\(text) \(seed.value)")
    }
  }

  // MARK: Replies

  @Test func `without fields a reply is a total and ids`() throws {
    #expect(
      client.ask("FT.SEARCH", "catalogue", "@language:{cy} @age:{under-12}", "NOCONTENT")
        == .array([.integer(1), .bulk(under12)]))
    #expect(
      client.ask("FT.SEARCH", "catalogue", "*", "LIMIT", "0", "0") == .array([.integer(all.count)]))
  }

  @Test func `fields follow an id as names and values, in RESP3 as a map`() throws {
    let words = [
      "FT.SEARCH", "catalogue", "*", "INKEYS", "1", under12, "RETURN", "4", "language", "published",
      "AS", "day",
    ]
    #expect(
      client.ask(words)
        == .array([
          .integer(1), .bulk(under12),
          .array([.bulk("language"), .bulk("cy"), .bulk("day"), .bulk("20200907")]),
        ]))
    let three = FTClient(catalogue: client.catalogue, version: .three)
    #expect(
      three.ask(words)
        == .map([
          RESPMember("attributes", .array([])), RESPMember("total_results", .integer(1)),
          RESPMember("format", .bulk("STRING")),
          RESPMember(
            "results",
            .array([
              .map([
                RESPMember("id", .bulk(under12)),
                RESPMember(
                  "extra_attributes",
                  .map([
                    RESPMember("language", .bulk("cy")), RESPMember("day", .bulk("20200907")),
                  ])), RESPMember("values", .array([])),
              ])
            ])), RESPMember("warning", .array([])),
        ]))
  }

  @Test func `a sort goes both ways, and its field comes first`() throws {
    let up = try ids(client.ask("FT.SEARCH", "catalogue", "*", "SORTBY", "age_min", "NOCONTENT"))
    let down = try ids(
      client.ask("FT.SEARCH", "catalogue", "*", "SORTBY", "age_min", "DESC", "NOCONTENT"))
    #expect(up.first == "childline-keep-safe-under12-cy")
    #expect(Set(up) == Set(all) && Set(down) == Set(all))
    #expect(down.first == "childline-keep-safe-over12-cy")
    guard
      case .array(let values) = client.ask(
        "FT.SEARCH", "catalogue", "childline", "SORTBY", "published", "WITHSORTKEYS", "LIMIT", "0",
        "1"),
      case .array(let fields) = values[3]
    else {
      Issue.record("no fields")
      return
    }
    #expect(values[2] == .bulk("#20200907"))
    #expect(fields.prefix(2) == [.bulk("published"), .bulk("20200907")])
  }

  @Test func `words found are marked, and texts cut to pieces`() throws {
    #expect(
      try field(
        "title",
        client.ask(
          "FT.SEARCH", "catalogue", "keep @language:{en}", "HIGHLIGHT", "FIELDS", "1", "title",
          "TAGS", "<i>", "</i>", "INKEYS", "1", "childline-keep-safe-under12-en")
      )?.contains("<i>Keep</i>") == true)
    let summary = try field(
      "description",
      client.ask(
        "FT.SEARCH", "catalogue", "childline", "SUMMARIZE", "FIELDS", "1", "description", "FRAGS",
        "1", "LEN", "3", "SEPARATOR", "|", "INKEYS", "1", under12))
    let text = try #require(summary)
    #expect(text.hasSuffix("|") && text.contains("Childline"))
    #expect(text.split(separator: " ").count <= 4)
  }

  @Test func `scores fall, and are explained on request`() throws {
    guard
      case .array(let values) = client.ask(
        "FT.SEARCH", "catalogue", "childline", "WITHSCORES", "EXPLAINSCORE", "NOCONTENT"),
      case .array(let first) = values[2]
    else {
      Issue.record("no scores")
      return
    }
    guard case .double(let score) = first[0], case .array(let lines) = first[1] else {
      Issue.record("\(first)")
      return
    }
    #expect(score > 0 && !lines.isEmpty)
  }

  // MARK: Errors

  @Test func `errors are worded as RediSearch words them`() {
    for (options, message) in [
      (["BOGUS"], "Unknown argument `BOGUS` at position 1 for <main>"),
      (["NOCONTENT", "BOGUS"], "Unknown argument `BOGUS` at position 2 for <main>"),
      (["LIMIT", "0"], "LIMIT requires two arguments"),
      (["LIMIT", "x", "1"], "LIMIT needs two numeric arguments"),
      (["LIMIT", "0", "1001"], "LIMIT exceeds maximum of 1000"),
      (["LIMIT", "9001", "1000"], "OFFSET exceeds maximum of 9000"),
      (["DIALECT", "5"], "DIALECT requires a non negative integer >=1 and <= 4"),
      (["LANGUAGE", "klingon"], "No such language"), (["SCORER", "x"], "No such scorer x"),
      (["EXPLAINSCORE"], "EXPLAINSCORE must be accompanied with WITHSCORES"),
      (["SORTBY", "nofield"], "Property `nofield` not loaded nor in schema"),
      (["FILTER", "published", "a", "1"], "Bad lower range: a"),
      (["FILTER", "published", "1"], "FILTER requires 3 arguments"),
      (["TIMEOUT", "-1"], "TIMEOUT requires a non negative integer"),
      (["PARAMS", "1", "p"], "Parameters must be specified in PARAM VALUE pairs"),
      (["RETURN", "2", "title", "AS"], "RETURN path AS name - must be accompanied with NAME"),
      (
        ["RETURN", "5", "title"],
        "Bad arguments for RETURN: Expected an argument, but none provided"
      ),
      (["SUMMARIZE", "FIELDS"], "Bad arguments for SUMMARIZE"),
    ] {
      #expect(
        client.ask(["FT.SEARCH", "catalogue", "x1"] + options) == .error(message), "\(options)")
    }
    #expect(client.error("FT.SEARCH", "nope", "x") == "nope: no such index")
    #expect(
      client.error("FT.SEARCH", "catalogue")
        == "No query string provided")
    #expect(
      client.ask(["FT.SEARCH"]) == .error("ERR wrong number of arguments for 'FT.SEARCH' command"))
  }

  @Test func `any words after the command are answered or refused, by one value`() throws {
    var seed = Seed()
    let words = [
      "catalogue", "*", "childline", "@title:x", "NOCONTENT", "WITHSCORES", "LIMIT", "0", "3", "-1",
      "RETURN", "1", "title", "SORTBY", "published", "DESC", "SUMMARIZE", "FIELDS", "HIGHLIGHT",
      "TAGS",
      "FILTER", "INKEYS", "2", "GROUPBY", "@kind", "REDUCE", "COUNT", "AS", "n", "LOAD", "@n",
      "MAX",
      "SLOP", "INORDER", "PARAMS", "QUERY", "SEARCH", "9223372036854775807", "", "ŵ", "LANGUAGE",
      "cy",
    ]
    for _ in 0..<2_000 {
      guard let command = FTCommands.table.randomElement(using: &seed) else { return }
      let count = Int.random(in: 0...10, using: &seed)
      let asked =
        [command.name, "catalogue"]
        + (0..<count).map { _ in words.randomElement(using: &seed) ?? "" }
      var bytes = ByteBuffer()
      RESPWriter.write(client.ask(asked), .two, to: &bytes)
      #expect(
        try ReplyForm.valueCount(Array(bytes.readableBytesView), .two) == 1,
        "\(asked), seed \(seed.value)")
    }
  }

  @Test func `a filter stands beside words that must be near each other`() throws {
    let near = try client.ids("keep safe", "SLOP", "1")
    #expect(!near.isEmpty)
    #expect(
      try client.ids("keep safe", "SLOP", "1", "FILTER", "published", "20200901", "20200930")
        == near.filter { $0.hasPrefix("childline") })
    #expect(
      try client.ids("keep safe", "SLOP", "1", "FILTER", "published", "20300101", "+inf") == [])
  }

  @Test func `no more fields are sent than a record has many times over`() {
    let names = [String](repeating: "title", count: 65)
    #expect(
      client.ask(["FT.SEARCH", "catalogue", "*", "RETURN", "65"] + names)
        == .error("RETURN exceeds maximum of 64"))
    #expect(
      client.ask(["FT.SEARCH", "catalogue", "*", "HIGHLIGHT", "FIELDS", "65"] + names)
        == .error("FIELDS exceeds maximum of 64"))
    for option in ["GROUPBY", "SORTBY"] {
      #expect(
        client.ask(["FT.AGGREGATE", "catalogue", "*", option, "65"] + names)
          == .error("\(option) exceeds maximum of 64"))
    }
    #expect(
      client.ask(["FT.AGGREGATE", "catalogue", "*", "LOAD", "65"] + names)
        == .error("LOAD exceeds maximum of 64"))
  }

  private func ids(_ reply: RESPValue) throws -> [String] {
    guard case .array(let values) = reply else {
      Issue.record("\(reply)")
      return []
    }
    return values.dropFirst().compactMap { if case .bulk(let id) = $0 { id } else { nil } }
  }

  private func field(_ name: String, _ reply: RESPValue) throws -> String? {
    guard case .array(let values) = reply, case .array(let fields) = values.last,
      let place = fields.firstIndex(of: .bulk(name)), case .bulk(let text) = fields[place + 1]
    else {
      Issue.record("\(reply)")
      return nil
    }
    return text
  }
}
