internal import HTTPTransport
internal import Markup
internal import Records

/// Whether somebody else has the address now: a registrar's page, a name for sale, another site.
///
/// Known parking hosts on the way or in a frame settle it. Words of sale count in the headlines, or
/// on a page of few words, and not where the record speaks of them itself. Another site counts where
/// it has nothing to do with the record. (The order of a list that does it by hand:
/// developer-portfolios, pull request 3741.)
enum Parking {
  /// A page of so many words is more than an offer.
  static let offerWordsMax = 200

  /// The evidence that it is, or nil.
  static func evidence(_ scene: Scene) -> [LinkEvidence]? {
    let walk = scene.observation
    let frames = scene.page?.landmarks.frames.compactMap { walk.final.resolving($0) } ?? []
    let places = walk.hops.map(\.to) + frames
    if let host = places.first(where: isParkingHost)?.host, !isParkingHost(walk.start) {
      return [.parkingHost(host)]
    }
    guard let page = scene.page else { return nil }
    if let lander = lander(page, at: walk.final) { return [.parkingHost(lander)] }
    let isNamed = scene.relation?.isNamed ?? false
    if !isNamed, !scene.recordSays(sale), let words = saleWords(page) {
      return [.saleWords(words)] + scene.shareEvidence
    }
    guard let relation = scene.relation, relation.isUnrelated else { return nil }
    if !Site.isSame(walk.start, walk.final) {
      return [.siteChanged(from: Site.name(walk.start), to: Site.name(walk.final))]
        + scene.shareEvidence
    }
    if let words = tradeWords(page) { return [.tradeWords(words)] + scene.shareEvidence }
    return nil
  }

  /// The place to which the script of an empty page leads, where that is how registrars park names.
  private static func lander(_ page: PageFacts, at place: HTTPAddress) -> String? {
    guard page.words.count < SoftNotFound.shellWords,
      let target = page.landmarks.scriptTarget.flatMap({ place.resolving($0) }),
      target.path == "/lander" || isParkingHost(target)
    else { return nil }
    return target.host
  }

  private static func saleWords(_ page: PageFacts) -> String? {
    if let found = page.headlines.lazy.compactMap({ sale.found(in: $0) }).first { return found }
    return page.words.count <= offerWordsMax ? sale.found(in: page.words) : nil
  }

  /// The words of the trades that buy up names whose links are known, where a page is full of them.
  private static func tradeWords(_ page: PageFacts) -> String? {
    let found = page.words.filter { trades.contains($0) }
    guard found.count >= 3, found.count * 50 >= page.words.count, Set(found).count >= 2 else {
      return nil
    }
    return Set(found).sorted().prefix(4).joined(separator: ", ")
  }

  private static func isParkingHost(_ address: HTTPAddress) -> Bool {
    hosts.contains { address.host == $0 || address.host.hasSuffix("." + $0) }
  }

  /// Names under which domains are parked or sold.
  private static let hosts: [String] = [
    "above.com", "afternic.com", "bodis.com", "brandbucket.com", "buydomains.com",
    "cashparking.com",
    "dan.com", "domainmarket.com", "domainnamesales.com", "hugedomains.com", "parkingcrew.net",
    "parklogic.com", "perfectdomain.com", "sedo.com", "sedoparking.com", "skenzo.com",
    "undeveloped.com", "uniregistry.com", "voodoo.com", "ztomy.com",
  ]

  private static let sale = PhraseList([
    "domain is for sale", "domain for sale", "domain name for sale", "domain name is for sale",
    "domain may be for sale", "domain is available for purchase", "buy this domain",
    "purchase this domain", "make an offer on this domain", "domain is parked", "domain parking",
    "parked free courtesy of", "parked domain", "this domain has expired",
    "domain name has expired",
    "domain has recently been registered", "website is for sale", "inquire about this domain",
    "enquire about this domain", "domain has been registered", "domain name has been registered",
    "registered by one of our customers", "future home of", "holding page",
    "related searches privacy policy", "parth ar werth",
    "parth hwn ar werth", "enw parth ar werth",
  ])

  private static let trades: Set<String> = [
    "betting", "bets", "blackjack", "bonus", "casino", "casinos", "cialis", "crypto", "escort",
    "escorts", "forex", "gambling", "jackpot", "loan", "loans", "payday", "poker", "porn",
    "roulette",
    "slot", "slots", "viagra", "xxx",
  ]
}
