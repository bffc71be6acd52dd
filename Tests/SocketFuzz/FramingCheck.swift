internal import NIOCore
internal import SocketServer
internal import TestSupport

/// What must hold of how bytes are cut into requests.
///
/// Any split gives the events of the whole, with or without pings taken in passing; nothing follows what
/// closes; what is held stays within the limits.
struct FramingCheck {
  /// An event, `PING` alone told apart: it may be taken in either way.
  enum Event: Equatable {
    case ping
    case other(Framing.Event)

    init(_ event: Framing.Event) {
      self = Self.isPing(event) ? .ping : .other(event)
    }

    private static func isPing(_ event: Framing.Event) -> Bool {
      guard case .request(let request) = event else { return false }
      return request.isPing
    }
  }

  /// The events of the whole, its end included.
  let events: [Event]
  /// Whether the bytes are RESP.
  let isRESP: Bool
  /// What does not hold.
  private(set) var faults: [String] = []

  init(_ input: FuzzInput) {
    let limits = input.limits
    var choices = input.choices
    var whole = Run(limits)
    whole.take(input.bytes)
    whole.end()
    events = whole.events
    isRESP = whole.isRESP
    var parts = Run(limits)
    for read in input.reads { parts.take(read) }
    parts.end()
    // As a connection does: pings in passing, and not all that is there before more is read.
    var passing = Run(limits)
    for read in input.reads { passing.take(read, &choices) }
    passing.end()
    faults = whole.faults + parts.faults + passing.faults
    if parts.events != events {
      faults.append("reads \(input.reads) give \(parts.events), the whole \(events)")
    }
    if passing.events != events {
      faults.append("pings in passing give \(passing.events), the whole \(events)")
    }
    if events.count > input.bytes.count { faults.append("more events than bytes") }
  }
}

extension FramingCheck {
  /// One connection's framing, and what came of it.
  private struct Run {
    private let bytesHeldMax: Int
    private var framing: Framing
    private var isClosed = false
    var events: [Event] = []
    var faults: [String] = []

    init(_ limits: ConnectionLimits) {
      let resp = RESPLimits(
        argumentsMax: limits.argumentsMax, argumentBytesMax: limits.argumentBytesMax,
        requestBytesMax: limits.requestBytesMax)
      framing = Framing(lineBytesMax: limits.lineBytesMax, resp)
      // A line without its end; or the words of a request, and one that lacks its end.
      bytesHeldMax = max(
        limits.lineBytesMax, limits.requestBytesMax + limits.argumentBytesMax + 2)
    }

    var isRESP: Bool { framing.isRESP }

    /// Takes a read and all events that it completes.
    mutating func take(_ bytes: [UInt8]) {
      append(bytes)
      drain()
    }

    /// Takes a read, pings in passing, and some or all of the events that it completes.
    mutating func take(_ bytes: [UInt8], _ choices: inout Seed) {
      append(bytes)
      for _ in 0..<Int.random(in: 0...8, using: &choices) {
        let pings = framing.takePings(max: Int.random(in: 1...3, using: &choices))
        if pings > 0, isClosed { faults.append("pings after the end") }
        events += Array(repeating: .ping, count: pings)
        guard let event = framing.next() else { break }
        note(event)
      }
    }

    /// Ends the bytes, and takes what is left.
    mutating func end() {
      drain()
      framing.end(keepsLastLine: true)
      while let event = framing.next() { note(event) }
      if framing.requestUnderWay != nil { faults.append("a request is under way after the end") }
    }

    private mutating func append(_ bytes: [UInt8]) {
      var buffer = ByteBuffer(bytes: bytes)
      framing.append(&buffer)
    }

    private mutating func drain() {
      while let event = framing.next() { note(event) }
      if framing.bytesHeld > bytesHeldMax {
        faults.append("\(framing.bytesHeld) bytes are held, which is more than \(bytesHeldMax)")
      }
    }

    private mutating func note(_ event: Framing.Event) {
      if isClosed { faults.append("\(event) after the end") }
      if case .closing = event { isClosed = true }
      events.append(Event(event))
    }
  }
}

extension Request {
  /// Whether it is `PING` alone.
  var isPing: Bool {
    switch self {
    case .line(let line):
      line.verb.uppercased() == "PING" && line.tag == nil && line.arguments.isEmpty
    case .resp(let request): request.words.count == 1 && request.name.uppercased() == "PING"
    }
  }
}
