public import ArgumentParser

/// The options of `serve`, for `canfod` and for `canfod-serve`, which `canfod serve` becomes.
public struct ServeOptions: ParsableArguments {
  /// The TCP port; 0 takes any that is free.
  @Option(help: ArgumentHelp("The TCP port; 0 takes any that is free.", valueName: "port"))
  public var port: UInt16 = 7411

  /// The address to listen on.
  @Option(help: ArgumentHelp("The address to listen on.", valueName: "address"))
  public var bind = "127.0.0.1"

  /// A Unix socket to listen on as well.
  @Option(help: ArgumentHelp("A Unix socket to listen on as well.", valueName: "path"))
  public var unix: String?

  /// Whether to listen on the Unix socket alone.
  @Flag(name: .customLong("no-tcp"), help: "Listen on the Unix socket alone.")
  public var isUnixOnly = false

  /// Whether the address may be one that others can reach.
  @Flag(help: "Allow an address that others can reach: there is no password.")
  public var insecurePublic = false

  /// The options of every command.
  @OptionGroup public var basics: BasicOptions

  /// The options of a command line that gives none.
  public init() {}

  /// What both programs say of the command, under its name in each.
  public static func configuration(named name: String) -> CommandConfiguration {
    CommandConfiguration(
      commandName: name,
      abstract: "Answer over a socket, in lines.",
      discussion: """
        Yn Gymraeg: ateb dros soced, fesul llinell.

        The server reads only. A new index is taken up without dropping a question; SIGTERM and \
        SIGINT end it when what was asked is answered. Questions are not logged.

        Examples:
          canfod serve --port 7411
          canfod serve --unix /run/canfod/canfod.sock --no-tcp
          printf 'SEARCH language:cy age:under-12\\r\\nQUIT\\r\\n' | nc 127.0.0.1 7411
        """)
  }
}
