public import ArgumentParser

/// The options of `serve`, for `canfod` and for `canfod-serve`, which `canfod serve` becomes.
public struct ServeOptions: ParsableArguments {
  /// A file of settings.
  @Option(
    help: ArgumentHelp(
      "A YAML file of settings, by the names of the flags: max_line: 65536.", valueName: "file"))
  public var config: String?

  /// The TCP port; 0 takes any that is free.
  @Option(
    help: ArgumentHelp(
      "The TCP port; 0 takes any that is free (default: 7411).", valueName: "port"))
  public var port: String?

  /// The address to listen on.
  @Option(
    help: ArgumentHelp("The address to listen on (default: 127.0.0.1).", valueName: "address"))
  public var bind: String?

  /// A Unix socket to listen on as well.
  @Option(help: ArgumentHelp("A Unix socket to listen on as well.", valueName: "path"))
  public var unix: String?

  /// The port of the metrics.
  @Option(
    help: ArgumentHelp(
      "A port on 127.0.0.1 for GET /metrics, /ready and /live; 0 takes any that is free.",
      valueName: "port"))
  public var metricsPort: String?

  /// Whether to listen on the Unix socket alone.
  @Flag(name: .customLong("no-tcp"), help: "Listen on the Unix socket alone.")
  public var isUnixOnly = false

  /// The file of the password.
  @Option(
    help: ArgumentHelp(
      "A file whose first line is the password that clients must give.", valueName: "file"))
  public var authFile: String?

  /// Whether the address may be one that others can reach.
  @Flag(help: "Allow an address that others can reach without any password.")
  public var insecurePublic = false

  /// What the log tells of requests.
  @Option(
    help: ArgumentHelp(
      "What the log tells of requests: off, summary (verb, outcome, time) or full (what was "
        + "asked, too) (default: off).", valueName: "detail"))
  public var accessLog: String?

  /// Further names of the index.
  @Option(
    help: ArgumentHelp(
      "Names, with commas between, by which FT commands may call the index beside catalogue.",
      valueName: "names"))
  public var indexAliases: String?

  /// What may be taken.
  @OptionGroup(title: "Limits") public var limits: ServeLimitOptions

  /// The options of every command.
  @OptionGroup public var basics: BasicOptions

  /// The options of a command line that gives none.
  public init() {}

  /// The settings that the command line gives, by their keys.
  public var settings: [(key: String, value: String)] {
    let given: [(key: String, value: String?)] = [
      ("index", basics.index == BasicOptions.indexDefault ? nil : basics.index), ("port", port),
      ("bind", bind), ("unix", unix), ("metrics_port", metricsPort),
      ("no_tcp", isUnixOnly ? "true" : nil),
      ("access_log", accessLog), ("index_aliases", indexAliases), ("auth_file", authFile),
      ("insecure_public", insecurePublic ? "true" : nil),
    ]
    return given.compactMap { setting in setting.value.map { (setting.key, $0) } }
      + limits.settings
  }

  /// What both programs say of the command, under its name in each.
  public static func configuration(named name: String) -> CommandConfiguration {
    CommandConfiguration(
      commandName: name,
      abstract: "Answer over a socket, in lines or to clients of Redis.",
      discussion: """
        Yn Gymraeg: ateb dros soced, fesul llinell neu i gleientiaid Redis.

        The server reads only. A new index is taken up without dropping a question, at once on \
        SIGHUP; SIGTERM and SIGINT end it when what was asked is answered. Questions are not logged \
        unless --access-log full says so. Each \
        setting can also be an environment variable, --max-line as CANFOD_MAX_LINE, or a line of a \
        file, max_line: 65536. A flag goes before a variable, and that before the file.

        Examples:
          canfod serve --port 7411
          canfod serve --unix /run/canfod/canfod.sock --no-tcp
          canfod serve --config /etc/canfod.yaml
          redis-cli -p 7411 FT.SEARCH catalogue '@language:{cy}'
          printf 'SEARCH language:cy age:under-12\\r\\nQUIT\\r\\n' | nc 127.0.0.1 7411
        """)
  }
}
