internal import Records

/// The date form of HTTP header fields: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, 5.6.7).
enum HTTPDate {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]

  /// Seconds since 1970, or nil where it is no such date.
  static func seconds(_ text: String) -> Int64? {
    let parts = text.split { $0 == " " || $0 == "," || $0 == ":" || $0 == "-" }.map(String.init)
    guard parts.count == 8, let day = Int64(parts[1]), let month = months.firstIndex(of: parts[2]),
      let year = Int64(parts[3]), let hour = Int64(parts[4]), let minute = Int64(parts[5]),
      let second = Int64(parts[6]), (1970...9999).contains(year), (1...31).contains(day),
      (0..<24).contains(hour), (0..<60).contains(minute), (0...60).contains(second)
    else { return nil }
    return TimeStamp.seconds(day: (year, Int64(month + 1), day))
      + hour * 3_600 + minute * 60 + second
  }

  /// The form of a time at or after 1970, in seconds since then.
  static func text(_ seconds: Int64) -> String {
    let (year, month, day) = TimeStamp.date(seconds)
    let second = TimeStamp.secondOfDay(seconds)
    let time = [second / 3_600, second / 60 % 60, second % 60].map(twoDigits)
    // 1 January 1970 was a Thursday.
    let weekday = weekdays[Int((seconds - second) / 86_400 % 7)]
    return "\(weekday), \(twoDigits(day)) \(months[Int(month) - 1]) \(year) "
      + time.joined(separator: ":") + " GMT"
  }

  private static func twoDigits(_ number: Int64) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
