/// A fact on which a verdict on a link rests.
///
/// Kept in the link history as JSON, so a case is never renamed; worded in `Catalogue/Present`.
public enum LinkEvidence: Sendable, Hashable, Codable {
  /// The last answer's status code.
  case status(Int)
  /// What HEAD was answered, where GET was answered otherwise.
  case headLied(status: Int)
  /// How many times it was asked before this answer.
  case retried(Int)
  /// It leads to `to`, for good or for now.
  case redirect(to: String, isPermanent: Bool)
  /// It leads back to where it was before.
  case redirectLoop
  /// It leads on and on.
  case tooManyRedirects(Int)
  /// It leads to what is no http or https address.
  case badRedirect(String)
  /// The name service knows no such host.
  case nameNotFound(host: String)
  /// The name service did not answer.
  case nameServiceFailed(host: String)
  /// Nobody listens at the address.
  case connectionRefused
  /// There is no way to the address.
  case networkUnreachable
  /// The connection ended before the answer did.
  case connectionLost
  /// It took too long.
  case timedOut(stage: String)
  /// What came is not HTTP, or passes a limit.
  case malformed
  /// The server's certificate or TLS is at fault: `expired`, `wrong-host`, …
  case tls(fault: String)
  /// The certificate ends within so many days.
  case certificateEnds(days: Int)
  /// The page has no element with the id that the address names.
  case fragmentMissing(String)
  /// The address leads to a network that must not be asked.
  case refusedAddress(String)
  /// The address names a port that must not be asked.
  case refusedPort(Int)
  /// The address is none that can be asked for.
  case badAddress(String)
  /// This side could not ask, for a reason of its own.
  case notSent(String)
  /// The site's robots.txt does not want it asked for.
  case robots
  /// The page's title or first heading says that it is not found.
  case notFoundWords(String)
  /// A made-up address beside it gets the same answer.
  case likeMadeUpAddress(String)
  /// It leads to the site's front page.
  case redirectToFrontPage
  /// So many addresses of the catalogue lead to the same page.
  case sharedTarget(count: Int)
  /// It leads to a host that sells or parks names.
  case parkingHost(String)
  /// The page offers the name for sale.
  case saleWords(String)
  /// The page is full of words of the trades that buy up names.
  case tradeWords(String)
  /// It leads to another site.
  case siteChanged(from: String, to: String)
  /// So many in a hundred of the title's words are on the page.
  case titleWordsFound(percent: Int)
  /// So many of 64 bits of the text's fingerprint changed.
  case textChanged(bits: Int)
  /// The page's title changed.
  case titleChanged(from: String, to: String)
  /// The page is in another language than the record says.
  case language(expected: String, found: String)
  /// It is of another media type than it was.
  case mediaType(expected: String, found: String)
  /// It leads to a page for signing in.
  case signIn(String)
  /// It asks whether a person is there.
  case robotCheck(String)
  /// It asks to be left alone for so many seconds.
  case retryAfter(seconds: Int)
  /// Nobody at all answered in this run, so it says nothing.
  case noNetwork
  /// Its host had failed several times in this run, so it was not asked any more.
  case hostFailed(String)
  /// A person said so of the host, and why.
  case overruled(reason: String)
  /// So many failures in a row since (seconds since 1970).
  case failures(count: Int, since: Int64)
}
