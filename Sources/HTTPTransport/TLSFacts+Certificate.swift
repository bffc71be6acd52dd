extension TLSFacts {
  /// Reads what libcurl writes of a certificate: lines such as
  /// `Expire date:Nov 26 08:12:00 2027 GMT` and `Issuer:C = GB, CN = An Authority`.
  init?(certificateLines lines: [String]) {
    func value(_ label: String) -> Substring? {
      lines.first { $0.hasPrefix(label + ":") }?.dropFirst(label.count + 1)
    }
    guard let notAfter = value("Expire date").flatMap(Self.seconds) else { return nil }
    self.init(notAfter: notAfter, issuer: value("Issuer").map { String($0) } ?? "")
  }

  /// Seconds since 1970 of a time such as `Nov 26 08:12:00 2027 GMT` (OpenSSL's ASN1_TIME_print).
  static func seconds(_ text: Substring) -> Int64? {
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let words = text.split(separator: " ")
    guard words.count >= 4, let month = months.firstIndex(of: String(words[0])),
      let day = Int64(words[1]), let year = Int64(words[3])
    else { return nil }
    let clock = words[2].split(separator: ":").compactMap { Int64($0) }
    guard clock.count >= 2, (1...31).contains(day), (1...9_999).contains(year) else { return nil }
    let seconds = clock.count > 2 ? clock[2] : 0
    return days(year, Int64(month) + 1, day) * 86_400 + clock[0] * 3_600 + clock[1] * 60 + seconds
  }

  /// Days from 1970-01-01 to a day of the Gregorian calendar.
  ///
  /// (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", 2014; years after 0 only.)
  private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let year = month <= 2 ? year - 1 : year
    let era = year / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
