/// HTTP over the network, by libcurl on a thread of its own.
///
/// Each request is one hop. Its port and all addresses of its host are judged by the guard, then
/// only these addresses are connected to; each socket's address is judged once more before it is
/// opened. Nothing of the environment counts: no proxy variables, no netrc, no cookies, no
/// redirects. Connections are kept and used again; https speaks HTTP/2 where the server does.
/// The seconds of a request's limits count from when its turn comes, its name's look-up included.
public final class HTTPTransport: HTTPClient {
  private let configuration: Configuration
  private let resolver: any NameResolver
  private let loop: TransferLoop

  /// Starts a transport that asks `resolver` for addresses.
  public init(
    _ configuration: Configuration,
    resolver: any NameResolver = SystemNameResolver()
  ) {
    self.configuration = configuration
    self.resolver = resolver
    loop = TransferLoop(configuration)
  }

  deinit { loop.close() }

  /// Ends the thread and its connections; what is under way or asked for later is `cancelled`.
  public func close() { loop.close() }

  /// Sends `request` and waits for the answer.
  ///
  /// Ends at once with `cancelled` where the task is cancelled.
  public func send(_ request: HTTPRequest) async throws(HTTPError) -> HTTPResponse {
    let started = ContinuousClock.now
    try configuration.addressGuard.check(port: request.address.port)
    let addresses = try await judgedAddresses(request.address)
    let seconds = request.limits.totalSeconds - (ContinuousClock.now - started).seconds
    guard seconds > 0 else { throw .timedOut(.connecting) }
    let ticket = TransferOrder.Ticket()
    let loop = loop
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { waiter in
        loop.take(
          TransferOrder(
            ticket: ticket, request: request, addresses: addresses, seconds: seconds,
            waiter: waiter))
      }
    } onCancel: {
      loop.cancel(ticket)
    }
    return try result.get()
  }

  /// The addresses that may be connected to; none where a proxy connects, and looks names up too.
  private func judgedAddresses(_ address: HTTPAddress) async throws(HTTPError) -> [IPAddress] {
    let host = address.host
    let literal = IPAddress(host)
    if configuration.proxy != nil, literal == nil { return [] }
    var addresses: [IPAddress]
    if let literal {
      addresses = [literal]
    } else {
      addresses = try await resolver.addresses(of: host)
    }
    try configuration.addressGuard.check(addresses, of: host)
    if configuration.proxy != nil { addresses = [] }
    return addresses
  }
}

extension Duration {
  /// The same in seconds.
  fileprivate var seconds: Double {
    let (whole, part) = components
    return Double(whole) + Double(part) / 1e18
  }
}
