package import NIOCore

/// Cuts a connection's bytes into request lines.
///
/// It holds what has not been asked for yet and nothing else: at most one line of ``bytesMax`` and
/// what was read last.
///
/// Any split of the same bytes into reads gives the same events. No bytes make it trap.
///
///     stream = *( line LF )
///     line   = *( blank ) / "#" *( byte ) / request [ CR ]
///
/// - Invariant: after ``next()`` gave nil, no whole line is held.
package struct LineFraming {
  /// What a line turned out to be.
  package enum Event: Sendable, Equatable {
    /// A request.
    case request(LineRequest)
    /// A line that is no request; the connection goes on.
    case refused(DoorError, tag: String?)
    /// Something that no line can follow.
    case closing(DoorError)
  }

  /// The most bytes of a line, its LF counted.
  package let bytesMax: Int
  /// How many lines have been begun; a change says that the line under way is another one.
  package private(set) var lineNumber = 0

  private var buffer = ByteBuffer()
  private var scanned = 0
  private var isSkipping = false
  private var isFirstLine = true
  private var isClosed = false
  private var hasEnded = false

  /// Starts a connection's framing.
  package init(bytesMax: Int) {
    precondition(bytesMax > 0)
    self.bytesMax = bytesMax
  }

  /// Whether a line is begun and not ended.
  package var isMidLine: Bool {
    !isClosed && !hasEnded && (isSkipping || buffer.readableBytes > 0)
  }

  /// The number of the line that is begun and not ended; nil where none is.
  var lineUnderWay: Int? { isMidLine ? lineNumber : nil }

  /// How many bytes are held.
  var bytesHeld: Int { buffer.readableBytes }

  /// Takes what was read.
  package mutating func append(_ bytes: inout ByteBuffer) {
    guard !isClosed, !hasEnded else { return }
    buffer.discardReadBytes()
    buffer.writeBuffer(&bytes)
  }

  /// No more bytes will come.
  ///
  /// A last line without its LF counts where `keepsLastLine` says so.
  package mutating func end(keepsLastLine: Bool) {
    guard !isClosed, !hasEnded else { return }
    hasEnded = true
    scanned = 0
    if keepsLastLine {
      if !isSkipping, buffer.readableBytes > 0, buffer.readableBytesView.last != Self.lineFeed {
        buffer.writeInteger(Self.lineFeed)
      }
    } else if let end = buffer.readableBytesView.lastIndex(of: Self.lineFeed) {
      buffer.moveWriterIndex(to: end + 1)
    } else {
      buffer.clear()
    }
  }

  /// The next event, or nil until more bytes have come.
  package mutating func next() -> Event? {
    while !isClosed {
      switch takeLine() {
      case .none: return nil
      case .tooLong(let start):
        if start.first != UInt8(ascii: "#") {
          return .refused(.lineTooLong(bytesMax: bytesMax), tag: LineGrammar.tag(start))
        }
      case .line(let line):
        if let event = event(line) { return event }
      }
    }
    return nil
  }

  /// Takes as many lines of `PING` alone as come next, at most `max`, without looking at them closely.
  ///
  /// It takes some that ``next()`` would have given, and never others.
  package mutating func takePings(max: Int) -> Int {
    guard !isSkipping, !isClosed else { return 0 }
    var index = buffer.readerIndex
    var count = 0
    while count < max,
      let name = buffer.getInteger(at: index, as: UInt32.self),
      name & Self.upperCaseMask == Self.pingName,
      let length = lineEndLength(at: index + 4)
    {
      index += 4 + length
      count += 1
    }
    if count > 0 {
      buffer.moveReaderIndex(to: index)
      scanned = 0
      lineNumber += count
      isFirstLine = false
      if buffer.readableBytes == 0 { buffer.clear() }
    }
    return count
  }

  /// `PING`, most significant byte first.
  private static let pingName: UInt32 = 0x5049_4E47
  private static let upperCaseMask: UInt32 = 0xDFDF_DFDF

  private func lineEndLength(at index: Int) -> Int? {
    switch buffer.getInteger(at: index, as: UInt8.self) {
    case Self.lineFeed: 1
    case Self.carriageReturn:
      buffer.getInteger(at: index + 1, as: UInt8.self) == Self.lineFeed ? 2 : nil
    default: nil
    }
  }

  private enum Taken {
    case none
    case tooLong(start: [UInt8])
    case line([UInt8])
  }

  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
  /// How much of a line that is too long is kept: enough for its tag.
  private static let startBytesKept = 40

  /// Takes one line out of the buffer, or skips the rest of one that was too long.
  private mutating func takeLine() -> Taken {
    while true {
      let view = buffer.readableBytesView
      let from = view.index(view.startIndex, offsetBy: scanned)
      guard let end = view[from...].firstIndex(of: Self.lineFeed) else {
        scanned = view.count
        if isSkipping {
          drop(view.count)
        } else if view.count >= bytesMax {
          return startSkipping()
        }
        return .none
      }
      let length = view.distance(from: view.startIndex, to: end)
      if isSkipping {
        drop(length + 1)
        isSkipping = false
        lineNumber += 1
        continue
      }
      if length >= bytesMax { return startSkipping() }
      var line = buffer.readBytes(length: length) ?? []
      buffer.moveReaderIndex(forwardBy: 1)
      scanned = 0
      lineNumber += 1
      if buffer.readableBytes == 0 { buffer.clear() }
      if line.last == Self.carriageReturn { line.removeLast() }
      return .line(line)
    }
  }

  private mutating func startSkipping() -> Taken {
    isSkipping = true
    isFirstLine = false
    return .tooLong(
      start: Array(buffer.readableBytesView.prefix(min(bytesMax, Self.startBytesKept))))
  }

  private mutating func drop(_ count: Int) {
    buffer.moveReaderIndex(forwardBy: count)
    buffer.discardReadBytes()
    scanned = 0
  }

  private mutating func event(_ line: [UInt8]) -> Event? {
    guard !LineGrammar.isIgnored(line) else { return nil }
    defer { isFirstLine = false }
    if LineGrammar.isHTTP(line, isFirst: isFirstLine) { return close(.http) }
    let tag = LineGrammar.tag(line)
    if let offset = LineGrammar.notText(line) { return .refused(.notText(at: offset), tag: tag) }
    do {
      return .request(try LineGrammar.request(line))
    } catch {
      return .refused(error, tag: tag)
    }
  }

  private mutating func close(_ error: DoorError) -> Event {
    isClosed = true
    buffer.clear()
    return .closing(error)
  }
}
