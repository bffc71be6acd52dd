import ArgumentParser
import Catalogue
import Logging
import ServiceLifecycle
import SocketServer
import Terminal
import UnixSignals

/// The program that `canfod serve` becomes: answers over a socket.
@main
struct Serve: AsyncParsableCommand {
  static let configuration = ServeOptions.configuration(named: "canfod-serve")

  @OptionGroup var options: ServeOptions

  func run() async throws {
    let console = Console(options.basics)
    // Logs go to the standard error: the standard output is for the addresses, for a program to read.
    let logger = Logger(label: "canfod") { label in StreamLogHandler.standardError(label: label) }
    var configuration = ServerConfiguration(
      indexFolder: options.basics.index, version: Program.version)
    configuration.host = options.isUnixOnly ? nil : options.bind
    configuration.port = Int(options.port)
    configuration.unixPath = options.unix
    configuration.insecurePublic = options.insecurePublic
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
