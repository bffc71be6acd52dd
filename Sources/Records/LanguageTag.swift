/// A language as a BCP 47 tag: `cy`, `en`, `bfi` (British Sign Language), `cy-simple` (Easy Read),
/// `mul` (several, unnamed).
///
/// Compared and stored in lower case.
public struct LanguageTag: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
  /// The whole tag in lower case.
  public let tag: String

  /// Accepts subtags of 1 to 8 letters and digits joined by hyphens, the first of 2 to 3 letters.
  public init?(_ text: String) {
    let lower = text.lowercased()
    let subtags = lower.split(separator: "-", omittingEmptySubsequences: false)
    guard let primary = subtags.first, (2...3).contains(primary.utf8.count),
      primary.utf8.allSatisfy({ (97...122).contains($0) }), lower.utf8.count <= 35,
      subtags.allSatisfy({
        (1...8).contains($0.utf8.count) && $0.utf8.allSatisfy(Self.isLetterOrDigit)
      })
    else { return nil }
    tag = lower
  }

  /// The first subtag: `cy` of `cy-simple`.
  public var primary: String { String(tag.prefix { $0 != "-" }) }

  /// The tag.
  public var description: String { tag }

  /// Orders by the tag's bytes.
  public static func < (left: Self, right: Self) -> Bool { left.tag < right.tag }

  /// Reads the tag from a single string; anything else is a decoding error.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let tag = Self(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not a language tag: \(text)")
    }
    self = tag
  }

  /// Writes the tag as a single string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(tag)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (97...122).contains(byte) || (48...57).contains(byte)
  }
}
