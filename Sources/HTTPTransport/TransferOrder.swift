internal import Synchronization

/// A request on its way to the thread that does it, with who waits for it.
struct TransferOrder: Sendable {
  /// Who is waiting.
  typealias Waiter = CheckedContinuation<Result<HTTPResponse, HTTPError>, Never>

  /// Names one order to both threads.
  final class Ticket: Sendable {
    /// Set before the thread is told, so that an order that arrives after its cancelling is known.
    let isCancelled = Atomic(false)
  }

  let ticket: Ticket
  let request: HTTPRequest
  /// The judged addresses that may be connected to; empty where a proxy connects.
  let addresses: [IPAddress]
  /// Seconds that are left, after the name was looked up.
  let seconds: Double
  let waiter: Waiter
}
