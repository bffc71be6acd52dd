/// The commands that a connection has queued between MULTI and EXEC.
///
/// What it holds is bounded: a client that queues without end is told so, and its EXEC does nothing.
package struct RESPTransaction: Sendable, Equatable {
  /// The most commands.
  static let requestsMax = 4_096
  /// The most bytes of their words.
  static let bytesMax = 1_048_576

  /// The commands, in order.
  package private(set) var requests: [RESPRequest] = []
  /// Whether one of them could not be queued, so that none will be done.
  package private(set) var isBroken = false

  private var bytes = 0

  /// Starts a queue.
  package init() {}

  /// Queues `request`, or says false where there is no more room; one that will not be done anyway is
  /// taken and forgotten.
  mutating func queue(_ request: RESPRequest) -> Bool {
    guard !isBroken else { return true }
    let size = request.byteCount
    guard requests.count < Self.requestsMax, bytes + size <= Self.bytesMax else {
      spoil()
      return false
    }
    requests.append(request)
    bytes += size
    return true
  }

  /// A command was wrong: none will be done.
  mutating func spoil() {
    isBroken = true
    requests = []
  }
}
