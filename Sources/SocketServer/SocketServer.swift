internal import Catalogue
public import Logging
internal import NIOCore
internal import NIOPosix
public import ServiceLifecycle

/// The catalogue on a TCP port and, where asked, on a Unix socket, in both framings of
/// `docs/protocol.md`.
///
/// ``run()`` listens until the service group stops it: then no connection is taken any more, each
/// answers what it has received and is closed, and what takes too long for that is cut off.
public struct SocketServer: Service, CustomStringConvertible {
  /// Its name in the service group's log.
  public var description: String { "SocketServer" }

  private let configuration: ServerConfiguration
  private let catalogue: LiveCatalogue
  private let logger: Logger
  private let onListening: @Sendable ([ListeningPlace]) -> Void

  /// Opens the index.
  ///
  /// `onListening` is told once where the server listens.
  public init(
    _ configuration: ServerConfiguration, logger: Logger,
    onListening: @escaping @Sendable ([ListeningPlace]) -> Void = { _ in }
  ) throws(ServerError) {
    self.configuration = configuration
    self.logger = logger
    self.onListening = onListening
    do throws(CatalogueError) {
      catalogue = try LiveCatalogue(index: configuration.indexFolder, logger: logger)
    } catch {
      throw .catalogue(error)
    }
  }

  /// Serves until it is told to stop.
  public func run() async throws {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: configuration.eventLoopThreads)
    do {
      try await serve(on: group)
    } catch {
      // The error that is under way says more than one of taking down.
      try? await group.shutdownGracefully()
      throw error
    }
    try await group.shutdownGracefully()
  }

  /// Looks for a new index generation now, not only when the next look is due.
  public func reload() async {
    logger.info("reload asked for")
    // Its one error is that the pool has been stopped.
    let look = try? await NIOThreadPool.singleton.runIfActive { catalogue.look() }
    if look == .unchanged {
      logger.info(
        "nothing new to load", metadata: ["generation": "\(catalogue.current.generation)"])
    }
  }

  private func serve(on group: MultiThreadedEventLoopGroup) async throws {
    var limits = configuration.limits
    let addresses = try ListeningAddress.all(of: configuration)
    if !configuration.insecurePublic, addresses.allSatisfy(\.isLocal) {
      limits.connectionsPerAddressMax = 0
    }
    let statistics = Statistics()
    let pool = SearchPool(workers: limits.workers, queuedMax: limits.queuedSearchesMax)
    let eventLoop = group.next()
    let registry = ConnectionRegistry(limits: limits, statistics: statistics, eventLoop: eventLoop)
    let responder = CommandResponder(
      catalogue: catalogue, pool: pool, statistics: statistics, limits: limits,
      configuration: configuration, logger: logger)
    let listeners: [any Channel]
    do {
      listeners = try await listen(on: addresses, group, limits, registry, responder)
    } catch {
      await pool.stop()
      await registry.stop(patience: .zero)
      throw error
    }
    let readiness = Readiness()
    let metrics: MetricsListener?
    do {
      metrics = try await listenForMetrics(
        ServerMetrics(
          catalogue: catalogue, statistics: statistics, pool: pool, readiness: readiness,
          version: configuration.version), on: group)
    } catch {
      for listener in listeners { try? await listener.close() }
      await pool.stop()
      await registry.stop(patience: .zero)
      throw error
    }
    let socketFile = configuration.unixPath.map(UnixSocketFile.init(listenedOn:))
    let looking = watch(eventLoop)
    var places = listeners.compactMap { ListeningPlace($0.localAddress) }
    if let place = metrics?.place { places.append(place) }
    logger.info("listening", metadata: ["places": "\(places.map(\.description))"])
    onListening(places)
    await ServiceNotice.ready.send(to: configuration.noticePath, on: group)

    // Told to stop is the usual end; a cancelled task ends in the same way, only without patience.
    let isGraceful = (try? await gracefulShutdown()) != nil
    logger.info("stopping", metadata: ["connections": "\(statistics.connections)"])
    readiness.stop()
    await ServiceNotice.stopping.send(to: configuration.noticePath, on: group)
    socketFile?.remove()
    for listener in listeners { try? await listener.close() }
    await registry.stop(patience: isGraceful ? .seconds(Int64(limits.drainSeconds)) : .zero)
    looking.cancel()
    await pool.stop()
    await metrics?.close()
    logger.info("stopped")
  }

  private func listen(
    on addresses: [ListeningAddress], _ group: MultiThreadedEventLoopGroup,
    _ limits: ConnectionLimits, _ registry: ConnectionRegistry, _ responder: CommandResponder
  ) async throws -> [any Channel] {
    let bootstrap = ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 256)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .childChannelOption(.maxMessagesPerRead, value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let refusal: DoorError?
          switch registry.admit(channel) {
          case .admitted: refusal = nil
          case .refused: refusal = .connectionsFull
          case .dropped: return channel.close(promise: nil)
          }
          try channel.pipeline.syncOperations.addHandler(
            ConnectionHandler(limits: limits, responder: responder, refusal: refusal))
        }
      }
    var listeners: [any Channel] = []
    for address in addresses {
      do {
        listeners.append(try await address.bind(bootstrap, on: group))
      } catch {
        for listener in listeners { try? await listener.close() }
        throw error
      }
    }
    return listeners
  }

  private func listenForMetrics(
    _ metrics: ServerMetrics, on group: MultiThreadedEventLoopGroup
  ) async throws(ServerError) -> MetricsListener? {
    guard let port = configuration.metricsPort else { return nil }
    return try await MetricsListener(
      port: port, metrics, secondsMax: configuration.limits.requestSeconds, on: group)
  }

  /// Looks for a new generation every so often, on a thread that may wait for the disk.
  private func watch(_ eventLoop: any EventLoop) -> RepeatedTask {
    let interval = TimeAmount.milliseconds(Int64(configuration.lookMilliseconds))
    return eventLoop.scheduleRepeatedAsyncTask(initialDelay: interval, delay: interval) {
      [catalogue] _ in
      NIOThreadPool.singleton.runIfActive(eventLoop: eventLoop) { _ = catalogue.look() }
    }
  }
}
