internal import HTTPTransport

/// What a server says of when to come back (RFC 9110, 10.2.3).
enum RetryAfter {
  /// A number of seconds, or those from the answer's own date, or `now` (since 1970), to a date; nil
  /// where it says nothing that can be read.
  static func seconds(_ head: HTTPHead, now: Int64) -> Int? {
    guard let value = head["retry-after"] else { return nil }
    if let seconds = Int(value) { return max(0, min(seconds, secondsMax)) }
    guard let date = HTTPDate.seconds(value) else { return nil }
    // A server's date is by its own clock.
    let now = head["date"].flatMap(HTTPDate.seconds) ?? now
    return Int(max(0, min(date - now, Int64(secondsMax))))
  }

  /// Ten years: more is no answer.
  private static let secondsMax = 315_360_000
}
