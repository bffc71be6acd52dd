internal import Records
internal import SocketServer

/// The server's own responder, its work done at once.
struct AnsweringResponder: Responder {
  private let responder: CommandResponder

  init(_ responder: CommandResponder) {
    self.responder = responder
  }

  var language: InterfaceLanguage { responder.language }

  func makeSession() -> ConnectionSession { responder.makeSession() }

  func take(_ request: Request, _ session: inout ConnectionSession) -> Turn {
    responder.take(request, &session)
  }

  func perform(_ work: Work, life: ConnectionLife, done: @escaping @Sendable (Reply) -> Void) {
    done(work.answer(life))
  }

  func noteRefusal() { responder.noteRefusal() }

  func notePings(_ count: Int) { responder.notePings(count) }
}
