/// The table of all scenarios, group by group.
enum Scenarios {
  /// Every corner of the web.
  static var all: [Corner] {
    ordinary + plainTypes + lyingHeads + failures + oddStatuses + walls + rateLimits
      + goodRedirects + moreGoodRedirects + badRedirects + lostRedirects + fragments
      + softNotFound + soundNotFound + parked + soundMarkets + drift + soundDrift + encodings
      + brokenTransfers + oddTransfers + certificates + names
  }
}
