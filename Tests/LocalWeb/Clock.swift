import Foundation

/// The time of day as the servers tell it.
enum Clock {
  /// The time `seconds` from now on `day`, as a date of HTTP.
  static func httpDate(inSeconds seconds: Double, day: Int) -> String {
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.timeZone = TimeZone(identifier: "GMT")
    format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    return format.string(from: Date().addingTimeInterval(seconds + Double(day) * 86_400))
  }
}
