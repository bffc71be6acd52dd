internal import Records
internal import TextAnalysis

/// How much a page has to do with what a record says should be there.
///
/// The title is the query and the page the document: the share of the title's bearing words that the
/// page has, in the better of the record's languages. (That the title alone finds out whether a page is
/// still the one that was cited: Reyes Ayala et al. 2022 for titles of both, accuracy 85 %.)
struct Relation: Sendable, Hashable {
  /// The share of the title's words in the page's text, title or heading, in percent; nil where the
  /// title has too few words or the page too little text to tell.
  var inPage: Int?
  /// The share of them in the page's title and first heading; nil where there are none.
  var inHeadlines: Int?

  /// The languages in whose title's words the headlines name the record.
  var namedIn: Set<String> = []

  /// Fewer words than this say nothing about a page.
  static let titleWordsMin = 2
  /// A page of fewer words says nothing about itself: a script may fill it.
  static let pageWordsMin = 30
  /// Below this share a page has nothing to do with the record.
  static let unrelatedBelow = 25
  /// From this share in its headlines it is the record's page.
  static let namedFrom = 60

  /// Whether the page clearly has nothing to do with the record.
  var isUnrelated: Bool { inPage.map { $0 < Self.unrelatedBelow } ?? false }

  /// Whether the page's own headlines name what the record names.
  var isNamed: Bool { inHeadlines.map { $0 >= Self.namedFrom } ?? false }

  /// Holds `page` against the records, the nearest of which counts.
  init(_ page: PageFacts, _ records: [LinkedRecord]) {
    let headlines = page.headlines.joined(separator: "\n")
    let hasText = page.words.count >= Self.pageWordsMin
    for (language, titles) in [
      ("en", records.compactMap(\.title.en)), ("cy", records.compactMap(\.title.cy)),
    ] where !titles.isEmpty {
      let analyzer = Analyzers.analyzer(for: language)
      let heads = Set(analyzer.terms(of: headlines))
      var text: Set<String>?
      for title in titles {
        let words = Words.bearing(title, language: language)
        guard words.count >= Self.titleWordsMin else { continue }
        let missing = words.subtracting(heads)
        if !heads.isEmpty {
          let share = Self.percent(words.count - missing.count, words)
          inHeadlines = max(inHeadlines ?? 0, share)
          if share >= Self.namedFrom { namedIn.insert(language) }
        }
        guard hasText else { continue }
        // The text is taken apart only where the headlines do not have it all.
        if !missing.isEmpty, text == nil { text = Set(analyzer.terms(of: page.text)) }
        let found = words.count - missing.subtracting(text ?? []).count
        inPage = max(inPage ?? 0, Self.percent(found, words))
      }
    }
  }

  private static func percent(_ found: Int, _ words: Set<String>) -> Int {
    found * 100 / words.count
  }
}
