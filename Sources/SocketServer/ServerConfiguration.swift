public import Records

/// How a ``SocketServer`` is set up.
public struct ServerConfiguration: Sendable {
  /// The index folder.
  public var indexFolder: String
  /// The address or name to listen on; nil listens on no TCP port.
  public var host: String? = "127.0.0.1"
  /// Whether to listen on the Unix socket alone.
  public var isUnixOnly = false
  /// The TCP port; 0 is any free one.
  public var port = 7_411
  /// The path of a Unix socket to listen on as well; nil is none.
  public var unixPath: String?
  /// The port of the metrics on this machine's loopback; 0 is any free one, nil is none.
  public var metricsPort: Int?
  /// The file whose first line is the password; nil is none.
  public var authFile: String?
  /// The password that clients must give; nil where there is none.
  public var password: Password?
  /// Whether an address that others can reach may be listened on, without any password.
  public var insecurePublic = false
  /// What the log tells of requests.
  public var accessLog = AccessLog.Detail.off
  /// Where a service manager is told that the server is ready, and that it stops; nil is nowhere.
  public var noticePath: String?
  /// The names, beside its own, by which FT commands may call the index.
  public var indexAliases: [String] = []
  /// What may be taken.
  public var limits = ConnectionLimits()
  /// How many threads read and write.
  public var eventLoopThreads = 1
  /// How often the index folder is looked at for a new generation.
  public var lookMilliseconds = 500
  /// The language of messages where a request does not say.
  public var language = InterfaceLanguage.english
  /// Canfod's version, for HELLO and STATUS.
  public var version: String

  /// Serves the index in `indexFolder` on 127.0.0.1:7411.
  public init(indexFolder: String, version: String) {
    self.indexFolder = indexFolder
    self.version = version
  }
}
