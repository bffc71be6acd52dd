import Catalogue
import Testing

@testable import SocketServer

@Suite struct FTAggregateTests {
  private let folder: SmallCatalogue
  private let client: FTClient

  init() throws {
    folder = try SmallCatalogue()
    client = FTClient(catalogue: try Catalogue(index: folder.index))
  }

  @Test func `groups are counted by each value of a tag`() {
    #expect(
      rows(
        "*", "GROUPBY", "1", "@language", "REDUCE", "COUNT", "0", "AS", "n", "SORTBY", "2", "@n",
        "DESC")
        == [["language", "cy", "n", "3"], ["language", "en", "n", "2"]])
    #expect(
      rows("*", "GROUPBY", "1", "@language", "REDUCE", "COUNT", "0", "LIMIT", "0", "1")
        == [["language", "cy", "__generated_aliascount", "3"]])
    #expect(rows("*", "GROUPBY", "0", "REDUCE", "COUNT", "0", "AS", "n") == [["n", "5"]])
    #expect(rows("zzz", "GROUPBY", "1", "@kind", "REDUCE", "COUNT", "0") == [])
  }

  @Test func `counting by the index, by columns and by records agree`() {
    for facet in ["language", "audience", "kind", "topic", "publisher", "age_of", "accessibility"] {
      func counted(_ more: String...) -> Set<[String]> {
        let words = ["*", "GROUPBY", "1", "@\(facet)", "REDUCE", "COUNT", "0", "AS", "n"]
        return Set(rows(words + more).map { Array($0.prefix(4)) })
      }
      let plain = counted()
      #expect(!plain.isEmpty)
      // A second reducer keeps the index from counting by itself; that of a text makes it read records.
      #expect(plain == counted("REDUCE", "COUNT_DISTINCT", "1", "@status"), "\(facet)")
      #expect(plain == counted("REDUCE", "COUNT_DISTINCT", "1", "@title"), "\(facet)")
    }
  }

  @Test func `a record is not put into more groups than anybody can want`() {
    let topics = [String](repeating: "@topic", count: 20)
    #expect(
      client.ask(["FT.AGGREGATE", "catalogue", "*", "GROUPBY", "20"] + topics)
        == .error("GROUPBY exceeds maximum of 1000 groups of one record"))
  }

  @Test func `records are not put in order after they were cut`() {
    #expect(
      client.ask([
        "FT.AGGREGATE", "catalogue", "*", "LIMIT", "0", "1", "SORTBY", "1", "@published",
      ]) == .error("Only one SORTBY, before LIMIT, is supported where nothing is grouped"))
  }

  @Test func `reducers make one value of many`() {
    #expect(
      rows(
        "childline", "GROUPBY", "1", "@kind", "REDUCE", "MIN", "1", "@age_min", "AS", "least",
        "REDUCE", "MAX", "1", "@age_min", "AS", "most", "REDUCE", "SUM", "1", "@age_min", "AS",
        "sum",
        "REDUCE", "AVG", "1", "@age_min", "AS", "mean", "REDUCE", "COUNT_DISTINCT", "1",
        "@language", "AS", "languages")
        == [
          [
            "kind", "web page", "least", "0", "most", "12", "sum", "12", "mean", "4", "languages",
            "2",
          ]
        ])
    guard
      case .array(let reply) = client.ask(
        "FT.AGGREGATE", "catalogue", "childline", "GROUPBY", "1", "@kind", "REDUCE", "TOLIST", "1",
        "@language", "AS", "all"),
      case .array(let row) = reply.last, case .array(let list) = row.last
    else {
      Issue.record("no list")
      return
    }
    #expect(list.count == 2 && list.contains(.bulk("cy")) && list.contains(.bulk("en")))
  }

  @Test func `groups can be grouped again`() {
    #expect(
      rows(
        "*", "GROUPBY", "2", "@language", "@kind", "REDUCE", "COUNT", "0", "AS", "n", "GROUPBY",
        "0",
        "REDUCE", "SUM", "1", "@n", "AS", "all") == [["all", "5"]])
  }

  @Test func `records are loaded, sorted and cut`() {
    let loaded = rows(
      "childline", "LOAD", "2", "@__key", "@language", "SORTBY", "2", "@age_min", "DESC", "LIMIT",
      "0",
      "1")
    #expect(
      loaded == [["__key", "childline-keep-safe-over12-cy", "language", "cy", "age_min", "12"]])
    #expect(rows("*", "LOAD", "1", "@nofield", "LIMIT", "0", "1") == [[]])
    #expect(rows("*").count == 5)
  }

  @Test func `in RESP3 a row is a map`() {
    let three = FTClient(catalogue: client.catalogue, version: .three)
    guard
      case .map(let members) = three.ask(
        "FT.AGGREGATE", "catalogue", "*", "GROUPBY", "0", "REDUCE", "COUNT", "0", "AS", "n")
    else {
      Issue.record("no map")
      return
    }
    #expect(
      members.map(\.key)
        == ["attributes", "total_results", "format", "results", "warning"].map { .bulk($0) })
    #expect(
      members[3].value
        == .array([
          .map([
            RESPMember("extra_attributes", .map([RESPMember("n", .bulk("5"))])),
            RESPMember("values", .array([])),
          ])
        ]))
  }

  @Test func `what is not there is named`() {
    for (options, message) in [
      (
        ["GROUPBY", "1", "kind"],
        "Bad arguments for GROUPBY: Unknown property `kind`. Did you mean `@kind`?"
      ),
      (["GROUPBY", "1", "@nofield"], "No such property `nofield`"),
      (["GROUPBY", "1", "@kind", "REDUCE", "FOO", "0"], "No such reducer: FOO"),
      (
        ["GROUPBY", "1", "@kind", "REDUCE", "STDDEV", "1", "@age_min"],
        "Reducer STDDEV is not supported"
      ),
      (["GROUPBY", "1", "@kind", "REDUCE", "COUNT", "1", "@a"], "Count accepts 0 values only"),
      (["SORTBY", "2", "@nof", "DESC"], "Property `nof` not loaded nor in schema"),
      (["BOGUS"], "Unknown argument `BOGUS` at position 1 for <main>"),
      (
        ["APPLY", "1+1", "AS", "x"],
        "Unknown argument `APPLY` at position 1 for <main>: APPLY is not supported"
      ),
    ] {
      #expect(
        client.ask(["FT.AGGREGATE", "catalogue", "*"] + options) == .error(message), "\(options)")
    }
  }

  @Test func `numbers are written with twelve digits that count`() {
    for (number, text) in [
      (4.0, "4"), (5.0 / 7, "0.714285714286"), (20_201_451.571428571, "20201451.5714"),
      (-0.5, "-0.5"), (1e-4, "0.0001"), (0, "0"), (123_456_789_012_345, "123456789012345"),
    ] { #expect(FTCell.text(number) == text) }
  }

  /// The rows of a reply, every value as text.
  private func rows(_ words: String...) -> [[String]] { rows(words) }

  private func rows(_ words: [String]) -> [[String]] {
    guard case .array(let reply) = client.ask(["FT.AGGREGATE", "catalogue"] + words) else {
      Issue.record("\(client.ask(["FT.AGGREGATE", "catalogue"] + words))")
      return []
    }
    return reply.dropFirst().map { row in
      guard case .array(let values) = row else { return [] }
      return values.map { if case .bulk(let text) = $0 { text } else { "nil" } }
    }
  }
}
