internal import Catalogue
internal import Records

/// How lines are answered.
extension CommandResponder {
  func take(_ request: LineRequest, _ session: inout ConnectionSession) -> Turn {
    let start = ContinuousClock.now
    let wording = CommandCall.wording(request) ?? language
    let name = request.verb.uppercased()
    if let command = RESPCommands.command(name), FTLine.isFT(name) {
      return take(request, command, session, wording)
    }
    let command: Command
    do throws(DoorError) {
      if WriteCommands.contains(name) { throw .readOnly(verb: name) }
      command = try Commands.command(request.verb)
      guard session.isAuthenticated || command.isOpen else { throw .passwordNeeded }
    } catch {
      return .done(refuse(error, request, wording))
    }
    let desk = desk
    switch command.place {
    case .atOnce:
      var answered = outcome(request, command, desk, wording)
      if case .success(.login(let user, let password)) = answered {
        answered = login(user, password, &session, desk)
      }
      note(command, request, answered, after: ContinuousClock.now - start)
      let reply = Reply(answered, tag: request.tag, wording, closes: session.isEnding)
      if reply.closes { session.isEnding = true }
      return .done(reply)
    case .searchPool:
      return .work(
        Work(
          answer: { [self] _ in
            let answered = outcome(request, command, desk, wording)
            let reply = Reply(answered, tag: request.tag, wording)
            note(command, request, answered, after: ContinuousClock.now - start)
            return reply
          }, refusal: { Reply(.searchesFull, tag: request.tag, wording) }))
    }
  }

  /// Counts and logs a request that is refused before its verb has answered.
  private func refuse(
    _ error: DoorError, _ request: LineRequest, _ wording: InterfaceLanguage
  ) -> Reply {
    statistics.refused()
    accessLog.note(nil, failure: error.code) { "" }
    return Reply(error, tag: request.tag, wording)
  }

  /// Counts and logs a request and what became of it.
  private func note(
    _ command: Command, _ request: LineRequest, _ answered: Result<Answered, DoorError>,
    after latency: Duration
  ) {
    statistics.answered(command.verb, after: latency)
    var failure: String?
    if case .failure(let error) = answered { failure = error.code }
    accessLog.note(command.verb, failure: failure, latency) {
      AccessLog.secret.contains(command.verb)
        ? "" : request.arguments.map(\.raw).joined(separator: " ")
    }
  }

  private func outcome(
    _ request: LineRequest, _ command: Command, _ desk: Desk, _ wording: InterfaceLanguage
  ) -> Result<Answered, DoorError> {
    var defaults = limits.defaults
    defaults.request.wording = wording
    do throws(DoorError) {
      let call = try CommandCall(request, command, defaults: defaults)
      try limits.check(call)
      return .success(try command.answer(call, desk))
    } catch {
      note(error)
      return .failure(error)
    }
  }

  private func login(
    _ user: String?, _ password: String, _ session: inout ConnectionSession, _ desk: Desk
  ) -> Result<Answered, DoorError> {
    guard desk.password != nil else { return .failure(.noPassword) }
    guard
      session.authenticate(user: user ?? ConnectionSession.user, password, desk.password)
    else { return .failure(.wrongPassword) }
    return .success(.lines([JSONText.object([("ok", .bool(true))]).line]))
  }

  /// An FT command in a line: its words unquoted, its reply as JSON.
  private func take(
    _ request: LineRequest, _ command: RESPCommand, _ session: ConnectionSession,
    _ wording: InterfaceLanguage
  ) -> Turn {
    let words: [String]
    do throws(DoorError) {
      guard session.isAuthenticated else { throw .passwordNeeded }
      words = try request.arguments.map { argument throws(DoorError) in try argument.value() }
    } catch {
      return .done(refuse(error, request, wording))
    }
    // The shapes of RESP3 say what is a map and what a number.
    let turn = begin(command, words, .three)
    return .work(
      Work(
        answer: { _ in Reply(lines: FTLine.lines(turn()), tag: request.tag) },
        refusal: { Reply(.searchesFull, tag: request.tag, wording) }))
  }
}
