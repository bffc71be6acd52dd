package import Records
internal import Synchronization

/// Answers the requests of connections. Two exist: the server's ``CommandResponder`` and the tests' own.
package protocol Responder: Sendable {
  /// Answers `request` by calling `done` once: on any thread, perhaps before this returns. Where the
  /// connection's `life` is over it need not be called.
  func respond(
    to request: LineRequest, life: ConnectionLife, done: @escaping @Sendable (Reply) -> Void)

  /// A line was refused before it could be a request: counts it.
  func noteRefusal()

  /// The language of messages where a request does not say.
  var language: InterfaceLanguage { get }
}

/// Whether a connection is still there to be answered. Work for one that is not is passed over.
package final class ConnectionLife: Sendable {
  private let hasEnded = Atomic(false)

  /// Makes a life that has begun.
  package init() {}

  /// Whether the connection is gone.
  package var isOver: Bool { hasEnded.load(ordering: .relaxed) }

  /// The connection is gone.
  package func end() { hasEnded.store(true, ordering: .relaxed) }
}
