internal import HTTPTransport
internal import Markup
internal import Records

/// Whether a page that asks if a person is there, or turns programs away, stands where the resource
/// should be.
enum BotWall {
  /// A page of so few words that says so says nothing else.
  static let fewWords = 60

  /// The evidence that it does, or nil.
  static func evidence(_ answer: Observation.Answer) -> LinkEvidence? {
    if answer.head["cf-mitigated"]?.lowercased() == "challenge" {
      return .robotCheck("cf-mitigated: challenge")
    }
    guard let page = answer.page, page.words.count <= SignIn.formWordsMax else { return nil }
    // "Accepted" is no answer to GET: a script is to show that a browser asks.
    if answer.head.status == 202, page.words.count < SoftNotFound.shellWords {
      return .robotCheck("202")
    }
    if let frame = page.landmarks.frames.first(where: { $0.contains("_Incapsula_Resource") }) {
      return .robotCheck(String(frame.prefix(100)))
    }
    if let words = page.headlines.lazy.compactMap({ phrases.found(in: $0) }).first {
      return .robotCheck(words)
    }
    guard page.words.count <= fewWords else { return nil }
    return (phrases.found(in: page.words) ?? shut.found(in: page.words)).map { .robotCheck($0) }
  }

  private static let phrases = PhraseList([
    "just a moment", "attention required", "are you a robot", "are you human",
    "pardon our interruption", "verify you are human", "checking your browser",
    "security check", "access denied", "request unsuccessful", "ddos guard", "human verification",
    "incident id", "enable javascript and cookies to continue",
  ])

  /// What short pages say that are not for everybody.
  private static let shut = PhraseList([
    "not available in your country", "not available in your region", "not available in your area",
    "not available from your location", "unavailable in your region",
    "ddim ar gael yn eich gwlad", "ddim ar gael yn eich ardal",
  ])
}
