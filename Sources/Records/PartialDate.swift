/// A date as precise as its source gave it: a day, a month, a year, or a school year.
///
///     2020-09-07      a day
///     2020-09         a month
///     2020            a year
///     2019-2020       a school year: September of the first to August of the second
public struct PartialDate: Sendable, Hashable, Codable, CustomStringConvertible {
  /// The text as written, which is also its canonical form.
  public let text: String
  /// The first day covered, as the number yyyymmdd.
  public let firstDay: Int
  /// The last day covered, as the number yyyymmdd.
  public let lastDay: Int

  /// Reads one of the four forms; nil for anything else, for impossible days, and for years
  /// outside 1800...2199.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.utf8.allSatisfy(Self.isDigit) ? Int($0) : nil }
    guard numbers.count == parts.count, let year = numbers.first, parts[0].utf8.count == 4,
      (1800...2199).contains(year)
    else { return nil }
    let lengths = parts.dropFirst().map(\.utf8.count)
    switch lengths {
    case []:
      self.init(text: text, firstDay: year * 10_000 + 101, lastDay: year * 10_000 + 1_231)
    case [4]:
      guard numbers[1] == year + 1 else { return nil }
      self.init(text: text, firstDay: year * 10_000 + 901, lastDay: (year + 1) * 10_000 + 831)
    case [2]:
      guard (1...12).contains(numbers[1]) else { return nil }
      let month = year * 10_000 + numbers[1] * 100
      self.init(
        text: text, firstDay: month + 1,
        lastDay: month + Self.daysInMonth(numbers[1], year: year))
    case [2, 2]:
      guard (1...12).contains(numbers[1]),
        (1...Self.daysInMonth(numbers[1], year: year)).contains(numbers[2])
      else { return nil }
      let day = year * 10_000 + numbers[1] * 100 + numbers[2]
      self.init(text: text, firstDay: day, lastDay: day)
    default: return nil
    }
  }

  /// The text as written.
  public var description: String { text }

  /// Reads the date from a single string; anything else is a decoding error.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let date = Self(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a date: \(text)")
    }
    self = date
  }

  /// Writes the date as a single string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }

  private init(text: String, firstDay: Int, lastDay: Int) {
    self.text = text
    self.firstDay = firstDay
    self.lastDay = lastDay
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func daysInMonth(_ month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
