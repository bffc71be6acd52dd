internal import Markup
internal import Records

/// Whether the site is closed for the moment, and says so with a good status: a failure like any other,
/// which passes or does not.
enum Closed {
  /// A page of so few words that says so says nothing else.
  static let fewWords = 80

  /// The evidence that it is, or nil.
  static func evidence(_ scene: Scene) -> [LinkEvidence]? {
    guard let page = scene.page, page.words.count <= fewWords, !scene.recordSays(phrases),
      let words = page.headlines.lazy.compactMap({ phrases.found(in: $0) }).first
        ?? phrases.found(in: page.words)
    else { return nil }
    return [.notFoundWords(words)]
  }

  private static let phrases = PhraseList([
    "briefly unavailable", "temporarily unavailable", "scheduled maintenance",
    "under maintenance", "down for maintenance", "maintenance mode", "be back soon",
    "back shortly", "service unavailable", "planned maintenance", "essential maintenance",
    "gwaith cynnal a chadw", "ddim ar gael dros dro", "yn ôl yn fuan", "yn ol cyn bo hir",
    "wrthi'n diweddaru'r wefan", "diweddaru'r wefan",
  ])
}
