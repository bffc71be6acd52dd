/// The system's name service (hosts file and DNS), asked on a few threads of its own.
///
/// Each name is asked for once: what came, that there is no such name too, is kept as long as the resolver lives, and
/// those who ask for a name that is being looked up wait for the same answer.
public final class SystemNameResolver: NameResolver {
  private let desk: LookupDesk

  /// Makes a resolver that looks up `threads` names at once and waits `lookupSeconds` for each.
  public init(threads: Int = 32, lookupSeconds: Double = 10) {
    desk = LookupDesk(threads: threads, seconds: lookupSeconds)
  }

  /// Asks `question` in the system's place.
  init(
    threads: Int, lookupSeconds: Double,
    question: @escaping @Sendable (String) -> Result<[IPAddress], HTTPError>
  ) {
    desk = LookupDesk(threads: threads, seconds: lookupSeconds, question: question)
  }

  deinit { desk.close() }

  /// The addresses of `host`.
  ///
  /// IP addresses need no looking up, and names under `.invalid` are never found (RFC 6761 §6.4).
  public func addresses(of host: String) async throws(HTTPError) -> [IPAddress] {
    if let literal = IPAddress(host) { return [literal] }
    if host == "invalid" || host.hasSuffix(".invalid") { throw .nameNotFound(host: host) }
    let ticket = LookupDesk.Ticket()
    let desk = desk
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { waiter in desk.ask(host, ticket, waiter) }
    } onCancel: {
      desk.cancel(ticket, host)
    }
    return try result.get()
  }
}
