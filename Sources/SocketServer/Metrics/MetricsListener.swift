internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import Synchronization

/// The metrics port: HTTP on this machine's loopback, for a Prometheus and for health checks.
struct MetricsListener {
  /// The only address that it listens on: who else shall read it goes through a proxy.
  private static let host = "127.0.0.1"
  /// The most bytes of a request.
  private static let requestBytesMax = 8_192
  /// The most connections at once; others are closed.
  private static let connectionsMax = 16

  private let channel: any Channel

  /// Where it listens.
  var place: ListeningPlace? {
    channel.localAddress?.port.map { .metrics(host: Self.host, port: $0) }
  }

  /// Listens on `port`; 0 is any free one.
  ///
  /// A connection may take `secondsMax` altogether.
  init(
    port: Int, _ metrics: ServerMetrics, secondsMax: Int, on group: any EventLoopGroup
  ) async throws(ServerError) {
    let open = ConnectionCount()
    let bootstrap = ServerBootstrap(group: group)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.maxMessagesPerRead, value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          guard open.add() <= Self.connectionsMax else {
            open.remove()
            return channel.close(promise: nil)
          }
          channel.closeFuture.whenComplete { _ in open.remove() }
          let pipeline = channel.pipeline.syncOperations
          try pipeline.addHandler(ReceivedBytesLimit(bytesMax: Self.requestBytesMax))
          try pipeline.configureHTTPServerPipeline(
            withPipeliningAssistance: false, withErrorHandling: false)
          try pipeline.addHandler(MetricsHandler(metrics, secondsMax: secondsMax))
        }
      }
    do {
      channel = try await bootstrap.bind(host: Self.host, port: port).get()
    } catch {
      throw .cannotListen(
        place: "\(Self.host):\(port)", flag: .metricsPort, fault: ListeningFault(error))
    }
  }

  /// Takes no connection any more.
  func close() async { try? await channel.close() }

  /// How many connections are open.
  private final class ConnectionCount: Sendable {
    private let count = Atomic(0)

    func add() -> Int { count.add(1, ordering: .relaxed).newValue }
    func remove() { count.subtract(1, ordering: .relaxed) }
  }
}
