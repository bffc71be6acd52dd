internal import NIOCore
internal import NIOEmbedded
internal import SocketServer

/// A connection without a network.
struct FuzzConnection {
  /// Stands between the connection and the network: the embedded channel would close wholly where only
  /// the output is closed.
  private final class NetworkEnd: ChannelOutboundHandler {
    typealias OutboundIn = ByteBuffer

    func read(context: ChannelHandlerContext) {}

    func close(
      context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?
    ) {
      guard mode == .output else { return context.close(mode: mode, promise: promise) }
      promise?.succeed()
    }
  }

  private let channel: EmbeddedChannel

  init(_ limits: ConnectionLimits, _ responder: any Responder) throws {
    channel = EmbeddedChannel()
    try channel.pipeline.syncOperations.addHandlers([
      NetworkEnd(), ConnectionHandler(limits: limits, responder: responder),
    ])
    try channel.connect(to: SocketAddress(unixDomainSocketPath: "fuzz")).wait()
  }

  /// Sends `bytes`, and lets the connection take its turns.
  func send(_ bytes: [UInt8]) throws {
    guard channel.isActive else { return }
    try channel.writeInbound(ByteBuffer(bytes: bytes))
    channel.embeddedEventLoop.run()
  }

  /// Lets the connection take its turns.
  func run() { channel.embeddedEventLoop.run() }

  /// Sends no more.
  func closeInput() {
    channel.pipeline.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
    channel.embeddedEventLoop.run()
  }

  /// Whether it has not ended.
  var isOpen: Bool { channel.isActive }

  /// All that was sent.
  func received() throws -> [UInt8] {
    var bytes: [UInt8] = []
    while let part = try channel.readOutbound(as: ByteBuffer.self) {
      bytes += part.readableBytesView
    }
    return bytes
  }

  /// Gives the channel back.
  func finish() throws { _ = try channel.finish(acceptAlreadyClosed: true) }
}
