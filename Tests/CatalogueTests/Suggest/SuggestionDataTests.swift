import Records
import Storage
import TestSupport
import Testing

@testable import Catalogue

@Suite struct SuggestionDataTests {
  private static let small = SuggestionData(
    words: [
      SuggestionEntry(key: "ty", language: "cy", count: 3, text: "Tŷ"),
      SuggestionEntry(key: "safe", language: "en", count: 12, text: "safe"),
      SuggestionEntry(key: "safe", language: "cy", count: 0, text: "safe"),
      SuggestionEntry(key: "шко", language: "uk", count: 1, text: "Шко"),
    ],
    titles: [SuggestionEntry(key: "ein ty ni", language: "cy", count: 2, text: "Ein Tŷ Ni")])

  @Test func `what was kept comes back`() throws {
    #expect(SuggestionData(bytes: Self.small.bytes) == Self.small)
    let shipped = try ShippedCatalogue.shared.get().suggestionData()
    #expect(shipped.words.count > 2_000)
    #expect(shipped.titles.count > 300)
    #expect(SuggestionData(bytes: shipped.bytes) == shipped)
    let none = SuggestionData(words: [], titles: [])
    #expect(SuggestionData(bytes: none.bytes) == none)
  }

  @Test(arguments: [
    "", "{}", #"{"lines":"nonsense"}"#, #"{"lines":"w\ten\t3"}"#, #"{"lines":"w\ten\t-3\tsafe"}"#,
    #"{"lines":"w\ten\tmany\tsafe"}"#, #"{"lines":"x\ten\t3\tsafe"}"#, #"{"lines":"w\ten\t3\t"}"#,
    #"{"lines":"w\ten\t3\tsafe\nw\ten\t3\tpoor"}"#, #"{"lines":"t\ten\t3\tsafe\nw\ten\t3\tsafe"}"#,
  ])
  func `bytes that do not obey the grammar are refused`(text: String) {
    #expect(SuggestionData(bytes: Array(text.utf8)) == nil)
  }

  @Test func `no byte that is changed makes it crash`() {
    let bytes = Self.small.bytes
    var readable = 0
    for offset in bytes.indices {
      for flip: UInt8 in [1, 0x20, 0x80, 0xFF] {
        var flipped = bytes
        flipped[offset] ^= flip
        guard let data = SuggestionData(bytes: flipped) else { continue }
        readable += 1
        _ = NearWords(words: data.words).candidates("saef")
        _ = Completer(data: data).completions("t", isFuzzy: true, limit: 10)
        _ = Completer(data: data).completions("einn ty", isFuzzy: true, limit: 10)
        #expect(SuggestionData(bytes: data.bytes) == data)
      }
    }
    #expect(readable > 0)
  }

  /// The bytes of the suggestions in an index.
  private func bytes(in small: SmallCatalogue) throws -> (name: String, bytes: [UInt8]) {
    let disk = DiskFileSystem()
    let entries = try disk.list(small.index).filter { $0.name.hasPrefix("suggestions-") }
    let newest = try #require(entries.max { $0.name < $1.name })
    return (newest.name, try disk.read(small.index + "/" + newest.name, bytesMax: 10_000_000))
  }

  @Test func `a build in steps suggests what a build at once does`() throws {
    let (steps, whole) = (try SmallCatalogue(), try SmallCatalogue())
    try steps.remove("cartoon-en")
    try steps.write(
      .init(id: "teenage-guide-en", title: "Another zebra", fields: ["language: [en]"]))
    try steps.build()
    for record in SmallCatalogue.records
    where ["cartoon-en", "teenage-guide-en"].contains(record.id) {
      try steps.write(record)
    }
    #expect(try steps.build().unchanged == SmallCatalogue.records.count - 2)
    try whole.build()
    #expect(try bytes(in: steps).bytes == bytes(in: whole).bytes)
    #expect(try steps.open().complete("zebr").isEmpty)
    #expect(try steps.open().complete("orch").map(\.text) == ["orchard"])
  }

  @Test func `a search that finds what was sought never reads them`() throws {
    let small = try SmallCatalogue()
    try small.build()
    let (name, bytes) = try bytes(in: small)
    var damaged = bytes
    damaged[bytes.count / 2] ^= 1
    try small.folder.write("index/" + name, damaged)
    let catalogue = try small.open()
    #expect(try catalogue.search(.all("lantern harbour")).total == 1)
    #expect(try catalogue.search(.all("lantern", [FacetFilter(.kind, ["poster"])])).total == 0)
    #expect(throws: CatalogueError.self) { try catalogue.search(.all("lantren")) }
    #expect(throws: CatalogueError.self) { try catalogue.complete("lan") }
    try small.build()
    #expect(try small.open().search(.all("lantren")).suggestion == "lantern")
  }

  @Test
  func `a word is shown as most resources write it, and with its capital only if it needs it`()
    throws
  {
    let small = try SmallCatalogue()
    for (id, title) in [("a-en", "The Zeppelin"), ("b-en", "A zeppelin"), ("c-en", "Caernarfon")] {
      try small.write(.init(id: id, title: title, fields: ["language: [en]"]))
    }
    try small.build()
    let catalogue = try small.open()
    #expect(try catalogue.complete("zepp").map(\.text) == ["zeppelin"])
    #expect(try catalogue.complete("caer").map(\.text) == ["Caernarfon"])
    #expect(try catalogue.complete("zepp").map(\.count) == [2])
  }
}
