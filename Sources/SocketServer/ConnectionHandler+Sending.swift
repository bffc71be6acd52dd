internal import NIOCore

/// How a connection's replies are sent.
extension ConnectionHandler {
  /// How much is written at once: small enough that a slow reader's progress shows.
  private static let writeBytesMax = 16_384

  /// Sends what is ready.
  func sendReplies() {
    guard let context, replies.readableBytes > 0 else { return }
    let bytes = replies
    replies = ByteBuffer()
    let now = context.eventLoop.now
    timers.touch(now)
    if unsentBytes == 0 { timers.progressed(now) }
    if unsentBytes > 0 || bytes.readableBytes > Self.writeBytesMax || !sendAtOnce(bytes, context) {
      send(bytes, context)
    }
  }

  /// Sends few bytes, most often all of them at once: then nobody needs to be told when they are gone,
  /// which costs as much as all else that is done here.
  private func sendAtOnce(_ bytes: ByteBuffer, _ context: ChannelHandlerContext) -> Bool {
    guard let options = context.channel.syncOptions else { return false }
    context.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
    guard phase != .closed, self.context != nil,
      let left = try? options.getOption(.bufferedWritableBytes), left > 0
    else { return true }
    // What is left has gone when nothing more, written after it, has.
    unsentBytes += left
    write(ByteBuffer(), counting: left, context)
    context.flush()
    return true
  }

  private func send(_ bytes: ByteBuffer, _ context: ChannelHandlerContext) {
    unsentBytes += bytes.readableBytes
    var rest = bytes
    while let part = rest.readSlice(length: min(rest.readableBytes, Self.writeBytesMax)),
      part.readableBytes > 0
    {
      write(part, counting: part.readableBytes, context)
    }
    context.flush()
  }

  private func write(_ bytes: ByteBuffer, counting count: Int, _ context: ChannelHandlerContext) {
    let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
    let promise = context.eventLoop.makePromise(of: Void.self)
    promise.futureResult.whenSuccess { bound.value.sent(count) }
    context.write(wrapOutboundOut(bytes), promise: promise)
  }

  /// The client has taken `count` bytes.
  private func sent(_ count: Int) {
    let wasFull = unsentBytes > limits.unsentBytesMax
    unsentBytes -= count
    guard phase != .closed, let context else { return }
    let now = context.eventLoop.now
    timers.progressed(now)
    timers.touch(now)
    let hasRoomAgain = wasFull && unsentBytes <= limits.unsentBytesMax
    // Who pumps looks at what is unsent by itself, at the end.
    if hasRoomAgain || (unsentBytes == 0 && !isPumping) { pump() }
  }
}
