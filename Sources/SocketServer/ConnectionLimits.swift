internal import Catalogue

/// What one server and each of its connections may take.
///
/// STATUS and HELLO report them.
public struct ConnectionLimits: Sendable, Hashable {
  /// The most bytes of a request line, its LF counted.
  public var lineBytesMax = 65_536
  /// The most words of a request in RESP, the command's name counted.
  public var argumentsMax = 1_024
  /// The most bytes of a word of a request in RESP.
  public var argumentBytesMax = 65_536
  /// The most bytes of a request in RESP.
  public var requestBytesMax = 1_048_576
  /// The most requests of a connection that are read and not answered.
  public var unansweredMax = 64
  /// The most requests of a connection that wait for or are in the search pool at once, so that one
  /// that sends many does not hold up the others.
  public var searchesAtOnceMax = 4
  /// The most bytes of replies that a connection has not taken before it is no longer read from.
  public var unsentBytesMax = 1_048_576
  /// How long a connection may ask for nothing; 0 is for ever.
  public var idleSeconds = 300
  /// How long a request may take from its first byte to its end.
  public var requestSeconds = 30
  /// How long a connection may take nothing of its replies.
  public var writeStallSeconds = 30
  /// How long a connection that we end may take to read its last reply.
  public var lingerSeconds = 2
  /// The most connections.
  public var connectionsMax = 1_024
  /// The most connections of one address where the server is public.
  public var connectionsPerAddressMax = 64
  /// The most searches that wait for a worker.
  public var queuedSearchesMax = 1_024
  /// How many searches run at once.
  public var workers = 2
  /// The most words and filters of a query.
  public var queryTermsMax = RequestLimits.clausesMax
  /// The deepest nesting of a query's brackets.
  public var queryDepthMax = RequestLimits.depthMax
  /// The most results in one reply.
  public var resultsMax = RequestLimits.limitMax
  /// The farthest result that can be reached.
  public var windowMax = RequestLimits.windowMax
  /// The most ids of one GET or CHECK.
  public var idsMax = Command.idsMax
  /// The longest that a request may allow its search to take.
  public var queryTimeoutMillisecondsMax = RequestLimits.timeoutMillisecondsMax
  /// How long a search may take where the request does not say.
  public var queryTimeoutMilliseconds = 1_000
  /// How long a stop waits for the replies that are owed.
  public var drainSeconds = 15

  /// The limits of the protocol.
  public init() {}

  /// What a request in RESP may have.
  var resp: RESPLimits {
    RESPLimits(
      argumentsMax: argumentsMax, argumentBytesMax: argumentBytesMax,
      requestBytesMax: requestBytesMax)
  }

  /// Their names and values in replies.
  var members: [(name: String, value: JSONText)] {
    [
      ("max_line", .int(lineBytesMax)), ("max_arguments", .int(argumentsMax)),
      ("max_argument", .int(argumentBytesMax)), ("max_request", .int(requestBytesMax)),
      ("query_terms", .int(queryTermsMax)), ("query_depth", .int(queryDepthMax)),
      ("limit", .int(resultsMax)), ("window", .int(windowMax)), ("ids", .int(idsMax)),
      ("unanswered", .int(unansweredMax)), ("unsent_bytes", .int(unsentBytesMax)),
      ("searches_at_once", .int(searchesAtOnceMax)),
      ("connections", .int(connectionsMax)),
      ("connections_per_address", .int(connectionsPerAddressMax)),
      ("queued_searches", .int(queuedSearchesMax)), ("workers", .int(workers)),
      ("idle_timeout_s", .int(idleSeconds)), ("request_timeout_s", .int(requestSeconds)),
      ("write_stall_s", .int(writeStallSeconds)),
      ("drain_s", .int(drainSeconds)),
      ("query_timeout_ms", .int(queryTimeoutDefault)),
      ("query_timeout_max_ms", .int(queryTimeoutMillisecondsMax)),
    ]
  }
}
