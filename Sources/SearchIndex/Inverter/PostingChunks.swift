/// Many streams of bytes growing side by side in one array: each is a chain of chunks, every chunk
/// twice as long as the one before, up to a limit.
///
///     chunk = bytes{8, 16, 32 … 4096} next:u32      next: where the following chunk starts
struct PostingChunks {
  /// A stream's beginning and where it goes on.
  struct Stream {
    /// Where the first chunk starts.
    fileprivate var head: UInt32 = 0
    /// Where the next byte goes.
    fileprivate var end: UInt32 = 0
    /// Where the current chunk's bytes end.
    fileprivate var chunkEnd: UInt32 = 0
    /// The current chunk's place in the chain, as far as it still makes a difference.
    fileprivate var level: UInt8 = 0

    /// A stream without a chunk yet.
    init() {}
  }

  private var bytes: [UInt8] = []

  /// The most bytes of all streams: offsets have 32 bits.
  static let bytesMax = Int(UInt32.max) - 8192

  /// Starts without streams.
  init() {}

  /// The bytes of memory in use.
  var memoryBytes: Int { bytes.count }

  /// Appends a number to a stream as a varint.
  mutating func append(_ value: UInt64, to stream: inout Stream) {
    var rest = value
    while rest >= 0x80 {
      append(byte: UInt8(truncatingIfNeeded: rest) | 0x80, to: &stream)
      rest >>= 7
    }
    append(byte: UInt8(truncatingIfNeeded: rest), to: &stream)
  }

  private mutating func append(byte: UInt8, to stream: inout Stream) {
    if stream.end == stream.chunkEnd { startChunk(of: &stream) }
    bytes[Int(stream.end)] = byte
    stream.end += 1
  }

  private mutating func startChunk(of stream: inout Stream) {
    let start = bytes.count
    precondition(start <= Self.bytesMax)
    if stream.chunkEnd == 0 {
      stream.head = UInt32(start)
    } else {
      for shift in 0..<4 {
        bytes[Int(stream.chunkEnd) + shift] = UInt8(truncatingIfNeeded: start >> (8 * shift))
      }
      stream.level = min(stream.level + 1, Self.levelMax)
    }
    let length = Self.length(level: stream.level)
    bytes.append(contentsOf: repeatElement(0, count: length + 4))
    stream.end = UInt32(start)
    stream.chunkEnd = UInt32(start + length)
  }

  private static let levelMax: UInt8 = 9

  private static func length(level: UInt8) -> Int { 8 << Int(level) }

  /// Reads a stream from its start.
  struct Reader {
    private var offset: Int
    private var chunkEnd: Int
    private var level: UInt8 = 0
    private let end: Int

    /// Starts at the first byte of `stream`.
    init(_ stream: Stream) {
      offset = Int(stream.head)
      chunkEnd = Int(stream.head) + PostingChunks.length(level: 0)
      end = Int(stream.end)
      if stream.chunkEnd == 0 { chunkEnd = 0 }
    }

    /// Whether all was read.
    var isAtEnd: Bool { offset == end }

    /// Reads a number.
    mutating func varint(_ chunks: borrowing PostingChunks) -> UInt64 {
      var value: UInt64 = 0
      var shift: UInt64 = 0
      while true {
        let byte = byte(chunks)
        value |= UInt64(byte & 0x7F) << shift
        if byte & 0x80 == 0 { return value }
        shift += 7
      }
    }

    private mutating func byte(_ chunks: borrowing PostingChunks) -> UInt8 {
      if offset == chunkEnd {
        var next = 0
        for shift in 0..<4 { next |= Int(chunks.bytes[chunkEnd + shift]) << (8 * shift) }
        level = min(level + 1, PostingChunks.levelMax)
        offset = next
        chunkEnd = next + PostingChunks.length(level: level)
      }
      offset += 1
      return chunks.bytes[offset - 1]
    }
  }
}
