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
      let heads = Set(Analyzers.analyzer(for: language).terms(of: headlines))
      let all =
        hasText
        ? heads.union(Analyzers.analyzer(for: language).terms(of: page.text)) : []
      for title in titles {
        let words = Words.bearing(title, language: language)
        guard words.count >= Self.titleWordsMin else { continue }
        func share(_ found: Set<String>) -> Int {
          words.intersection(found).count * 100 / words.count
        }
        if hasText { inPage = max(inPage ?? 0, share(all)) }
        if !heads.isEmpty { inHeadlines = max(inHeadlines ?? 0, share(heads)) }
      }
    }
  }
}
