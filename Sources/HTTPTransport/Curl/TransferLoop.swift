internal import CCurl
internal import Synchronization

/// The thread that does all transfers: libcurl's multi interface, fed through an inbox.
///
/// Invariants of the unsafe part: the multi handle is used by the thread alone, but for
/// `curl_multi_wakeup`, which is for other threads; that is called under the inbox's lock and only
/// while the thread, which marks its end under the same lock before it frees the handle, has not
/// ended. Every easy handle is out of the multi handle before either is freed.
@safe final class TransferLoop: Sendable {
  private struct Inbox {
    var orders: [TransferOrder] = []
    var cancelled: [TransferOrder.Ticket] = []
    var isClosed = false
    /// Whether the multi handle is gone, or soon will be.
    var hasEnded = false
  }

  private let inbox = Mutex(Inbox())
  // nonisolated(unsafe): only a pointer that never changes; who may use what it points to when is
  // said above.
  nonisolated(unsafe) private let multi: UnsafeMutableRawPointer?

  init(_ configuration: HTTPTransport.Configuration) {
    unsafe multi = CurlLibrary.isReady ? curl_multi_init() : nil
    if let multi = unsafe multi {
      unsafe ccurl_multi_set_long(
        multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, configuration.connectionsMax)
      unsafe ccurl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, configuration.idleConnectionsMax)
    }
    let hasStarted = unsafe multi != nil && OwnThread.start { [self] in run(configuration) }
    if !hasStarted { end() }
  }

  /// Has `order` done; its waiter is told however it ends.
  func take(_ order: TransferOrder) {
    let isTaken = inbox.withLock { inbox in
      guard !inbox.isClosed, !inbox.hasEnded else { return false }
      inbox.orders.append(order)
      if inbox.orders.count == 1 { wake() }
      return true
    }
    if !isTaken { order.waiter.resume(returning: .failure(.cancelled)) }
  }

  /// Ends the order of `ticket`, whether it has arrived yet or not.
  func cancel(_ ticket: TransferOrder.Ticket) {
    ticket.isCancelled.store(true, ordering: .releasing)
    inbox.withLock { inbox in
      guard !inbox.hasEnded else { return }
      inbox.cancelled.append(ticket)
      if inbox.cancelled.count == 1 { wake() }
    }
  }

  /// Ends the thread; all orders are cancelled.
  func close() {
    inbox.withLock { inbox in
      guard !inbox.isClosed, !inbox.hasEnded else { return }
      inbox.isClosed = true
      wake()
    }
  }

  /// Ends the thread's waiting.
  ///
  /// - Precondition: the inbox is locked and has not ended.
  private func wake() { if let multi = unsafe multi { unsafe curl_multi_wakeup(multi) } }

  private func run(_ configuration: HTTPTransport.Configuration) {
    guard let multi = unsafe multi else { return }
    let desk = unsafe TransferDesk(multi, configuration)
    while true {
      let (orders, cancelled, isClosed) = inbox.withLock { inbox in
        let taken = (inbox.orders, inbox.cancelled, inbox.isClosed)
        inbox.orders.removeAll(keepingCapacity: true)
        inbox.cancelled.removeAll(keepingCapacity: true)
        return taken
      }
      desk.accept(orders)
      desk.cancel(cancelled)
      if isClosed { break }
      desk.work()
      // A minute is for nothing but a wake-up lost to a bug; libcurl's own timers come first.
      if !desk.hasMore { unsafe curl_multi_poll(multi, nil, 0, 60_000, nil) }
    }
    desk.cancelAll()
    end()
    unsafe curl_multi_cleanup(multi)
  }

  /// Says that no more is done, and cancels what came meanwhile.
  private func end() {
    let late = inbox.withLock { inbox in
      inbox.hasEnded = true
      defer { inbox.orders = [] }
      return inbox.orders
    }
    for order in late { order.waiter.resume(returning: .failure(.cancelled)) }
  }
}

/// libcurl as a whole.
enum CurlLibrary {
  /// Whether libcurl is set up, which is done once for the process.
  static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
}
