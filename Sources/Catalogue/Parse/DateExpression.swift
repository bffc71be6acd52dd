internal import Records

/// Days of publication as people type them: `2020`, `2020-09`, `2019..2021`, `2020..`, `..2021`.
public enum DateExpression {
  /// The first day that can be named, as yyyymmdd.
  static let firstDay = 0
  /// The last day that can be named, as yyyymmdd.
  static let lastDay = 99_991_231

  /// The days that `text` names, as yyyymmdd, or nil.
  public static func range(_ text: String) -> ClosedRange<Int>? {
    guard let dots = text.firstRange(of: "..") else {
      return PartialDate(text).map { $0.firstDay...$0.lastDay }
    }
    guard let first = end(text[..<dots.lowerBound], open: firstDay, { $0.firstDay }),
      let last = end(text[dots.upperBound...], open: lastDay, { $0.lastDay }), first <= last,
      text != ".."
    else { return nil }
    return first...last
  }

  private static func end(_ text: Substring, open: Int, _ day: (PartialDate) -> Int) -> Int? {
    text.isEmpty ? open : PartialDate(String(text)).map(day)
  }
}
