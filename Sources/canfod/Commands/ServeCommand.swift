import ArgumentParser
import Catalogue
import Logging
import ServiceLifecycle
import SocketServer
import Terminal
import UnixSignals

/// `canfod serve`: answers over a socket.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
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

  @Option(help: ArgumentHelp("The TCP port; 0 takes any that is free.", valueName: "port"))
  var port: UInt16 = 7411

  @Option(help: ArgumentHelp("The address to listen on.", valueName: "address"))
  var bind = "127.0.0.1"

  @Option(help: ArgumentHelp("A Unix socket to listen on as well.", valueName: "path"))
  var unix: String?

  @Flag(name: .customLong("no-tcp"), help: "Listen on the Unix socket alone.")
  var isUnixOnly = false

  @Flag(help: "Allow an address that others can reach: there is no password.")
  var insecurePublic = false

  @OptionGroup var basics: BasicOptions

  func run() async throws {
    let console = Console(basics)
    // Logs go to the standard error: the standard output is for the addresses, for a program to read.
    let logger = Logger(label: "canfod") { label in StreamLogHandler.standardError(label: label) }
    var configuration = ServerConfiguration(indexFolder: basics.index, version: Program.version)
    configuration.host = isUnixOnly ? nil : bind
    configuration.port = Int(port)
    configuration.unixPath = unix
    configuration.insecurePublic = insecurePublic
    configuration.language = console.language
    let wording = console.wording
    do {
      let server = try SocketServer(configuration, logger: logger) { places in
        for place in places {
          _ = StandardStream.output.write(wording.listening(place.description) + "\n")
        }
      }
      let group = ServiceGroup(
        services: [server], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
      try await group.run()
    } catch let error as ServerError {
      throw end(error, console).exitCode
    }
  }

  /// Tells why the server did not start.
  private func end(_ error: ServerError, _ console: Console) -> ExitStatus {
    if case .catalogue(let error) = error {
      console.tell(error)
      console.flush()
      return ExitStatus(error)
    }
    console.complain("canfod: " + error.message(console.language))
    switch error {
    case .publicAddress, .nothingToListenOn: return .usage
    case .unknownHost, .cannotListen, .catalogue: return .unavailable
    }
  }
}
