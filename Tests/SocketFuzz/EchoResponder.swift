internal import Records
internal import SocketServer
internal import Synchronization
internal import TestSupport

/// Answers each request with its words, in any order, when told to.
final class EchoResponder: Responder {
  private struct Waiting: Sendable {
    var work: Work
    var life: ConnectionLife
    var done: @Sendable (Reply) -> Void
  }

  private let state = Mutex<[Waiting]>([])
  let language = InterfaceLanguage.english

  /// How many requests wait for their reply.
  var waitingCount: Int { state.withLock { $0.count } }

  func makeSession() -> ConnectionSession { ConnectionSession(id: 1, isAuthenticated: true) }

  func take(_ request: Request, _ session: inout ConnectionSession) -> Turn {
    let reply = Self.reply(request)
    return .work(Work(answer: { _ in reply }, refusal: { reply }))
  }

  func perform(_ work: Work, life: ConnectionLife, done: @escaping @Sendable (Reply) -> Void) {
    state.withLock { $0.append(Waiting(work: work, life: life, done: done)) }
  }

  func noteRefusal() {}

  func notePings(_ count: Int) {}

  /// Answers one that waits, by chance; says false where none does.
  func answerOne(_ choices: inout Seed) -> Bool {
    let count = waitingCount
    guard count > 0 else { return false }
    let index = Int.random(in: 0..<count, using: &choices)
    let waiting = state.withLock { $0.remove(at: index) }
    waiting.done(waiting.work.answer(waiting.life))
    return true
  }

  private static func reply(_ request: Request) -> Reply {
    if request.isPing { return Reply(plain: "+PONG\r\n") }
    switch request {
    case .line(let line):
      let words = [line.tag ?? "", line.verb] + line.arguments.map(\.raw)
      return Reply(plain: words.joined(separator: " ") + "\n", closes: line.verb == "QUIT")
    case .resp(let request):
      return Reply(
        plain: request.words.joined(separator: " ") + "\n", closes: request.name == "QUIT")
    }
  }
}
