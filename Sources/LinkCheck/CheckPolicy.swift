/// How links are asked and judged; the defaults are what a polite program does.
public struct CheckPolicy: Sendable, Hashable {
  /// Seconds between the end of one request to a host and the start of the next.
  public var delaySeconds = 1.0
  /// Requests to one host at once.
  public var perHost = 1
  /// Requests in all at once.
  public var concurrency = 128
  /// Seconds for one request.
  public var timeoutSeconds = 30.0
  /// How many times more a request is sent that failed in a way that passes.
  public var retries = 2
  /// Seconds before the first of these; each further one waits twice as long.
  public var backoffSeconds = 1.0
  /// The longest wait that a server may ask for with `Retry-After`; longer is a refusal.
  public var retryAfterSecondsMax = 60
  /// Redirects followed.
  public var redirectsMax = 20
  /// Bytes of a page that are read.
  public var pageBytesMax = 2 << 20
  /// Whether pages are read; without it only statuses count.
  public var readsPages = true
  /// Whether robots.txt is obeyed.
  ///
  /// It is written for programs that follow links by themselves; these were chosen by a person.
  public var respectsRobots = false
  /// Links that were good are left alone for so many days.
  public var goodDays = 7.0
  /// Failures in a row before a link is called dead.
  public var failuresBeforeDead = 3
  /// Days from the first of these to the last, at least.
  public var daysBeforeDead = 6.0
  /// Days between two failures that both count.
  public var daysBetweenFailures = 0.5
  /// A certificate that ends within so many days is told of.
  public var certificateDays = 30
  /// Links of one host that fail to connect in a row before the host is left alone.
  public var hostFailuresMax = 3

  /// The defaults.
  public init() {}
}
