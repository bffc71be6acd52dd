internal import Catalogue
internal import Records

/// One end of a numeric range: `5`, `(5`, `-inf`; for days also `2020`, `2020-09` and `2020-09-07`.
///
/// A year, a month or a day given as a date stands for all of its days: `[2019 2020]` has both years in
/// whole, `(2019` begins after its last day.
struct FTBound {
  /// Whether the number itself is outside.
  private let isExclusive: Bool
  /// The first and the last number that it stands for.
  private let first: Double
  private let last: Double

  /// Reads `text` as a bound of `field`; nil where it is no number.
  init?(_ text: String, of field: NumberField) {
    isExclusive = text.hasPrefix("(")
    let plain = isExclusive ? String(text.dropFirst()) : text
    if field == .published, plain.utf8.count <= 10, let date = PartialDate(plain) {
      first = Double(date.firstDay)
      last = Double(date.lastDay)
      return
    }
    guard let number = Double(plain), !number.isNaN else { return nil }
    first = number
    last = number
  }

  /// The whole numbers from `low` to `high`, and the range in RediSearch's words.
  static func range(_ low: FTBound, _ high: FTBound, of field: NumberField) -> FTRange {
    let from = low.isExclusive ? low.last.rounded(.down) + 1 : low.first.rounded(.up)
    let to = high.isExclusive ? high.first.rounded(.up) - 1 : high.last.rounded(.down)
    let lowText = text(low.isExclusive ? low.last : low.first)
    let highText = text(high.isExclusive ? high.first : high.last)
    return FTRange(
      text: "\(lowText) \(low.isExclusive ? "<" : "<=") @\(field.rawValue) "
        + "\(high.isExclusive ? "<" : "<=") \(highText)",
      numbers: from <= to ? clamped(from)...clamped(to) : nil)
  }

  private static func clamped(_ number: Double) -> Int64 {
    let most = Double(1 << 62)
    return Int64(min(max(number, -most), most))
  }

  /// A number with six digits after the point, as RediSearch explains it.
  private static func text(_ number: Double) -> String {
    guard number.isFinite, abs(number) < 1e12 else { return number < 0 ? "-inf" : "inf" }
    let millionths = Int64((number * 1e6).rounded())
    let fraction = String(abs(millionths) % 1_000_000)
    let padded = String(repeating: "0", count: 6 - fraction.utf8.count) + fraction
    return (millionths < 0 ? "-" : "") + "\(abs(millionths) / 1_000_000).\(padded)"
  }
}
