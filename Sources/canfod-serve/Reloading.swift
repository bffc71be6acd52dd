import ServiceLifecycle
import SocketServer
import UnixSignals

/// Has the server look for a new index whenever the process gets SIGHUP.
struct Reloading: Service, CustomStringConvertible {
  /// Its name in the service group's log.
  var description: String { "Reloading" }

  private let server: SocketServer
  private let hangups: UnixSignalsSequence

  /// From now on SIGHUP no longer ends the process.
  init(_ server: SocketServer) async {
    self.server = server
    hangups = await UnixSignalsSequence(trapping: .sighup)
  }

  func run() async throws {
    for await _ in hangups.cancelOnGracefulShutdown() { await server.reload() }
  }
}
