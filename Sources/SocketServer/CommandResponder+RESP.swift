internal import NIOCore

/// How requests in RESP are answered.
extension CommandResponder {
  /// How long what was queued since MULTI may take altogether.
  private static let transactionSeconds = 10
  /// How many bytes its replies may have altogether.
  private static let transactionBytesMax = 16_777_216

  func take(_ request: RESPRequest, _ session: inout ConnectionSession) -> Turn {
    let name = request.name.uppercased()
    guard let command = RESPCommands.command(name) else {
      let text =
        WriteCommands.contains(name)
        ? RESPErrorText.text(.readOnly(verb: name)) : nil
      return refuse(text ?? RESPErrorText.unknownCommand(request), &session)
    }
    guard command.takes(wordCount: request.words.count) else {
      return refuse(RESPErrorText.argumentCount(name), &session)
    }
    guard session.isAuthenticated || command.isOpen else {
      return refuse(RESPErrorText.text(.passwordNeeded) ?? "NOAUTH", &session)
    }
    if session.transaction != nil {
      switch command.rule {
      case .ordinary, .open: return queue(request, &session)
      case .openAlone, .alone:
        return refuse("ERR Command not allowed inside a transaction", &session)
      case .immediate, .openImmediate: break
      }
    }
    switch command.answer {
    case .session(let answer):
      let start = ContinuousClock.now
      let value = answer(request.arguments, &session, desk)
      var failure: String?
      if case .error = value { failure = "error" }
      answered(name, request.arguments, failure, after: ContinuousClock.now - start)
      return .done(Reply(value, session.proto, closes: session.isEnding))
    case .catalogue:
      let version = session.proto
      let turn = begin(command, request.arguments, version)
      return .work(
        Work(answer: { _ in Reply(Self.value(turn()), version) }, refusal: Self.busy))
    case .transaction: return execute(&session)
    }
  }

  /// The answer of a command of the catalogue, to be made elsewhere, from what is current now.
  func begin(
    _ command: RESPCommand, _ words: [String], _ version: RESPVersion
  ) -> @Sendable () -> Result<RESPValue, FTError> {
    let desk = ftDesk(desk, version)
    return { [self] in answer(command, words, desk) }
  }

  private func answer(
    _ command: RESPCommand, _ words: [String], _ desk: FTDesk
  ) -> Result<RESPValue, FTError> {
    guard case .catalogue(let answer) = command.answer else { return .success(.null) }
    let answered: Result<RESPValue, FTError>
    var failure: String?
    do throws(FTError) {
      // In RESP that was looked at when the command came; in lines it was not.
      guard command.takes(wordCount: words.count + 1) else {
        throw FTError(RESPErrorText.argumentCount(command.name))
      }
      answered = .success(try answer(words, desk))
    } catch {
      note(error)
      failure = error.code
      answered = .failure(error)
    }
    self.answered(command.name, words, failure, after: ContinuousClock.now - desk.start)
    return answered
  }

  /// What a client of RESP is told.
  private static func value(_ answered: Result<RESPValue, FTError>) -> RESPValue {
    switch answered {
    case .success(let value): value
    case .failure(let error): .error(error.message)
    }
  }

  /// Counts and logs a command and what became of it.
  private func answered(
    _ name: String, _ words: [String], _ failure: String?, after latency: Duration
  ) {
    statistics.answered(name, after: latency)
    accessLog.note(name, failure: failure, latency) {
      AccessLog.secret.contains(name) ? "" : words.joined(separator: " ")
    }
  }

  private static let busy: @Sendable () -> Reply = { Reply(resp: .searchesFull) }

  /// An error that also spoils what is being queued.
  private func refuse(_ text: String, _ session: inout ConnectionSession) -> Turn {
    statistics.refused()
    accessLog.note(nil, failure: "error") { "" }
    session.transaction?.spoil()
    return .done(Reply(.error(text), session.proto))
  }

  private func queue(_ request: RESPRequest, _ session: inout ConnectionSession) -> Turn {
    guard session.transaction?.queue(request) ?? false else {
      return refuse(
        "ERR LIMIT exceeds maximum of \(RESPTransaction.requestsMax) commands or "
          + "\(RESPTransaction.bytesMax) bytes between MULTI and EXEC", &session)
    }
    return .done(Reply(.simple("QUEUED"), session.proto))
  }

  // MARK: EXEC

  /// A queued command whose turn has come.
  private enum Step: Sendable {
    case done(RESPValue)
    case work(RESPCommand, [String])
  }

  /// Does what was queued: what belongs to the session now and in order, the rest as one piece of work
  /// on one generation.
  private func execute(_ session: inout ConnectionSession) -> Turn {
    guard let transaction = session.transaction else {
      return refuse("ERR EXEC without MULTI", &session)
    }
    session.transaction = nil
    guard !transaction.isBroken else {
      return refuse("EXECABORT Transaction discarded because of previous errors.", &session)
    }
    let desk = desk
    var steps: [Step] = []
    for request in transaction.requests {
      guard let command = RESPCommands.command(request.name.uppercased()) else { continue }
      switch command.answer {
      case .session(let answer):
        steps.append(.done(answer(request.arguments, &session, desk)))
        statistics.answered(command.name, after: .zero)
      case .catalogue: steps.append(.work(command, request.arguments))
      case .transaction: break
      }
    }
    let version = session.proto
    return .work(
      Work(
        answer: { [self, steps] life in reply(to: steps, desk, version, life) }, refusal: Self.busy)
    )
  }

  /// The replies of `steps` as one array.
  ///
  /// Once they take too long or become too much, the rest is refused: one client's EXEC must not keep a
  /// worker, or fill the memory.
  private func reply(
    to steps: [Step], _ desk: Desk, _ version: RESPVersion, _ life: ConnectionLife
  ) -> Reply {
    let end = ContinuousClock.now.advanced(by: .seconds(Self.transactionSeconds))
    var bytes = ByteBuffer()
    bytes.writeString("*\(steps.count)\r\n")
    for step in steps {
      let value: RESPValue =
        switch step {
        case _ where bytes.readableBytes > Self.transactionBytesMax:
          .error("ERR LIMIT exceeds maximum of \(Self.transactionBytesMax) bytes a transaction")
        case _ where life.isOver || ContinuousClock.now > end:
          .error("Timeout limit was reached")
        case .done(let value): value
        case .work(let command, let words):
          Self.value(answer(command, words, ftDesk(desk, version)))
        }
      RESPWriter.write(value, version, to: &bytes)
    }
    return Reply(bytes: bytes)
  }
}
