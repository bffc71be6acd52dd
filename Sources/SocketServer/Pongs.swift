internal import NIOCore

/// The replies to a run of `PING`, ready to be sent.
enum Pongs {
  /// The most of them at once.
  static let countMax = 1_024

  /// `count` times `+PONG`: a part of one buffer that all connections share.
  static func bytes(_ count: Int) -> ByteBuffer {
    all.getSlice(at: all.readerIndex, length: count * length) ?? all
  }

  private static let line = "+PONG\r\n"
  private static let length = line.utf8.count
  private static let all = ByteBuffer(string: String(repeating: line, count: countMax))
}
