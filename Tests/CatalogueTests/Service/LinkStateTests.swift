import Catalogue
import Curation
import Records
import Storage
import TestSupport
import Testing

/// From the states that a link check found to what a search says of them.
@Suite struct LinkStateTests {
  let small: SmallCatalogue

  /// Five records that answer alike, four of them with an address.
  init() throws {
    small = try SmallCatalogue(records: [])
    for name in ["a", "b", "c", "d", "e"] {
      var fields = ["language: [en]", "kind: guide", "ageRange: \"5-7\"", "ageOf: reader"]
      if name != "e" { fields.append("url: \"\(Self.url(name))\"") }
      try small.write(
        .init(id: "guide-\(name)", title: "The lantern", fields: fields, body: "By the harbour."))
    }
  }

  private static func url(_ name: String) -> String { "https://www.example.org/\(name)" }

  private static let day: Int64 = 1_764_115_200

  private func know(_ states: [(String, LinkState)]) throws {
    try LinkStatesFile(index: small.index).write(
      states.map { LinkStatus(url: Self.url($0), state: $1, since: Self.day) })
  }

  private func ids(_ text: String) throws -> [String] {
    try small.open().search(.all(text)).ids
  }

  private func counts() throws -> [String: Int] {
    var request = SearchRequest.all()
    request.facets = [.link]
    let values = try #require(try small.open().search(request).facets.first).values
    return Dictionary(uniqueKeysWithValues: values.map { ($0.value, $0.count) })
  }

  @Test func `without a link check every address is unknown, and what has none has no state`()
    throws
  {
    try small.build()
    #expect(try counts() == ["unknown": 4])
    let catalogue = try small.open()
    #expect(try catalogue.resource("guide-a")?.link == .unchecked)
    let without = try #require(try catalogue.resource("guide-e"))
    #expect(without.link == nil)
    let lines = AnswerJSON.documents([("guide-e", without)], generation: 1)
    #expect(!lines[0].contains("\"link\""))
  }

  @Test func `a state that changes indexes that document alone`() throws {
    try small.build()
    try know([("a", .alive), ("b", .dead)])
    #expect(try small.build().added == 2)
    #expect(try counts() == ["alive": 1, "dead": 1, "unknown": 2])
    let same = try small.build()
    #expect(same.added == 0)
    try know([("a", .alive), ("b", .moved)])
    let report = try small.build()
    #expect(report.added == 1)
    #expect(report.generation > same.generation)
    #expect(try counts() == ["alive": 1, "moved": 1, "unknown": 2])
    try DiskFileSystem().remove(small.index + "/links.json")
    #expect(try small.build().added == 2)
    #expect(try counts() == ["unknown": 4])
  }

  @Test func `states are searched for by id, by label in either language, and excluded`() throws {
    try know([("a", .dead), ("b", .softNotFound), ("c", .alive)])
    try small.build()
    #expect(try ids("link:dead") == ["guide-a"])
    #expect(try ids("link:Marw") == ["guide-a"])
    #expect(try ids("link:dead,soft-404") == ["guide-a", "guide-b"])
    #expect(try ids("link:unknown") == ["guide-d"])
    #expect(try ids("lantern -link:dead -link:soft-404") == ["guide-c", "guide-d", "guide-e"])
    #expect(throws: CatalogueError.self) { try ids("link:broken") }
  }

  @Test func `a hit tells the state and since when`() throws {
    try know([("a", .dead)])
    try small.build()
    let answer = try small.open().search(.all("link:dead"))
    let link = try #require(answer.hits.first?.link)
    #expect(link.state == .dead && link.since == Self.day)
    let line = try #require(AnswerJSON.search(answer).first)
    #expect(line.contains(#""link":"dead","link_since":"2025-11-26T00:00:00Z""#))
  }

  @Test func `a broken link puts a resource after those that answer as well`() throws {
    try know([("a", .dead), ("b", .blocked), ("c", .parked), ("d", .alive)])
    try small.build()
    #expect(try ids("lantern") == ["guide-b", "guide-d", "guide-e", "guide-a", "guide-c"])
    let hits = try small.open().search(.all("lantern")).hits
    #expect(hits[4].score == hits[0].score * 0.9)
    // One that answers better stays before what answers worse.
    try small.write(
      .init(id: "other", title: "Another", fields: ["language: [en]"], body: "A lantern."))
    try small.build()
    #expect(try ids("lantern").last == "other")
  }

  @Test func `where only filters were asked, broken links come last of those that fit alike`()
    throws
  {
    try know([("a", .dead), ("c", .gone), ("d", .alive)])
    try small.write(
      .init(
        id: "wide", title: "The lantern",
        fields: ["language: [en]", "ageRange: \"4-9\"", "ageOf: reader", "published: \"2024\""]))
    try small.build()
    #expect(
      try ids("age:5-7") == ["guide-b", "guide-d", "guide-e", "guide-a", "guide-c", "wide"])
    // Whatever was published last.
    #expect(
      try ids("") == ["wide", "guide-b", "guide-d", "guide-e", "guide-a", "guide-c"])
    #expect(try small.open().search(.all("kind:guide")).total == 5)
  }

  @Test func `an explanation tells what a broken link cost, and only where there is one`() throws {
    try small.build()
    var request = SearchRequest.all("lantern")
    request.explains = true
    let plain = try small.open().search(request)
    #expect(!plain.plan.contains { $0.contains("demoted") })
    try know([("a", .gone)])
    try small.build()
    let answer = try small.open().search(request)
    #expect(answer.plan.contains { $0.contains("demoted^0.9 by link:(") })
    for hit in answer.hits {
      #expect(hit.explanation.first?.hasPrefix("\(hit.score) ") == true)
    }
    let last = try #require(answer.hits.last)
    #expect(last.resource.id.slug == "guide-a")
    #expect(last.explanation[0].contains("0.9 times"))
    #expect(last.explanation[1].hasPrefix("  \(answer.hits[0].score) "))
  }

  @Test func `no build, clean-up or repair takes away what a link check keeps`() throws {
    let disk = DiskFileSystem()
    let kept = ["links.sqlite", "links.sqlite-wal", "links.sqlite-shm"]
    for name in kept { try small.folder.write("index/" + name, name) }
    try know([("a", .dead)])
    let builder = CatalogueBuilder(
      corpus: small.folder.path("corpus"), index: small.index, holder: "test")
    func expectKept() throws {
      for name in kept {
        #expect(try disk.read(small.index + "/" + name, bytesMax: 100) == Array(name.utf8))
      }
      #expect(try LinkStatesFile(index: small.index).read().count == 1)
      #expect(try ids("link:dead") == ["guide-a"])
    }
    try small.build()
    try expectKept()
    _ = try builder.build(anew: true)
    try expectKept()
    for number in 0..<6 {
      try small.write(.init(id: "more-\(number)", title: "More", fields: ["language: [en]"]))
      try small.build()
    }
    _ = try builder.optimize()
    try expectKept()
    let segment = try #require(disk.list(small.index).first { $0.name.hasSuffix(".seg") })
    try small.folder.write("index/" + segment.name, [1, 2, 3])
    try small.build()
    try expectKept()
    try small.folder.write("index/manifest.json", "nothing")
    try small.build()
    try expectKept()
  }

  @Test func `damaged states are told, and the index stays as it was`() throws {
    try know([("a", .dead)])
    let first = try small.build()
    try small.folder.write("index/links.json", "{}")
    #expect(throws: CatalogueError.badLinkStates(file: small.index + "/links.json")) {
      try small.build()
    }
    #expect(try small.open().generation == first.generation)
    #expect(try ids("link:dead") == ["guide-a"])
  }

  @Test func `a report tells states as searches filter by them, with what they rest on`() throws {
    try LinkStatesFile(index: small.index).write([
      LinkStatus(
        url: Self.url("a"), state: .dead, since: Self.day, checked: Self.day + 60, code: 404,
        evidence: [.status(404)]),
      LinkStatus(url: Self.url("b"), state: .alive, since: Self.day),
    ])
    try small.build()
    let catalogue = try small.open()
    let report = try catalogue.links()
    #expect(report.links.map(\.id.slug) == ["guide-a", "guide-b", "guide-c", "guide-d"])
    #expect(report.links.map(\.status.state) == [.dead, .alive, .unknown, .unknown])
    #expect(report.links[0].status.code == 404)
    #expect(report.counts.map(\.state) == [.dead, .alive, .unknown])
    #expect(report.counts.map(\.count) == [1, 1, 2])
    #expect(try catalogue.links(in: ["dead", "gone"]).total == 1)
    let some = try catalogue.links(of: ["guide-e", "guide-b", "nobody"])
    #expect(some.links.map(\.id.slug) == ["guide-b"])
    #expect(some.missing == ["nobody"])
    // What the index has not taken up yet is not mixed with what it has.
    try know([("a", .alive)])
    #expect(try catalogue.links(of: ["guide-a"]).links[0].status.state == .dead)
    #expect(try catalogue.links(of: ["guide-a"]).links[0].status.code == nil)
  }
}
