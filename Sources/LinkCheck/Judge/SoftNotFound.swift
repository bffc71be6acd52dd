internal import HTTPTransport
internal import Records

/// Whether a good status hides that the resource is not there.
///
/// The strongest sign is that a made-up address beside it is answered alike (robustify.js, 2015; Prieto
/// et al. 2013 found 7 % of servers to answer 200 to anything). Words that say so count in title or
/// first heading, or on a page of hardly any others, and never alone: a page may be about them. A lead
/// to a front page counts where that does not name the resource, and so does a bare server's greeting.
enum SoftNotFound {
  /// From this likeness of words on two pages are the same page with other names in it.
  static let likenessMin = 0.8
  /// A page of so few words that says "not found" says nothing else.
  static let fewWords = 80
  /// A page of so few words that has such words in its text says hardly anything else.
  static let hardlyWords = 50
  /// A shell that a script fills has fewer words than this, whatever is in it.
  static let shellWords = 8

  /// The evidence that it is, or nil.
  static func evidence(_ scene: Scene) -> [LinkEvidence]? {
    if let evidence = frontPage(scene) ?? emptyServer(scene) { return evidence }
    guard !scene.observation.final.isFrontPage || !scene.observation.hops.isEmpty,
      let page = scene.page
    else { return nil }
    let isNamed = scene.relation?.isNamed ?? false
    let alike = scene.observation.siblings.first { isLike(scene, page, $0) }
    let likeness = alike.map { [LinkEvidence.likeMadeUpAddress($0.address.text)] } ?? []
    guard let words = words(on: page, scene) else {
      return likeness.isEmpty || isNamed ? nil : likeness + scene.shareEvidence
    }
    let isWildcard = scene.observation.siblings.contains { $0.status == 200 }
    let isSure =
      !likeness.isEmpty || isWildcard || page.words.count < fewWords
      || scene.relation?.isUnrelated ?? false
    return isSure ? likeness + [.notFoundWords(words)] + scene.shareEvidence : nil
  }

  /// The words without digits in them: dates, numbers of cases and tokens are others each time.
  static func steady(_ words: [String]) -> [String] {
    words.filter { !$0.contains(where: \.isNumber) }
  }

  /// The words with which the page says that it is not there: in its headlines, or on a page of few
  /// words that does not name the resource.
  private static func words(on page: PageFacts, _ scene: Scene) -> String? {
    guard !scene.recordSays(phrases) else { return nil }
    let headlines = page.headlines.filter { otherLanguage.found(in: $0) == nil }
    if let found = headlines.lazy.compactMap({ phrases.found(in: $0) }).first { return found }
    guard page.words.count < hardlyWords, !(scene.relation?.isNamed ?? false) else { return nil }
    return strong.found(in: page.words)
  }

  /// Whether a deep address led to a front page that does not name the resource.
  private static func frontPage(_ scene: Scene) -> [LinkEvidence]? {
    let walk = scene.observation
    guard !walk.hops.isEmpty, isFrontPage(walk.final), !isFrontPage(walk.start),
      !(scene.relation?.isNamed ?? false)
    else { return nil }
    return [.redirectToFrontPage] + scene.shareEvidence
  }

  /// Whether a server without a site greets whoever comes.
  private static func emptyServer(_ scene: Scene) -> [LinkEvidence]? {
    guard let page = scene.page, !(scene.relation?.isNamed ?? false),
      let words = page.headlines.lazy.compactMap({ greetings.equal(to: $0) }).first
    else { return nil }
    return [.notFoundWords(words)] + scene.shareEvidence
  }

  /// Whether a made-up address gets the same page, or is led to the same.
  private static func isLike(_ scene: Scene, _ page: PageFacts, _ sibling: SiblingAnswer) -> Bool {
    if let target = sibling.target {
      return !scene.observation.hops.isEmpty && target.path == scene.observation.final.path
        && target.host == scene.observation.final.host
        && target.path != sibling.address.path
    }
    guard sibling.status == 200, let other = sibling.words, page.words.count >= shellWords else {
      return false
    }
    return Words.likeness(steady(page.words), other) >= likenessMin
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
    "hafan", "home", "index", "index.html", "index.htm", "index.php",
  ]

  /// What titles of such pages say, in English and Welsh.
  static let phrases = PhraseList(
    sayings + ["404", "not found", "page has moved", "nothing found"])

  /// What they say on a page of few words.
  static let strong = PhraseList(sayings)

  private static let sayings = [
    "page not found", "page cannot be found", "page can't be found", "page could not be found",
    "page couldn't be found", "cannot find the page", "can't find the page",
    "can't find that page", "couldn't find that page", "cannot find that page",
    "couldn't find the page", "could not find the page", "page doesn't exist",
    "page does not exist", "no longer available", "no longer exists", "page unavailable",
    "content not found", "error 404", "404 error", "resource not found", "document not found",
    "page has been removed", "resource has been removed", "content has been removed",
    "document has been removed", "removed by its owner", "no results found", "0 results",
    "heb ddod o hyd", "heb ei chanfod", "heb ei ganfod", "heb eu canfod", "methu dod o hyd",
    "methu canfod", "ni ellir dod o hyd", "ni allwn ddod o hyd", "ni chafwyd hyd",
    "ni ddaethpwyd o hyd", "nid oes modd dod o hyd", "nid yw'r dudalen yn bodoli",
    "nid yw'r dudalen ar gael", "nid yw'r dudalen hon yn bodoli", "nid yw'r dudalen hon ar gael",
    "tudalen ddim ar gael", "ddim yn bodoli", "ddim ar gael bellach",
    "nid yw ar gael mwyach", "wedi ei dynnu", "wedi ei dileu", "dim canlyniadau",
  ]

  /// What is not there in one language is there in another.
  private static let otherLanguage = PhraseList([
    "ar gael yn gymraeg", "ar gael yn saesneg", "available in welsh", "available in english",
  ])

  /// How servers without a site greet.
  private static let greetings = PhraseList([
    "welcome to nginx", "iis windows server", "iis windows", "apache2 debian default page",
    "apache2 ubuntu default page", "apache http server test page", "test page for the apache",
    "it works", "welcome to centos", "default web site page", "account suspended",
    "this account has been suspended", "account has been suspended", "site not published",
    "website is not configured", "no website is configured", "plesk default page",
  ])
}
