import Catalogue
import Ingest
import Records
import Storage
import TestSupport
import Testing

/// The terms of the field find in the other language what they find in their own.
@Suite struct TermPairsTests {
  /// A catalogue with a document for each side of every shipped pair, its title the term and in one
  /// language only.
  private static let shared: Result<Shipped, any Error> = Result {
    let (pairs, faults) = CorpusReader(
      fileSystem: DiskFileSystem(), folder: ShippedCatalogue.corpus
    ).termPairs()
    #expect(faults.isEmpty)
    let small = try SmallCatalogue(records: [])
    for (number, pair) in pairs.enumerated() {
      try small.write("p\(number)-en", titles: ["en": pair.english], language: "en")
      try small.write("p\(number)-cy", titles: ["cy": pair.welsh], language: "cy")
    }
    try small.build()
    return Shipped(folder: small.folder, catalogue: try small.open(), pairs: pairs)
  }

  private struct Shipped {
    let folder: TemporaryFolder
    let catalogue: Catalogue
    let pairs: [TermPair]
  }

  @Test func `every pair works both ways, its own language first`() throws {
    let shipped = try Self.shared.get()
    let (catalogue, pairs) = (shipped.catalogue, shipped.pairs)
    #expect(pairs.count >= 180)
    for (number, pair) in pairs.enumerated()
    where pair.english.lowercased() != pair.welsh.lowercased() {
      let (english, welsh) = ("p\(number)-en", "p\(number)-cy")
      try expect(pair.english, finds: english, before: welsh, catalogue)
      try expect(pair.welsh, finds: welsh, before: english, catalogue)
    }
  }

  private func expect(
    _ term: String, finds own: String, before other: String, _ catalogue: Catalogue
  ) throws {
    var request = SearchRequest(term)
    // What is read out of the words as a filter is switched off: they are to be searched for.
    request.switchedOff = try catalogue.understand(request).filters.map(\.name)
    // Among all documents the weights are made; shown are these two.
    request.filters = [FacetFilter(.work, [own, other])]
    let answer = try catalogue.search(request)
    #expect(answer.hits.map(\.resource.id.slug) == [own, other], "\(term)")
    #expect(!answer.also.isEmpty, "\(term)")
  }
}
