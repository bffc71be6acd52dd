/// Ages in whole years, both ends included; an open end is nil.
///
/// `0-11` is under 12, `12-` is 12 and over, `-18` is up to 18.
public struct AgeRange: Sendable, Hashable, Codable, CustomStringConvertible {
  /// The highest age that can be named.
  public static let ageMax = 120

  /// The youngest age, or nil where the range is open below.
  public let min: Int?
  /// The oldest age, or nil where the range is open above.
  public let max: Int?

  /// Makes a range; nil unless 0 ≤ min ≤ max ≤ ``ageMax`` and at least one end is closed.
  public init?(min: Int?, max: Int?) {
    guard min != nil || max != nil else { return nil }
    let low = min ?? 0
    let high = max ?? Self.ageMax
    guard low >= 0, low <= high, high <= Self.ageMax else { return nil }
    self.min = min
    self.max = max
  }

  /// Reads `min-max`, `min-`, `-max` or a single age.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= 2, let first = parts.first else { return nil }
    guard let low = Self.age(first), let high = Self.age(parts.count == 2 ? parts[1] : first)
    else { return nil }
    self.init(min: low.value, max: high.value)
  }

  /// The ages as a closed range, open ends at 0 and ``ageMax``.
  public var years: ClosedRange<Int> { (min ?? 0)...(max ?? Self.ageMax) }

  /// Whether some age lies in both ranges.
  public func overlaps(_ other: Self) -> Bool { years.overlaps(other.years) }

  /// The form `min-max`, open ends left out.
  public var description: String {
    "\(min.map(String.init) ?? "")-\(max.map(String.init) ?? "")"
  }

  /// Reads the form `min-max`; anything else is a decoding error.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let range = Self(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not an age range: \(text)")
    }
    self = range
  }

  /// Writes the form `min-max`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  /// One end: nil is "not a number", a nil value inside is "open".
  private static func age(_ text: Substring) -> (value: Int?, ())? {
    if text.isEmpty { return (nil, ()) }
    guard text.utf8.count <= 3, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return (Int(text), ())
  }
}

/// Whose age a resource's ``AgeRange`` is.
public enum AgeOf: String, Sendable, Hashable, Codable, CaseIterable {
  /// The reader's: a page for under-12s.
  case reader
  /// The child's concerned: a leaflet for parents of under-5s.
  case child
}
