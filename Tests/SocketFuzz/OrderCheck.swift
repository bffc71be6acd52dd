internal import SocketServer
internal import TestSupport

/// What must hold of a connection's replies: they are the same however the bytes arrive and in whatever
/// order they become ready, no more work is begun than may be, and the connection ends.
struct OrderCheck {
  /// What does not hold.
  private(set) var faults: [String] = []

  init(_ input: FuzzInput) {
    do {
      let whole = try replies(to: [input.bytes], input, waits: false)
      let parts = try replies(to: input.reads, input, waits: true)
      if whole != parts {
        faults.append(
          "reads \(input.reads) give \(String(decoding: parts, as: UTF8.self)), the whole "
            + String(decoding: whole, as: UTF8.self))
      }
    } catch {
      faults.append("\(error)")
    }
  }

  /// The replies to `reads`, each request answered at once or some time later.
  private mutating func replies(
    to reads: [[UInt8]], _ input: FuzzInput, waits: Bool
  ) throws -> [UInt8] {
    var choices = input.choices
    let responder = EchoResponder()
    let limits = input.limits
    let connection = try FuzzConnection(limits, responder)
    for read in reads {
      try connection.send(read)
      if responder.waitingCount > limits.searchesAtOnceMax {
        faults.append("\(responder.waitingCount) requests are worked on at once")
      }
      if waits, Bool.random(using: &choices) { continue }
      while responder.answerOne(&choices) { connection.run() }
    }
    connection.closeInput()
    while responder.answerOne(&choices) { connection.run() }
    if connection.isOpen { faults.append("the connection is left open") }
    let bytes = try connection.received()
    try connection.finish()
    return bytes
  }
}
