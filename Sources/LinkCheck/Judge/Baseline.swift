internal import HTTPTransport
public import Markup

/// What a link led to when it was first found good, or when a person last said that it is right: what
/// drift is measured from.
public struct Baseline: Sendable, Hashable {
  /// The media type.
  public var mediaType: String?
  /// The page's title.
  public var title: String?
  /// The fingerprint of the page's text; nil where it had too little.
  public var fingerprint: SimHash?

  /// Makes a baseline.
  public init(
    mediaType: String?, title: String? = nil, fingerprint: SimHash? = nil
  ) {
    self.mediaType = mediaType
    self.title = title
    self.fingerprint = fingerprint
  }

  /// The same, with what it lacks taken from a later look.
  func filled(by later: Baseline?) -> Baseline {
    guard let later, later.mediaType == mediaType else { return self }
    return Baseline(
      mediaType: mediaType, title: title ?? later.title,
      fingerprint: fingerprint ?? later.fingerprint)
  }

  /// Texts of fewer words have no fingerprint worth comparing.
  static let wordsMin = 40

  /// The baseline that an answer makes.
  init(_ answer: Observation.Answer) {
    self.init(
      mediaType: answer.head.mediaType.map { Excerpt.of($0) },
      title: answer.page?.title.map { Excerpt.of($0) },
      fingerprint: answer.page.flatMap { $0.words.count >= Self.wordsMin ? $0.fingerprint : nil })
  }
}
