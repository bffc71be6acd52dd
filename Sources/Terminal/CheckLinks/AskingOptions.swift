public import ArgumentParser

/// How `check-links` asks: whom, how often, how long.
public struct AskingOptions: ParsableArguments {
  /// Whether to ask again what was found alive a short while ago.
  @Flag(help: "Ask again even what was found alive less than --max-age days ago.")
  public var all = false

  /// For how many days a link that was found alive is not asked for again.
  @Option(
    help: ArgumentHelp("Days for which what was found alive is not asked again.", valueName: "days")
  )
  public var maxAge = 7

  /// Seconds between two requests to one host.
  @Option(help: ArgumentHelp("Seconds between two requests to a host.", valueName: "seconds"))
  public var delay = 1.0

  /// How many requests one host gets at a time.
  @Option(help: ArgumentHelp("Requests to a host at a time.", valueName: "n"))
  public var perHost = 1

  /// How many requests there are at a time.
  @Option(help: ArgumentHelp("Requests at a time, over all hosts.", valueName: "n"))
  public var concurrency = 128

  /// Seconds that a request may take.
  @Option(help: ArgumentHelp("Seconds that a request may take.", valueName: "seconds"))
  public var timeout = 30.0

  /// How many times a request that failed in passing is made again.
  @Option(help: ArgumentHelp("How often a request that failed is made again.", valueName: "n"))
  public var retries = 2

  /// Whether a site's robots.txt is obeyed.
  @Flag(help: "Do not ask for what a site's robots.txt does not want asked for.")
  public var respectRobots = false

  /// Whether addresses of private networks may be asked.
  @Flag(help: "Ask addresses of private networks and of this machine too.")
  public var allowPrivate = false

  /// Hosts whose addresses are given; see ``fixedAddresses``.
  @Option(
    help: ArgumentHelp(
      "Ask this IP address for this host; may be repeated.", valueName: "host:address"))
  public var resolve: [String] = []

  /// A file of certificates to trust beside the system's.
  @Option(
    help: ArgumentHelp("A file of certificates to trust (PEM).", valueName: "file"),
    completion: .file())
  public var ca: String?

  /// How those who are asked can reach who asks.
  @Option(
    help: ArgumentHelp(
      "A mail or web address for those who are asked, sent along with every request.",
      valueName: "address"))
  public var contact: String?

  /// Whether pages are left unread.
  @Flag(help: "Judge by status codes alone; do not read pages.")
  public var statusOnly = false

  /// A service of archived copies.
  @Option(
    help: ArgumentHelp(
      "Look for archived copies of what is broken at this Memento TimeGate, to whose address the "
        + "link's is appended.",
      valueName: "url"))
  public var archive: String?

  /// The options of a command line that gives none.
  public init() {}

  /// The hosts whose addresses are given.
  public var fixedAddresses: [FixedAddress] { resolve.compactMap(FixedAddress.init) }
}
