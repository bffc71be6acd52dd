public import ArgumentParser

/// The options of `serve` that say what may be taken.
///
/// Their values are read where the same settings of the environment and of a file are: by the server.
public struct ServeLimitOptions: ParsableArguments {
  /// How many threads read and write; one serves thousands of connections.
  @Option(
    help: ArgumentHelp(
      "How many threads read and write; one serves thousands of connections (default: 1).",
      valueName: "threads"))
  public var threads: String?

  /// The most bytes of a request line.
  @Option(
    help: ArgumentHelp(
      "The most bytes of a request line (default: 65536).",
      valueName: "bytes"))
  public var maxLine: String?

  /// The most words of a request in RESP.
  @Option(
    help: ArgumentHelp(
      "The most words of a request in RESP (default: 1024).",
      valueName: "count"))
  public var maxArguments: String?

  /// The most bytes of a word of a request in RESP.
  @Option(
    help: ArgumentHelp(
      "The most bytes of a word of a request in RESP (default: 65536).",
      valueName: "bytes"))
  public var maxArgument: String?

  /// The most bytes of a request in RESP.
  @Option(
    help: ArgumentHelp(
      "The most bytes of a request in RESP (default: 1048576).",
      valueName: "bytes"))
  public var maxRequest: String?

  /// The most words and filters of a query.
  @Option(
    help: ArgumentHelp(
      "The most words and filters of a query (default: 256).",
      valueName: "count"))
  public var queryTerms: String?

  /// The deepest nesting of a query's brackets.
  @Option(
    help: ArgumentHelp(
      "The deepest nesting of a query's brackets (default: 32).",
      valueName: "count"))
  public var queryDepth: String?

  /// The most results in one reply.
  @Option(
    help: ArgumentHelp(
      "The most results in one reply (default: 1000).",
      valueName: "count"))
  public var limit: String?

  /// The farthest result that can be reached.
  @Option(
    help: ArgumentHelp(
      "The farthest result that can be reached (default: 10000).",
      valueName: "count"))
  public var window: String?

  /// The most ids of one GET or CHECK.
  @Option(
    help: ArgumentHelp(
      "The most ids of one GET or CHECK (default: 100).",
      valueName: "count"))
  public var ids: String?

  /// The most requests of a connection that are read and not answered.
  @Option(
    help: ArgumentHelp(
      "The most requests of a connection that are read and not answered (default: 64).",
      valueName: "count"))
  public var unanswered: String?

  /// The most bytes of replies that a connection may leave untaken before it is no longer read from.
  @Option(
    help: ArgumentHelp(
      "The most bytes of replies that a connection may leave untaken before it is no longer read from (default: 1048576).",
      valueName: "bytes"))
  public var unsentBytes: String?

  /// The most searches of a connection at once.
  @Option(
    help: ArgumentHelp(
      "The most searches of a connection at once (default: 4).",
      valueName: "count"))
  public var searchesAtOnce: String?

  /// The most connections.
  @Option(
    help: ArgumentHelp(
      "The most connections (default: 1024).",
      valueName: "count"))
  public var connections: String?

  /// The most connections of one address, on a public address; 0 is any number.
  @Option(
    help: ArgumentHelp(
      "The most connections of one address, on a public address; 0 is any number (default: 64).",
      valueName: "count"))
  public var connectionsPerAddress: String?

  /// The most searches that wait for a worker.
  @Option(
    help: ArgumentHelp(
      "The most searches that wait for a worker (default: 1024).",
      valueName: "count"))
  public var queuedSearches: String?

  /// How many searches run at once.
  @Option(
    help: ArgumentHelp(
      "How many searches run at once (default: 2).",
      valueName: "count"))
  public var workers: String?

  /// How long a connection may ask for nothing; 0 is for ever.
  @Option(
    help: ArgumentHelp(
      "How long a connection may ask for nothing; 0 is for ever (default: 300).",
      valueName: "seconds"))
  public var idleTimeoutS: String?

  /// How long a request may take from its first byte to its end.
  @Option(
    help: ArgumentHelp(
      "How long a request may take from its first byte to its end (default: 30).",
      valueName: "seconds"))
  public var requestTimeoutS: String?

  /// How long a connection may take nothing of its replies.
  @Option(
    help: ArgumentHelp(
      "How long a connection may take nothing of its replies (default: 30).",
      valueName: "seconds"))
  public var writeStallS: String?

  /// How long a search may take where the request does not say.
  @Option(
    help: ArgumentHelp(
      "How long a search may take where the request does not say (default: 1000).",
      valueName: "milliseconds"))
  public var queryTimeoutMs: String?

  /// The longest that a request may allow its search to take.
  @Option(
    help: ArgumentHelp(
      "The longest that a request may allow its search to take (default: 10000).",
      valueName: "milliseconds"))
  public var queryTimeoutMaxMs: String?

  /// How long a stop waits for the replies that are owed.
  @Option(
    help: ArgumentHelp(
      "How long a stop waits for the replies that are owed (default: 15).",
      valueName: "seconds"))
  public var drainS: String?

  /// The options of a command line that gives none.
  public init() {}

  /// What was given, by the settings' keys.
  var settings: [(key: String, value: String)] {
    let all: [(key: String, value: String?)] = [
      ("threads", threads),
      ("max_line", maxLine),
      ("max_arguments", maxArguments),
      ("max_argument", maxArgument),
      ("max_request", maxRequest),
      ("query_terms", queryTerms),
      ("query_depth", queryDepth),
      ("limit", limit),
      ("window", window),
      ("ids", ids),
      ("unanswered", unanswered),
      ("unsent_bytes", unsentBytes),
      ("searches_at_once", searchesAtOnce),
      ("connections", connections),
      ("connections_per_address", connectionsPerAddress),
      ("queued_searches", queuedSearches),
      ("workers", workers),
      ("idle_timeout_s", idleTimeoutS),
      ("request_timeout_s", requestTimeoutS),
      ("write_stall_s", writeStallS),
      ("query_timeout_ms", queryTimeoutMs),
      ("query_timeout_max_ms", queryTimeoutMaxMs),
      ("drain_s", drainS),
    ]
    return all.compactMap { setting in setting.value.map { (setting.key, $0) } }
  }
}
