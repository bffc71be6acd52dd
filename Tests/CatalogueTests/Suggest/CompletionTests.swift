import Records
import TestSupport
import Testing

@testable import Catalogue

@Suite struct CompletionTests {
  let catalogue: Catalogue

  init() throws {
    catalogue = try ShippedCatalogue.shared.get()
  }

  private func texts(
    _ typed: String, language: String? = nil, isFuzzy: Bool = false, limit: Int = 10
  ) throws -> [String] {
    try catalogue.complete(typed, language: language, isFuzzy: isFuzzy, limit: limit).map(\.text)
  }

  @Test func `a mutated beginning offers the word itself`() throws {
    #expect(try texts("gamdr", language: "cy").contains("camdriniaeth"))
    #expect(try texts("nghamdr").contains("camdriniaeth"))
    #expect(try texts("phosteri").contains("posteri"))
  }

  @Test func `accents and capitals may be left out`() throws {
    let data = SuggestionData(
      words: [SuggestionEntry(key: "ty", language: "cy", count: 3, text: "tŷ")],
      titles: [SuggestionEntry(key: "ty ni", language: "cy", count: 1, text: "Tŷ Ni")])
    let completer = Completer(data: data)
    for typed in ["ty", "TY", "tŷ", "t", "nhŷ"] {
      #expect(completer.completions(typed, limit: 9).map(\.text) == ["tŷ", "Tŷ Ni"], "\(typed)")
    }
    #expect(completer.completions("ty ", limit: 9).map(\.text) == ["Tŷ Ni"])
    #expect(completer.completions("dŷ n", limit: 9).map(\.text) == ["Tŷ Ni"])
    #expect(completer.completions("", limit: 9).isEmpty)
    #expect(completer.completions("ty", limit: 0).isEmpty)
  }

  @Test func `several words complete titles and topics`() throws {
    #expect(try texts("child sexual ab").first == "Child sexual abuse")
    #expect(try texts("getting help to k").contains("Getting Help To Keep Safe (under 12s)"))
    #expect(
      try texts("cael help i gadwn ddi", language: "cy")
        .contains { $0.hasPrefix("Cael Help i Gadw'n Ddiogel") })
  }

  @Test func `a language leaves the others out`() throws {
    for language in ["en", "cy"] {
      let found = try catalogue.complete("ca", language: language, limit: 1_000)
      #expect(found.count > 20)
      #expect(found.allSatisfy { $0.language == language })
    }
  }

  @Test func `a slip is forgiven where asked`() throws {
    #expect(try texts("safegaur").isEmpty)
    #expect(try texts("safegaur", isFuzzy: true).contains("safeguarding"))
    #expect(try texts("camfnateis", isFuzzy: true).contains("camfanteisio"))
  }

  /// Everything that could be offered, from the resources and the kept data.
  private func everything() throws -> [SuggestionEntry] {
    let data = try catalogue.suggestionData()
    return [data.words, data.titles].flatMap { list in
      list.indices.map {
        SuggestionEntry(
          key: SuggestionEntry.text(of: list.key($0)), language: list.language($0),
          count: list.resources($0), text: list.text($0))
      }
    }
  }

  @Test func `every title can be reached by its beginning, with its count`() throws {
    var counts: [String: [String: Int]] = [:]
    for resource in try ResourceScan(catalogue).resources {
      for (language, title) in [("en", resource.title.en), ("cy", resource.title.cy)] {
        if let title { counts[language, default: [:]][title, default: 0] += 1 }
      }
    }
    let offered = Set(try everything())
    for (language, titles) in counts {
      for (title, count) in titles {
        let found = offered.filter { $0.text == title && $0.language == language }
        #expect((found.map(\.count).max() ?? 0) >= count, "\(title)")
      }
    }
  }

  @Test func `completions equal a scan of everything`() throws {
    let entries = try everything()
    var seed = Seed()
    for round in 0..<60 {
      let entry = try #require(entries.randomElement(using: &seed))
      let length = Int.random(in: 1...9, using: &seed)
      var typed = String(entry.key.prefix(length))
      if round.isMultiple(of: 3) { typed += "x" }
      let isFuzzy = round.isMultiple(of: 2)
      let language = [nil, "en", "cy"].randomElement(using: &seed) ?? nil
      let ways = Completer.ways(typed)
      let scanned = entries.compactMap { entry -> (tier: Int, entry: SuggestionEntry)? in
        guard entry.count > 0, language == nil || entry.language == language else { return nil }
        let key = entry.key.unicodeScalars.map(\.value)
        let tiers = ways.compactMap { way -> Int? in
          if key.starts(with: way.key) { return way.isMutated ? 1 : 0 }
          guard isFuzzy, !way.isMutated, way.key.count >= 3 else { return nil }
          let isNear = (0...key.count).contains {
            editDistance(way.key, Array(key.prefix($0))) <= 1
          }
          return isNear ? 2 : nil
        }
        return tiers.min().map { ($0, entry) }
      }.sorted {
        if $0.tier != $1.tier { return $0.tier < $1.tier }
        if $0.entry.count != $1.entry.count { return $0.entry.count > $1.entry.count }
        return $0.entry < $1.entry
      }
      var keys: Set<String> = []
      let expected = scanned.map(\.entry).filter { keys.insert($0.key).inserted }.prefix(25)
      let found = try catalogue.complete(typed, language: language, isFuzzy: isFuzzy, limit: 25)
      #expect(found.map(\.text) == expected.map(\.text), "\(typed), seed \(seed.value)")
      #expect(found.map(\.count) == expected.map(\.count))
    }
  }

  @Test func `more than may be asked is refused`() {
    #expect(throws: CatalogueError.limit(name: "limit", max: 1_000)) {
      try catalogue.complete("a", limit: 1_001)
    }
  }
}
