internal import NIOCore

/// Passes on so many bytes of a connection and no more.
final class ReceivedBytesLimit: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer

  /// More was sent than is taken.
  struct Passed: Error {}

  private var bytesLeft: Int

  /// Takes `bytesMax` bytes.
  init(bytesMax: Int) {
    bytesLeft = bytesMax
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard bytesLeft >= 0 else { return }
    bytesLeft -= unwrapInboundIn(data).readableBytes
    if bytesLeft >= 0 {
      context.fireChannelRead(data)
    } else {
      context.fireErrorCaught(Passed())
    }
  }
}
