package import NIOCore

/// How a connection's bytes are cut into requests: the first byte decides, for as long as it lasts.
///
/// `*` is RESP; anything else is lines.
package struct Framing {
  /// What bytes turned out to be.
  package enum Event: Sendable, Equatable {
    /// A request.
    case request(Request)
    /// A line that is no request; the connection goes on.
    case refused(DoorError, tag: String?)
    /// Something that no request can follow.
    case closing(DoorError)
  }

  private let lineBytesMax: Int
  private let limits: RESPLimits
  // Two optionals and no enum: both are changed where they are, without a copy of what they hold. At most
  // one is there.
  private var lines: LineFraming?
  private var arrays: RESPFraming?

  /// Starts a connection's framing.
  package init(lineBytesMax: Int, _ limits: RESPLimits) {
    self.lineBytesMax = lineBytesMax
    self.limits = limits
  }

  /// Whether replies are written in RESP.
  package var isRESP: Bool { arrays != nil }

  /// Whether a byte has come, so that it is known how to reply.
  package var isDecided: Bool { lines != nil || arrays != nil }

  /// The number of the request that is begun and not ended; nil where none is.
  package var requestUnderWay: Int? {
    if let number = arrays?.requestUnderWay { return number }
    return lines?.lineUnderWay
  }

  /// How many bytes are held that no request has been made of.
  package var bytesHeld: Int { arrays?.bytesHeld ?? lines?.bytesHeld ?? 0 }

  /// Takes what was read.
  package mutating func append(_ bytes: inout ByteBuffer) {
    if !isDecided {
      guard let first = bytes.readableBytesView.first else { return }
      if first == UInt8(ascii: "*") {
        arrays = RESPFraming(limits: limits)
      } else {
        lines = LineFraming(bytesMax: lineBytesMax)
      }
    }
    arrays?.append(&bytes)
    lines?.append(&bytes)
  }

  /// No more bytes will come.
  ///
  /// A last line without its LF counts where `keepsLastLine` says so.
  package mutating func end(keepsLastLine: Bool) {
    arrays?.end()
    lines?.end(keepsLastLine: keepsLastLine)
  }

  /// The next event, or nil until more bytes have come.
  package mutating func next() -> Event? {
    switch arrays?.next() {
    case .request(let request): return .request(.resp(request))
    case .closing(let fault): return .closing(.resp(fault))
    case nil: break
    }
    return switch lines?.next() {
    case .request(let request): .request(.line(request))
    case .refused(let error, let tag): .refused(error, tag: tag)
    case .closing(let error): .closing(error)
    case nil: nil
    }
  }

  /// Takes as many requests of `PING` alone as come next, at most `max`: they are what load balancers and
  /// benchmarks send by the million, and are not looked at closely.
  package mutating func takePings(max: Int) -> Int {
    arrays?.takePings(max: max) ?? lines?.takePings(max: max) ?? 0
  }
}
