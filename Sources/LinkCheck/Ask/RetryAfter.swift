internal import HTTPTransport

/// What a server says of when to come back (RFC 9110, 10.2.3).
enum RetryAfter {
  /// Seconds from `now` (since 1970), of a number of seconds or a date; nil where it says nothing
  /// that can be read.
  static func seconds(_ head: HTTPHead, now: Int64) -> Int? {
    guard let value = head["retry-after"] else { return nil }
    if let seconds = Int(value) { return max(0, min(seconds, secondsMax)) }
    guard let date = HTTPDate.seconds(value) else { return nil }
    return Int(max(0, min(date - now, Int64(secondsMax))))
  }

  /// Ten years: more is no answer.
  private static let secondsMax = 315_360_000
}
