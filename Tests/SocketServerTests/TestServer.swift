import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import SocketServer
import Synchronization

/// A real server on a free port of this machine, for as long as `body` runs.
struct TestServer: Sendable {
  /// Where it listens.
  let places: [ListeningPlace]
  private let services: ServiceGroup
  private let ending: AsyncStream<Void>

  /// Serves `index` while `body` runs, then stops it.
  static func run<Result: Sendable>(
    _ index: String, logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
    _ change: (inout ServerConfiguration) -> Void = { _ in },
    body: @Sendable (TestServer) async throws -> Result
  ) async throws -> Result {
    var configuration = ServerConfiguration(indexFolder: index, version: "0.0-test")
    configuration.port = 0
    // Beside a thousand computing tests a step may take minutes to get its turn.
    configuration.limits.requestSeconds = 3_600
    configuration.limits.queryTimeoutMilliseconds = configuration.limits.queryTimeoutMillisecondsMax
    change(&configuration)
    let (listening, continuation) = AsyncStream.makeStream(of: [ListeningPlace].self)
    let (ending, ended) = AsyncStream.makeStream(of: Void.self)
    let server = try SocketServer(configuration, logger: logger) { continuation.yield($0) }
    let services = ServiceGroup(services: [server], logger: logger)
    return try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask {
        defer {
          continuation.finish()
          ended.finish()
        }
        try await services.run()
      }
      var places: [ListeningPlace] = []
      for await found in listening {
        places = found
        break
      }
      let result: Result
      do {
        result = try await body(TestServer(places: places, services: services, ending: ending))
      } catch {
        await services.triggerGracefulShutdown()
        throw error
      }
      await services.triggerGracefulShutdown()
      try await tasks.waitForAll()
      return result
    }
  }

  /// Begins to stop.
  func stop() async { await services.triggerGracefulShutdown() }

  /// Stops, and waits until the server has ended.
  func stopAndWait() async {
    await stop()
    for await _ in ending {}
  }

  /// Talks with the server over a new connection, to the first place or to `place`.
  func connect<Result: Sendable>(
    to place: ListeningPlace? = nil, _ body: @Sendable (inout TestClient) async throws -> Result
  ) async throws -> Result {
    let bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .channelOption(.allowRemoteHalfClosure, value: true)
    let wrap: @Sendable (any Channel) -> EventLoopFuture<NIOAsyncChannel<ByteBuffer, ByteBuffer>> =
      {
        channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel(
            wrappingChannelSynchronously: channel,
            configuration: .init(isOutboundHalfClosureEnabled: true))
        }
      }
    guard let place = place ?? places.first else { throw Unreachable() }
    let channel =
      switch place {
      case .tcp(let host, let port), .metrics(let host, let port):
        try await bootstrap.connect(host: host, port: port, channelInitializer: wrap)
      case .unix(let path):
        try await bootstrap.connect(unixDomainSocketPath: path, channelInitializer: wrap)
      }
    return try await channel.executeThenClose { inbound, outbound in
      var client = TestClient(inbound: inbound.makeAsyncIterator(), outbound: outbound)
      return try await body(&client)
    }
  }

  /// Sends `text`, closes our half, and gives all that comes back until the server closes.
  func exchange(_ text: String) async throws -> String {
    try await connect { client in
      try await client.send(text)
      client.finish()
      return try await client.rest()
    }
  }

  private struct Unreachable: Error {}
}

/// The client's end of one connection.
struct TestClient {
  fileprivate var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
  fileprivate let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
  private var buffer = ""

  fileprivate init(
    inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator,
    outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
  ) {
    self.inbound = inbound
    self.outbound = outbound
  }

  /// Sends `text`.
  func send(_ text: String) async throws { try await outbound.write(ByteBuffer(string: text)) }

  /// Closes our half.
  func finish() { outbound.finish() }

  /// The next line without its end, or nil where the server has closed.
  mutating func line() async throws -> String? {
    while true {
      // "\r\n" is one Character: look for the scalar.
      if let end = buffer.unicodeScalars.firstIndex(of: "\n") {
        let line = String(buffer.unicodeScalars[..<end])
        buffer = String(buffer.unicodeScalars[buffer.unicodeScalars.index(after: end)...])
        return line
      }
      guard let bytes = try await inbound.next() else { return nil }
      buffer += String(buffer: bytes)
    }
  }

  /// The lines of one reply, its end line last.
  mutating func reply() async throws -> [String] {
    var lines: [String] = []
    while let line = try await line() {
      lines.append(line)
      if line.hasPrefix("{\"ok\":") { break }
    }
    return lines
  }

  /// Sends `request` and gives the lines of its reply.
  mutating func ask(_ request: String) async throws -> [String] {
    try await send(request + "\n")
    return try await reply()
  }

  /// All that comes until the server closes.
  mutating func rest() async throws -> String {
    while let bytes = try await inbound.next() { buffer += String(buffer: bytes) }
    return buffer
  }
}

/// Keeps what is logged.
final class LogKeeper: Sendable {
  private let kept = Mutex<[String]>([])

  /// A logger whose entries of every level are kept.
  var logger: Logger {
    var logger = Logger(label: "test") { _ in Handler(keeper: self) }
    logger.logLevel = .trace
    return logger
  }

  /// The entries with their metadata.
  var entries: [String] { kept.withLock { $0 } }

  private struct Handler: LogHandler {
    let keeper: LogKeeper
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      let metadata = (event.metadata ?? [:]).merging(self.metadata) { first, _ in first }
      keeper.kept.withLock { $0.append("\(event.message) \(metadata)") }
    }
  }
}
