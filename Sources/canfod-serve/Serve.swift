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
    let configuration: ServerConfiguration
    do throws(SettingError) {
      configuration = try self.configuration(console)
    } catch {
      throw end(error, console).exitCode
    }
    let wording = console.wording
    do {
      let server = try SocketServer(configuration, logger: logger) { places in
        for place in places {
          _ = StandardStream.output.write(wording.listening(place.description) + "\n")
        }
      }
      // Who closes the terminal that it was started from ends it; elsewhere SIGHUP asks to reload.
      var services: [any Service] = [server]
      if !StandardStream.output.isTerminal {
        services.insert(await Reloading(server), at: 0)
      }
      let group = ServiceGroup(
        services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
      try await group.run()
    } catch let error as ServerError {
      throw end(error, console).exitCode
    }
  }

  /// What the command line, the environment and the configuration file ask for.
  private func configuration(_ console: Console) throws(SettingError) -> ServerConfiguration {
    var usual = ServerConfiguration(indexFolder: options.basics.index, version: Program.version)
    usual.language = console.language
    usual.noticePath = Environment.value("NOTIFY_SOCKET")
    return try ServerSettings.configuration(
      usual, file: options.config ?? Environment.value("CANFOD_CONFIG"),
      environment: Environment.value, flags: options.settings)
  }

  /// Tells why the server cannot be set up.
  private func end(_ error: SettingError, _ console: Console) -> ExitStatus {
    console.complain("canfod: " + error.message(console.language))
    switch error.problem {
    case .unknownKey, .badValue, .noMap, .malformed, .noPassword: return .usage
    case .unreadable: return .missing
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
