import Catalogue
import Testing

@testable import SocketServer

@Suite struct FTIndexTests {
  private let folder: SmallCatalogue
  private let client: FTClient
  private let three: FTClient

  init() throws {
    folder = try SmallCatalogue()
    client = FTClient(catalogue: try Catalogue(index: folder.index))
    three = FTClient(catalogue: client.catalogue, version: .three)
  }

  @Test func `the values of a tag are told in small letters and in order`() {
    #expect(client.ask("FT.TAGVALS", "catalogue", "language") == .set([.bulk("cy"), .bulk("en")]))
    #expect(client.ask("FT.TAGVALS", "catalogue", "action") == .set([.bulk("a19"), .bulk("a30")]))
    #expect(client.error("FT.TAGVALS", "catalogue", "title") == "Not a tag field")
    #expect(client.error("FT.TAGVALS", "catalogue", "nofield") == "No such field")
    #expect(client.error("FT.TAGVALS", "nope", "language") == "Unknown Index name")
    guard case .set(let ages) = client.ask("FT.TAGVALS", "catalogue", "age") else {
      Issue.record("no ages")
      return
    }
    #expect(ages.contains(.bulk("0-11")) && ages.contains(.bulk("12-")))
  }

  @Test func `an index is listed by its own name and described`() {
    #expect(client.ask("FT._LIST") == .set([.simple("catalogue")]))
    guard case .map(let members) = client.ask("FT.INFO", "resources") else {
      Issue.record("no map")
      return
    }
    #expect(members.first == RESPMember("index_name", .bulk("resources")))
    #expect(members.contains(RESPMember("num_docs", .integer(5))))
    #expect(client.error("FT.INFO", "nope") == "Unknown index name")
  }

  @Test func `a query is explained in RediSearch's words`() {
    #expect(
      client.ask("FT.EXPLAIN", "catalogue", "@title:keep -(safe|help) @age_min:[1 (2]")
        == .bulk(
          """
          INTERSECT {
            @title:UNION {
              @title:keep
              @title:+keep(expanded)
            }
            NOT{
              UNION {
                safe
                help
              }
            }
            NUMERIC {1.000000 <= @age_min < 2.000000}
          }

          """))
    #expect(client.ask("FT.EXPLAIN", "catalogue", "") == .bulk("<empty>\n"))
    #expect(
      client.ask("FT.EXPLAINCLI", "catalogue", "*", "DIALECT", "2")
        == .array([.simple("<WILDCARD>"), .simple("")]))
  }

  @Test func `a record is a hash without an id`() {
    guard case .array(let fields) = client.ask("FT.GET", "catalogue", SmallCatalogue.ids[0]) else {
      Issue.record("no fields")
      return
    }
    #expect(fields.first == .bulk("title") && !fields.contains(.bulk("id")))
    #expect(client.ask("FT.GET", "catalogue", "nobody") == .null)
    #expect(
      client.ask("FT.MGET", "catalogue", SmallCatalogue.ids[0], "nobody")
        == .array([.array(fields), .null]))
  }

  @Test func `words are completed by an index's name, with or without a language`() {
    guard case .array(let plain) = client.ask("FT.SUGGET", "catalogue", "child", "MAX", "2") else {
      Issue.record("no completions")
      return
    }
    #expect(!plain.isEmpty && plain.count <= 2)
    guard
      case .array(let scored) = client.ask(
        "FT.SUGGET", "catalogue:en", "child", "WITHSCORES", "WITHPAYLOADS")
    else {
      Issue.record("no completions")
      return
    }
    #expect(scored.count.isMultiple(of: 3) && scored.count >= 3)
    #expect(client.ask("FT.SUGGET", "nokey", "child") == .null)
    #expect(client.ask("FT.SUGLEN", "nokey") == .integer(0))
    guard case .integer(let count) = client.ask("FT.SUGLEN", "catalogue") else { return }
    #expect(count > 0)
  }

  @Test func `misspelt words come with what may have been meant`() {
    guard
      case .array(let terms) = client.ask("FT.SPELLCHECK", "catalogue", "chidline safe"),
      case .array(let first) = terms.first
    else {
      Issue.record("no terms")
      return
    }
    #expect(first.prefix(2) == [.bulk("TERM"), .bulk("chidline")])
    guard case .map(let members) = three.ask("FT.SPELLCHECK", "catalogue", "chidline") else {
      Issue.record("no map")
      return
    }
    #expect(members.map(\.key) == [.bulk("results")])
  }

  @Test func `settings, synonyms and dictionaries are told as far as there are any`() {
    #expect(
      client.ask("FT.CONFIG", "GET", "minprefix")
        == .array([.array([.bulk("MINPREFIX"), .bulk("2")])]))
    #expect(client.ask("FT.CONFIG", "GET", "NOSUCH") == .array([]))
    #expect(client.ask("FT.SYNDUMP", "catalogue") == .map([]))
    #expect(client.ask("FT.DICTDUMP", "d") == .set([]))
  }

  @Test func `a profile is a reply and its time`() {
    guard
      case .array(let reply) = client.ask(
        "FT.PROFILE", "catalogue", "SEARCH", "QUERY", "*", "NOCONTENT")
    else {
      Issue.record("no reply")
      return
    }
    #expect(reply.count == 2)
    #expect(reply[0] == client.ask("FT.SEARCH", "catalogue", "*", "NOCONTENT"))
  }
}
