package import Records
internal import Synchronization

/// Answers the requests of connections.
///
/// Two exist: the server's ``CommandResponder`` and the tests' own.
package protocol Responder: Sendable {
  /// The session of a new connection.
  func makeSession() -> ConnectionSession

  /// Takes up `request` when its turn has come, on the connection's event loop: answers it at once, or
  /// says what is to be done elsewhere.
  func take(_ request: Request, _ session: inout ConnectionSession) -> Turn

  /// Does `work`, and calls `done` once: on any thread, perhaps before this returns.
  ///
  /// Where the connection's `life` is over `done` need not be called.
  func perform(_ work: Work, life: ConnectionLife, done: @escaping @Sendable (Reply) -> Void)

  /// A request was refused before it had a name: counts it.
  func noteRefusal()

  /// So many times `PING` alone was answered by the connection itself: counts them.
  func notePings(_ count: Int)

  /// The language of messages where a request does not say.
  var language: InterfaceLanguage { get }
}

/// What becomes of a request whose turn has come.
package enum Turn: Sendable {
  /// It is answered.
  case done(Reply)
  /// It has to be worked on.
  case work(Work)
}

/// What is to be done, off the event loop, to answer a request.
package struct Work: Sendable {
  /// Makes the reply.
  package let answer: @Sendable (ConnectionLife) -> Reply
  /// The reply where too much is waiting for it to be done.
  package let refusal: @Sendable () -> Reply
  /// Whether its connection has other work under way.
  package var isFurther = false

  /// Makes work of what answers it.
  package init(
    answer: @escaping @Sendable (ConnectionLife) -> Reply,
    refusal: @escaping @Sendable () -> Reply
  ) {
    self.answer = answer
    self.refusal = refusal
  }
}

/// Whether a connection is still there to be answered.
///
/// Work for one that is not is passed over.
package final class ConnectionLife: Sendable {
  private let hasEnded = Atomic(false)

  /// Makes a life that has begun.
  package init() {}

  /// Whether the connection is gone.
  package var isOver: Bool { hasEnded.load(ordering: .relaxed) }

  /// The connection is gone.
  package func end() { hasEnded.store(true, ordering: .relaxed) }
}
