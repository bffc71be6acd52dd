internal import HTTPTransport
internal import Markup
internal import TextAnalysis

/// What of an HTML page tells whether it is what was catalogued.
struct PageFacts: Sendable, Hashable {
  /// Its title.
  var title: String?
  /// Its first heading.
  var heading: String?
  /// Its main text, at most ``textBytesMax`` of it.
  var text: String
  /// The plain words of the text in their order.
  var words: [String]
  /// What else a checker looks at.
  var landmarks: PageLandmarks

  /// Bytes of a page's text that are compared.
  static let textBytesMax = 128 << 10

  /// Bytes of a text that tell its language.
  private static let languageBytesMax = 2 << 10

  /// The fingerprint of the text.
  var fingerprint: SimHash { SimHash(of: words) }

  /// The language its text is in, where that can be told.
  ///
  /// - Complexity: a tenth of reading the page; ask only where it matters.
  var language: String? {
    LanguageGuess.language(
      of: String(decoding: text.utf8.prefix(Self.languageBytesMax), as: UTF8.self))
  }

  /// Title and first heading, where a page says what it is.
  var headlines: [String] { [title, heading].compactMap { $0 } }

  /// Reads a page as it came; nil where the bytes are no page that can be read.
  init?(_ response: HTTPResponse) {
    guard let page = try? HTMLReader().read(response.body, charset: response.head.charset) else {
      return nil
    }
    self.init(page)
  }

  /// Takes the facts of a page.
  init(_ page: HTMLPage) {
    title = page.metadata.bestTitle
    heading = page.landmarks.firstHeading
    text = String(decoding: page.text.utf8.prefix(Self.textBytesMax), as: UTF8.self)
    words = Words.plain(text)
    landmarks = page.landmarks
  }
}
