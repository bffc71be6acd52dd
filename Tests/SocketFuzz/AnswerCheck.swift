internal import SocketServer

/// What must hold of the answers to a connection's requests: each is well formed, and there are as many as
/// there were requests, or fewer where one of them ended the connection.
struct AnswerCheck {
  /// What does not hold.
  private(set) var faults: [String] = []

  init(_ input: FuzzInput, _ responder: AnsweringResponder) {
    let framed = FramingCheck(input)
    do {
      let connection = try FuzzConnection(input.limits, responder)
      for read in input.reads { try connection.send(read) }
      connection.closeInput()
      if connection.isOpen { faults.append("the connection is left open") }
      let bytes = try connection.received()
      try connection.finish()
      let count = try framed.isRESP ? ReplyForm.valueCount(bytes) : ReplyForm.lineReplyCount(bytes)
      let mayEnd = framed.events.contains(where: Self.mayEnd)
      if count > framed.events.count || (count < framed.events.count && !mayEnd) {
        faults.append("\(count) replies to \(framed.events.count) requests")
      }
    } catch {
      faults.append("\(error)")
    }
  }

  /// Whether a connection may end with the answer to `event`.
  private static func mayEnd(_ event: FramingCheck.Event) -> Bool {
    guard case .other(.request(let request)) = event else { return false }
    let name =
      switch request {
      case .line(let line): line.verb
      case .resp(let request): request.name
      }
    return ["QUIT", "AUTH", "HELLO"].contains(name.uppercased())
  }
}
