/// The stable name of a resource or of a work: a slug of lower-case letters, digits and hyphens, 1
/// to 100 bytes, neither starting nor ending in a hyphen.
///
/// A change of title never changes it.
public struct ResourceID: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
  /// The slug itself.
  public let slug: String

  /// Accepts `slug` if it obeys the grammar above, else nil.
  public init?(_ slug: String) {
    let bytes = slug.utf8
    guard (1...100).contains(bytes.count), bytes.first != UInt8(ascii: "-"),
      bytes.last != UInt8(ascii: "-"), bytes.allSatisfy(Self.isSlugByte)
    else { return nil }
    self.slug = slug
  }

  /// The slug.
  public var description: String { slug }

  /// Orders by bytes.
  public static func < (left: Self, right: Self) -> Bool { left.slug < right.slug }

  /// Reads the slug from a single string; a string that is no slug is a decoding error.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let id = Self(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a slug: \(text)")
    }
    self = id
  }

  /// Writes the slug as a single string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(slug)
  }

  private static func isSlugByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
