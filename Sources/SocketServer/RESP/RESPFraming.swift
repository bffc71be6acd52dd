package import NIOCore

/// Cuts a connection's bytes into requests of RESP: arrays of bulk strings.
///
///     stream   = *request
///     request  = "*" count CRLF *bulk
///     bulk     = "$" length CRLF *length( byte ) CRLF
///     count    = 1*7DIGIT          ; 0 … argumentsMax; an empty request is passed over
///     length   = 1*7DIGIT          ; 0 … argumentBytesMax
///
/// For example `*2 CRLF $4 CRLF ECHO CRLF $2 CRLF hi CRLF` asks for `ECHO hi`.
///
/// Any split of the same bytes into reads gives the same events. No bytes make it trap. A length that
/// passes a limit is refused as soon as it has been read: nothing is set aside for what is only
/// announced, so what is held is at most one request and what was read last.
///
/// - Invariant: after ``next()`` gave nil, no whole request is held.
package struct RESPFraming {
  /// What the bytes turned out to be.
  package enum Event: Sendable, Equatable {
    /// A request.
    case request(RESPRequest)
    /// Something that no request can follow.
    case closing(RESPFault)
  }

  /// What one request may have.
  package let limits: RESPLimits
  /// How many requests have been ended; a change says that the one under way is another one.
  package private(set) var requestNumber = 0

  private var buffer = ByteBuffer()
  private var words: [String] = []
  private var requestBytes = 0
  /// How many words are still to come; nil between requests.
  private var wordsLeft: Int?
  /// The length of the word that comes next; nil where it has not been told yet.
  private var wordLength: Int?
  private var isClosed = false
  private var hasEnded = false

  /// Starts a connection's framing.
  package init(limits: RESPLimits) {
    self.limits = limits
  }

  /// Whether a request is begun and not ended.
  package var isMidRequest: Bool {
    !isClosed && !hasEnded && (wordsLeft != nil || buffer.readableBytes > 0)
  }

  /// The number of the request that is begun and not ended; nil where none is.
  var requestUnderWay: Int? { isMidRequest ? requestNumber : nil }

  /// How many bytes are held, those of the words that have come counted.
  var bytesHeld: Int { buffer.readableBytes + requestBytes }

  /// Takes what was read.
  package mutating func append(_ bytes: inout ByteBuffer) {
    guard !isClosed, !hasEnded else { return }
    buffer.discardReadBytes()
    buffer.writeBuffer(&bytes)
  }

  /// No more bytes will come: a request that is only begun is forgotten.
  package mutating func end() {
    hasEnded = true
  }

  /// The next event, or nil until more bytes have come.
  package mutating func next() -> Event? {
    guard !isClosed else { return nil }
    do {
      return try takeRequest().map(Event.request)
    } catch {
      isClosed = true
      buffer = ByteBuffer()
      words = []
      return .closing(error)
    }
  }

  /// Takes as many requests of `PING` alone as come next, at most `max`, without looking at them closely.
  ///
  /// It takes some that ``next()`` would have given, and never others.
  package mutating func takePings(max: Int) -> Int {
    guard wordsLeft == nil, !isClosed else { return 0 }
    var index = buffer.readerIndex
    var count = 0
    while count < max, index + Self.pingLength <= buffer.writerIndex,
      buffer.getInteger(at: index, as: UInt64.self) == Self.pingStart,
      let name = buffer.getInteger(at: index + 8, as: UInt32.self),
      name & Self.upperCaseMask == Self.pingName,
      buffer.getInteger(at: index + 12, as: UInt16.self) == Self.lineEnd
    {
      index += Self.pingLength
      count += 1
    }
    if count > 0 {
      buffer.moveReaderIndex(to: index)
      requestNumber += count
      releaseIfEmpty()
    }
    return count
  }

  /// `*1 CRLF $4 CRLF`, most significant byte first.
  private static let pingStart: UInt64 = 0x2A31_0D0A_2434_0D0A
  /// `PING`.
  private static let pingName: UInt32 = 0x5049_4E47
  private static let upperCaseMask: UInt32 = 0xDFDF_DFDF
  private static let lineEnd: UInt16 = 0x0D0A
  private static let pingLength = 14

  /// The most digits of a number: more than any limit has, and too few to overflow.
  private static let digitsMax = 7
  /// An emptied buffer larger than this is given back.
  private static let bytesKept = 16_384
  /// Room for so many words is made before they have come.
  private static let wordsReserved = 16

  private mutating func takeRequest() throws(RESPFault) -> RESPRequest? {
    while true {
      if wordsLeft == nil {
        guard
          let count = try takeNumber(
            after: UInt8(ascii: "*"), upTo: limits.argumentsMax,
            or: .argumentCount(max: limits.argumentsMax))
        else { return nil }
        guard count > 0 else {
          requestNumber += 1
          releaseIfEmpty()
          continue
        }
        wordsLeft = count
        words.reserveCapacity(min(count, Self.wordsReserved))
      }
      while let left = wordsLeft, left > 0 {
        guard try takeWord() else { return nil }
        wordsLeft = left - 1
      }
      return takeWords()
    }
  }

  /// The request that is whole now.
  private mutating func takeWords() -> RESPRequest? {
    let request = RESPRequest(words)
    words = []
    requestBytes = 0
    wordsLeft = nil
    requestNumber += 1
    releaseIfEmpty()
    return request
  }

  /// Takes the next word, or says false where it is not all there.
  private mutating func takeWord() throws(RESPFault) -> Bool {
    if wordLength == nil {
      wordLength = try takeNumber(
        after: UInt8(ascii: "$"), upTo: limits.argumentBytesMax,
        or: .argumentLength(max: limits.argumentBytesMax))
    }
    guard let length = wordLength else { return false }
    guard requestBytes + length <= limits.requestBytesMax else {
      throw .requestLength(max: limits.requestBytesMax)
    }
    guard buffer.readableBytes >= length + 2 else { return false }
    guard let end: UInt16 = buffer.getInteger(at: buffer.readerIndex + length),
      end == Self.lineEnd
    else { throw .noLineEnd }
    guard let word = try? buffer.readUTF8ValidatedString(length: length), !word.utf8.contains(0)
    else { throw .notText(argument: words.count) }
    buffer.moveReaderIndex(forwardBy: 2)
    words.append(word)
    requestBytes += length
    wordLength = nil
    return true
  }

  /// Takes a line of `sign` and a number from 0 to `max`; nil where it is not all there.
  private mutating func takeNumber(
    after sign: UInt8, upTo max: Int, or fault: RESPFault
  ) throws(RESPFault) -> Int? {
    let view = buffer.readableBytesView
    guard let first = view.first else { return nil }
    guard first == sign else { throw .expected(sign, found: first) }
    var number = 0
    var length = 1
    for byte in view.dropFirst() {
      length += 1
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        number = number * 10 + Int(byte - UInt8(ascii: "0"))
        // As soon as it is too much: nobody needs to wait for the end of 2^63.
        guard number <= max, length <= Self.digitsMax + 1 else { throw fault }
      case UInt8(ascii: "\r"):
        guard length > 2 else { throw fault }
        guard let next = view.dropFirst(length).first else { return nil }
        guard next == UInt8(ascii: "\n") else { throw fault }
        buffer.moveReaderIndex(forwardBy: length + 1)
        return number
      default: throw fault
      }
    }
    return nil
  }

  private mutating func releaseIfEmpty() {
    guard buffer.readableBytes == 0 else { return }
    if buffer.capacity > Self.bytesKept {
      buffer = ByteBuffer()
    } else {
      buffer.clear()
    }
  }
}
