import Glibc
import NIOCore
import NIOPosix

/// One connection to a plain host: reads requests, carries out replies.
///
/// Bytes are written as told, right or wrong, which is why no HTTP codec stands in the pipeline.
final class Connection: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let place: Place
  private var pending = ByteBuffer()
  private var isBusy = false

  private init(_ place: Place) { self.place = place }

  /// Opens the host's port.
  static func listen(
    _ place: Place, port: Int, on group: MultiThreadedEventLoopGroup
  ) async throws -> any Channel {
    try await ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 1024)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(Connection(place))
        }
      }
      .bind(host: place.address, port: port).get()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var buffer = unwrapInboundIn(data)
    pending.writeBuffer(&buffer)
    readRequest(context)
  }

  func channelInactive(context: ChannelHandlerContext) {
    if isBusy { place.end() }
    isBusy = false
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  private func readRequest(_ context: ChannelHandlerContext) {
    // A client that begins with TLS is told so plainly, as web servers do.
    if !isBusy, pending.readableBytesView.first == 0x16 {
      let refusal = Reply.status(400, [("Connection", "close")], reason: "Bad Request")
      write(ByteBuffer(bytes: refusal.head), context) { context.close(promise: nil) }
      return
    }
    guard !isBusy, let length = headLength() else {
      if pending.readableBytes > 64 << 10 { context.close(promise: nil) }
      return
    }
    guard let text = pending.readString(length: length), let head = RequestHead(text) else {
      context.close(promise: nil)
      return
    }
    pending.discardReadBytes()
    isBusy = true
    let reply = place.answer(head)
    let latency = place.latency
    if latency == .zero {
      start(reply, context)
    } else {
      context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(latency)) {
        self.start(reply, context)
      }
    }
  }

  /// How many bytes the next head has; nil while it is incomplete.
  private func headLength() -> Int? {
    let bytes = pending.readableBytesView
    var index = bytes.startIndex
    while let feed = bytes[index...].firstIndex(of: 0x0a) {
      index = feed + 1
      if bytes[index...].starts(with: [0x0d, 0x0a]) { return index + 2 - bytes.startIndex }
    }
    return nil
  }

  private func start(_ reply: Reply, _ context: ChannelHandlerContext) {
    guard isBusy else { return }
    var buffer = context.channel.allocator.buffer(capacity: reply.head.count + 8192)
    buffer.writeBytes(reply.head)
    // The usual answer goes out in one piece.
    if reply.body.count == 1, case .send(let bytes) = reply.body[0] {
      buffer.writeBytes(bytes)
      write(buffer, context) { self.finish(reply.end, context) }
    } else if buffer.readableBytes > 0 {
      write(buffer, context) { self.step(reply, 0, context) }
    } else {
      step(reply, 0, context)
    }
  }

  private func step(_ reply: Reply, _ index: Int, _ context: ChannelHandlerContext) {
    guard isBusy else { return }
    guard index < reply.body.count else {
      finish(reply.end, context)
      return
    }
    switch reply.body[index] {
    case .send(let bytes):
      write(ByteBuffer(bytes: bytes), context) { self.step(reply, index + 1, context) }
    case .pause(let milliseconds):
      context.eventLoop.assumeIsolated().scheduleTask(in: .milliseconds(milliseconds)) {
        self.step(reply, index + 1, context)
      }
    case .drip(let bytes, let milliseconds):
      guard let byte = bytes.first else {
        step(reply, index + 1, context)
        return
      }
      var rest = reply
      rest.body[index] = .drip(Array(bytes.dropFirst()), milliseconds: milliseconds)
      write(ByteBuffer(bytes: [byte]), context) { [rest] in
        context.eventLoop.assumeIsolated().scheduleTask(in: .milliseconds(milliseconds)) {
          self.step(rest, index, context)
        }
      }
    case .forever(let bytes):
      // At most 20 MB a second, so that a patient asker does not take the machine.
      write(ByteBuffer(bytes: bytes), context) {
        context.eventLoop.assumeIsolated().scheduleTask(in: .milliseconds(1)) {
          self.step(reply, index, context)
        }
      }
    }
  }

  private func finish(_ end: Reply.End, _ context: ChannelHandlerContext) {
    guard isBusy else { return }
    switch end {
    case .keep:
      isBusy = false
      place.end()
      readRequest(context)
    case .close: context.close(promise: nil)
    case .hang: break
    case .reset:
      guard let socket = context.channel as? any SocketOptionProvider else { return }
      socket.setSoLinger(linger(l_onoff: 1, l_linger: 0)).assumeIsolated().whenComplete { _ in
        context.close(promise: nil)
      }
    }
  }

  private func write(
    _ buffer: ByteBuffer, _ context: ChannelHandlerContext, then next: @escaping () -> Void
  ) {
    context.writeAndFlush(wrapOutboundOut(buffer)).assumeIsolated().whenComplete { result in
      switch result {
      case .success: next()
      case .failure: context.close(promise: nil)
      }
    }
  }
}
