/// Seconds since 1970 as ISO 8601 writes them, in UTC.
public enum TimeStamp {
  /// The day: `2026-05-31`.
  public static func day(_ seconds: Int64) -> String {
    let (year, month, day) = date(seconds)
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// The day and the time: `2026-05-31T12:00:00Z`.
  public static func text(_ seconds: Int64) -> String {
    let second = secondOfDay(seconds)
    let time = [second / 3_600, second / 60 % 60, second % 60].map { padded($0, 2) }
    return "\(day(seconds))T\(time.joined(separator: ":"))Z"
  }

  /// The start of a day that is written as the number yyyymmdd, as ``PartialDate`` keeps it.
  public static func seconds(day number: Int) -> Int64 {
    seconds(day: (Int64(number / 10_000), Int64(number / 100 % 100), Int64(number % 100)))
  }

  /// The start of a day.
  ///
  /// The inverse of ``date(_:)`` (Howard Hinnant, as there).
  public static func seconds(day date: (year: Int64, month: Int64, day: Int64)) -> Int64 {
    let year = date.month <= 2 ? date.year - 1 : date.year
    let era = floor(year, by: 400)
    let yearOfEra = year - era * 400
    let fromMarch = date.month > 2 ? date.month - 3 : date.month + 9
    let dayOfEra =
      yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + (153 * fromMarch + 2) / 5 + date.day - 1
    return (era * 146_097 + dayOfEra - 719_468) * secondsPerDay
  }

  /// The day on which a time is.
  public static func date(_ seconds: Int64) -> (year: Int64, month: Int64, day: Int64) {
    date(days: floor(seconds, by: secondsPerDay))
  }

  /// Seconds since the day began.
  public static func secondOfDay(_ seconds: Int64) -> Int64 {
    seconds - floor(seconds, by: secondsPerDay) * secondsPerDay
  }

  private static let secondsPerDay: Int64 = 86_400

  /// The date so many days after 1 January 1970, in the Gregorian calendar.
  ///
  /// Counts in years that begin in March, so that the leap day is the last (Howard Hinnant,
  /// "chrono-Compatible Low-Level Date Algorithms", 2013).
  private static func date(days: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let shifted = days + 719_468
    let era = floor(shifted, by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let fromMarch = (5 * dayOfYear + 2) / 153
    let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * fromMarch + 2) / 5 + 1
    )
  }

  private static func floor(_ number: Int64, by divisor: Int64) -> Int64 {
    number % divisor < 0 ? number / divisor - 1 : number / divisor
  }

  private static func padded(_ number: Int64, _ digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }
}
