package import NIOCore

/// How a connection's bytes are cut into requests: the first byte decides, for as long as it lasts.
///
/// `*` is RESP; anything else is lines.
package enum Framing {
  /// No byte has come yet.
  case undecided(lineBytesMax: Int, RESPLimits)
  /// Lines.
  case line(LineFraming)
  /// Arrays of bulk strings.
  case resp(RESPFraming)

  /// What bytes turned out to be.
  package enum Event: Sendable, Equatable {
    /// A request.
    case request(Request)
    /// A line that is no request; the connection goes on.
    case refused(DoorError, tag: String?)
    /// Something that no request can follow.
    case closing(DoorError)
  }

  /// Starts a connection's framing.
  package init(lineBytesMax: Int, _ limits: RESPLimits) {
    self = .undecided(lineBytesMax: lineBytesMax, limits)
  }

  /// Whether replies are written in RESP.
  package var isRESP: Bool {
    if case .resp = self { true } else { false }
  }

  /// Whether a byte has come, so that it is known how to reply.
  package var isDecided: Bool {
    if case .undecided = self { false } else { true }
  }

  /// The number of the request that is begun and not ended; nil where none is.
  package var requestUnderWay: Int? {
    switch self {
    case .undecided: nil
    case .line(let framing): framing.isMidLine ? framing.lineNumber : nil
    case .resp(let framing): framing.isMidRequest ? framing.requestNumber : nil
    }
  }

  /// Takes what was read.
  package mutating func append(_ bytes: inout ByteBuffer) {
    if case .undecided(let lineBytesMax, let limits) = self {
      guard let first = bytes.readableBytesView.first else { return }
      self =
        first == UInt8(ascii: "*")
        ? .resp(RESPFraming(limits: limits)) : .line(LineFraming(bytesMax: lineBytesMax))
    }
    update(
      line: { $0.append(&bytes) }, resp: { $0.append(&bytes) })
  }

  /// No more bytes will come.
  ///
  /// A last line without its LF counts where `keepsLastLine` says so.
  package mutating func end(keepsLastLine: Bool) {
    update(line: { $0.end(keepsLastLine: keepsLastLine) }, resp: { $0.end() })
  }

  /// The next event, or nil until more bytes have come.
  package mutating func next() -> Event? {
    var event: Event?
    update(
      line: { framing in
        event = framing.next().map { found in
          switch found {
          case .request(let request): .request(.line(request))
          case .refused(let error, let tag): .refused(error, tag: tag)
          case .closing(let error): .closing(error)
          }
        }
      },
      resp: { framing in
        event = framing.next().map { found in
          switch found {
          case .request(let request): .request(.resp(request))
          case .closing(let fault): .closing(.resp(fault))
          }
        }
      })
    return event
  }

  /// Takes as many requests of `PING` alone as come next, at most `max`: they are what load balancers and
  /// benchmarks send by the million, and are not looked at closely.
  package mutating func takePings(max: Int) -> Int {
    var count = 0
    update(
      line: { count = $0.takePings(max: max) }, resp: { count = $0.takePings(max: max) })
    return count
  }

  /// Changes the framing in place, without a copy of what it holds.
  private mutating func update(
    line: (inout LineFraming) -> Void, resp: (inout RESPFraming) -> Void
  ) {
    switch self {
    case .undecided: break
    case .line(var framing):
      self = .undecided(lineBytesMax: 1, RESPLimits())
      line(&framing)
      self = .line(framing)
    case .resp(var framing):
      self = .undecided(lineBytesMax: 1, RESPLimits())
      resp(&framing)
      self = .resp(framing)
    }
  }
}
