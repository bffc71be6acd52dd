internal import HTTPTransport
internal import Records

/// Whether a good status hides that the resource is not there.
///
/// The strongest sign is that a made-up address beside it is answered alike (robustify.js, 2015; Prieto
/// et al. 2013 found 7 % of servers to answer 200 to anything). Words that say so count only in title
/// or first heading and never alone: a page may be about them. A lead to the front page counts where
/// the front page does not name the resource.
enum SoftNotFound {
  /// From this likeness of words on two pages are the same page with other names in it.
  static let likenessMin = 0.8
  /// A page of so few words that says "not found" says nothing else.
  static let fewWords = 80
  /// A shell that a script fills has fewer words than this, whatever is in it.
  static let shellWords = 8

  /// The evidence that it is, or nil.
  static func evidence(_ scene: Scene) -> [LinkEvidence]? {
    guard !scene.observation.final.isFrontPage || !scene.observation.hops.isEmpty else {
      return nil
    }
    if let evidence = frontPage(scene) { return evidence }
    guard let page = scene.page else { return nil }
    let isNamed = scene.relation?.isNamed ?? false
    var evidence: [LinkEvidence] = []
    if let sibling = scene.observation.sibling, isLike(page, sibling) {
      evidence.append(.likeMadeUpAddress(scene.observation.final.text))
    }
    let words =
      scene.recordSays(phrases)
      ? nil : page.headlines.lazy.compactMap { phrases.found(in: $0) }.first
    if let words {
      evidence.append(.notFoundWords(words))
      let isWildcard = scene.observation.sibling?.status == 200
      if !evidence.isEmpty, evidence.count > 1 || isWildcard || page.words.count < fewWords {
        return evidence + scene.shareEvidence
      }
      return scene.relation?.isUnrelated ?? false ? evidence + scene.shareEvidence : nil
    }
    return evidence.isEmpty || isNamed ? nil : evidence + scene.shareEvidence
  }

  /// Whether a deep address led to the front page of its own site, which does not name the resource.
  private static func frontPage(_ scene: Scene) -> [LinkEvidence]? {
    let walk = scene.observation
    guard !walk.hops.isEmpty, isFrontPage(walk.final), !isFrontPage(walk.start),
      Site.isSame(walk.start, walk.final), !(scene.relation?.isNamed ?? false)
    else { return nil }
    return [.redirectToFrontPage] + scene.shareEvidence
  }

  private static func isLike(_ page: PageFacts, _ sibling: SiblingAnswer) -> Bool {
    guard sibling.status == 200, let other = sibling.page, page.words.count >= shellWords else {
      return false
    }
    // Words with digits are dates, numbers of cases, tokens: other ones each time.
    return Words.likeness(steady(page.words), steady(other.words)) >= likenessMin
  }

  private static func steady(_ words: [String]) -> [String] {
    words.filter { !$0.contains(where: \.isNumber) }
  }

  /// Whether an address is a site's front page, or that of one of its languages.
  private static func isFrontPage(_ address: HTTPAddress) -> Bool {
    if address.isFrontPage { return true }
    guard address.query == nil else { return false }
    let parts = address.path.lowercased().split(separator: "/")
    return parts.count == 1 && frontPages.contains(String(parts[0]))
  }

  private static let frontPages: Set<String> = [
    "cy", "cy-gb", "cym", "cymraeg", "default.aspx", "default.htm", "en", "en-gb", "english",
    "hafan",
    "home", "index", "index.html", "index.htm", "index.php",
  ]

  /// What titles of such pages say, in English and Welsh.
  static let phrases = PhraseList([
    "404", "page not found", "not found", "page cannot be found", "page can't be found",
    "page could not be found", "page couldn't be found", "cannot find the page",
    "can't find the page", "can't find that page", "couldn't find that page",
    "cannot find that page",
    "couldn't find the page", "could not find the page", "page doesn't exist",
    "page does not exist", "no longer available", "no longer exists", "page has moved",
    "page unavailable", "content not found", "nothing found", "error 404", "resource not found",
    "document not found", "heb ddod o hyd", "heb ei chanfod", "heb ei ganfod", "heb eu canfod",
    "methu dod o hyd", "methu canfod", "ni ellir dod o hyd", "ni allwn ddod o hyd",
    "ni chafwyd hyd", "ni ddaethpwyd o hyd", "nid oes modd dod o hyd", "nid yw'r dudalen",
    "dyw'r dudalen", "dydi'r dudalen", "tudalen ddim ar gael", "ddim yn bodoli",
    "ddim ar gael bellach",
    "nid yw ar gael mwyach",
  ])
}
