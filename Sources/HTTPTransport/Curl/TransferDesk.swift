internal import CCurl
internal import Synchronization

/// What the loop's thread has at hand: transfers under way, those that wait, and spare handles.
///
/// Invariants of the unsafe part: all of it stays on the loop's thread. An easy handle is in
/// `active` exactly while it is in the multi handle; its private pointer is its owner, which
/// `active` or `spare` keeps alive.
@safe final class TransferDesk {
  /// Certificates remembered, one for each server.
  private static let factsMax = 100_000

  private let multi: UnsafeMutableRawPointer
  private let configuration: HTTPTransport.Configuration
  private var active: [ObjectIdentifier: EasyHandle] = [:]
  /// Orders in the order of their coming; those before `next` are done with.
  private var waiting: [TransferOrder] = []
  private var next = 0
  private var spare: [EasyHandle] = []
  /// By scheme, host and port: libcurl shows a certificate on a new connection only.
  private var facts: [String: TLSFacts] = [:]

  init(_ multi: UnsafeMutableRawPointer, _ configuration: HTTPTransport.Configuration) {
    unsafe self.multi = multi
    self.configuration = configuration
  }

  /// Whether something waits that could begin now.
  var hasMore: Bool { next < waiting.count && active.count < configuration.connectionsMax }

  /// Queues `orders`, but for those whose cancelling came first.
  func accept(_ orders: [TransferOrder]) {
    for order in orders where !Self.drops(order) { waiting.append(order) }
  }

  /// Ends the orders of `tickets`.
  func cancel(_ tickets: [TransferOrder.Ticket]) {
    guard !tickets.isEmpty else { return }
    for ticket in tickets {
      if let easy = active[ObjectIdentifier(ticket)] { finish(easy) { _ in .failure(.cancelled) } }
    }
    forgetDone()
    waiting.removeAll(where: Self.drops)
  }

  /// Whether an order that waits was cancelled; its waiter is then told.
  private static func drops(_ order: TransferOrder) -> Bool {
    guard order.ticket.isCancelled.load(ordering: .acquiring) else { return false }
    order.waiter.resume(returning: .failure(.cancelled))
    return true
  }

  /// Ends everything.
  func cancelAll() {
    for easy in Array(active.values) { finish(easy) { _ in .failure(.cancelled) } }
    forgetDone()
    for order in waiting { order.waiter.resume(returning: .failure(.cancelled)) }
    waiting = []
    spare = []
  }

  /// Begins what may begin, moves all transfers on, and ends those that are done.
  func work() {
    while hasMore {
      begin(waiting[next])
      next += 1
    }
    if next > waiting.count / 2 { forgetDone() }
    var running: Int32 = 0
    unsafe curl_multi_perform(multi, &running)
    var code = CURLE_OK
    while let handle = unsafe ccurl_multi_finished(multi, &code) {
      guard let easy = unsafe EasyHandle.owner(of: handle) else { continue }
      finish(easy) { easy in easy.result(code, facts: &facts) }
    }
    if facts.count > Self.factsMax { facts = [:] }
  }

  private func forgetDone() {
    waiting.removeFirst(next)
    next = 0
  }

  private func begin(_ order: TransferOrder) {
    guard let easy = spare.popLast() ?? EasyHandle(configuration) else {
      order.waiter.resume(returning: .failure(.other(code: 2, "no handle")))
      return
    }
    easy.begin(Transfer(order))
    guard unsafe curl_multi_add_handle(multi, easy.handle) == CURLM_OK else {
      easy.end()
      order.waiter.resume(returning: .failure(.other(code: 2, "no room for a handle")))
      return
    }
    active[ObjectIdentifier(order.ticket)] = easy
  }

  private func finish(
    _ easy: EasyHandle, _ result: (EasyHandle) -> Result<HTTPResponse, HTTPError>
  ) {
    guard let order = easy.transfer?.order else { return }
    let outcome = result(easy)
    unsafe curl_multi_remove_handle(multi, easy.handle)
    easy.end()
    active[ObjectIdentifier(order.ticket)] = nil
    spare.append(easy)
    order.waiter.resume(returning: outcome)
  }
}
