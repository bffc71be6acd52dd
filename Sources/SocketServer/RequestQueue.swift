internal import NIOCore

/// The requests of a connection whose replies have not gone out, oldest first, each by its number.
struct RequestQueue {
  private enum Slot {
    case waiting(Request)
    case running(bytes: Int)
    case done(Reply)
  }

  private var slots = CircularBuffer<Slot>()
  /// The number of the oldest.
  private var firstNumber = 0
  /// The number of the first whose turn has not come.
  private var nextNumber = 0

  /// How many bytes the requests have that are not answered.
  private(set) var requestBytes = 0
  /// How many bytes the replies have that wait for those before them.
  private(set) var replyBytes = 0

  /// How many there are.
  var count: Int { slots.count }
  /// Whether there is none.
  var isEmpty: Bool { slots.isEmpty }

  /// Adds a request.
  mutating func append(_ request: Request) {
    requestBytes += request.byteCount
    slots.append(.waiting(request))
  }

  /// Adds a reply for which nothing has to be done.
  mutating func append(_ reply: Reply) {
    replyBytes += reply.bytes.readableBytes
    slots.append(.done(reply))
  }

  /// The oldest request whose turn has not come, which is running from now on.
  mutating func startNext() -> (number: Int, request: Request)? {
    while nextNumber < firstNumber + slots.count {
      let number = nextNumber
      nextNumber += 1
      guard case .waiting(let request) = slots[index(number)] else { continue }
      slots[index(number)] = .running(bytes: request.byteCount)
      return (number, request)
    }
    return nil
  }

  /// The request `number` is answered; one that was dropped is not.
  mutating func finish(_ number: Int, _ reply: Reply) {
    guard number >= firstNumber, number < firstNumber + slots.count,
      case .running(let bytes) = slots[index(number)]
    else { return }
    requestBytes -= bytes
    replyBytes += reply.bytes.readableBytes
    slots[index(number)] = .done(reply)
  }

  /// Takes the oldest request's reply, if it is there.
  mutating func popReply() -> Reply? {
    guard case .done(let reply) = slots.first else { return nil }
    slots.removeFirst()
    firstNumber += 1
    nextNumber = max(nextNumber, firstNumber)
    replyBytes -= reply.bytes.readableBytes
    return reply
  }

  /// Drops all that are left.
  mutating func removeAll() {
    firstNumber += slots.count
    nextNumber = max(nextNumber, firstNumber)
    requestBytes = 0
    replyBytes = 0
    slots.removeAll()
  }

  private func index(_ number: Int) -> CircularBuffer<Slot>.Index {
    slots.index(slots.startIndex, offsetBy: number - firstNumber)
  }
}
