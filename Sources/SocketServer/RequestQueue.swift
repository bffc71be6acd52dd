internal import NIOCore

/// The requests of a connection whose replies have not gone out, oldest first, each by its number.
struct RequestQueue {
  private enum Slot {
    case waiting(Request)
    case running
    case done(Reply)
  }

  private var slots = CircularBuffer<Slot>()
  /// The number of the oldest.
  private var firstNumber = 0
  /// The number of the first whose turn has not come.
  private var nextNumber = 0

  /// How many there are.
  var count: Int { slots.count }
  /// Whether there is none.
  var isEmpty: Bool { slots.isEmpty }

  /// Adds a request.
  mutating func append(_ request: Request) { slots.append(.waiting(request)) }

  /// Adds a reply for which nothing has to be done.
  mutating func append(_ reply: Reply) { slots.append(.done(reply)) }

  /// The oldest request whose turn has not come, which is running from now on.
  mutating func startNext() -> (number: Int, request: Request)? {
    while nextNumber < firstNumber + slots.count {
      let number = nextNumber
      nextNumber += 1
      guard case .waiting(let request) = slots[index(number)] else { continue }
      slots[index(number)] = .running
      return (number, request)
    }
    return nil
  }

  /// The request `number` is answered; one that was dropped is not.
  mutating func finish(_ number: Int, _ reply: Reply) {
    guard number >= firstNumber, number < firstNumber + slots.count else { return }
    slots[index(number)] = .done(reply)
  }

  /// Takes the oldest request's reply, if it is there.
  mutating func popReply() -> Reply? {
    guard case .done(let reply) = slots.first else { return nil }
    slots.removeFirst()
    firstNumber += 1
    nextNumber = max(nextNumber, firstNumber)
    return reply
  }

  /// Drops all that are left.
  mutating func removeAll() {
    firstNumber += slots.count
    nextNumber = max(nextNumber, firstNumber)
    slots.removeAll()
  }

  private func index(_ number: Int) -> CircularBuffer<Slot>.Index {
    slots.index(slots.startIndex, offsetBy: number - firstNumber)
  }
}
