/// One command of RESP: a row of ``RESPCommands/table``.
package struct RESPCommand: Sendable {
  /// How a command is answered.
  package enum Answer: Sendable {
    /// At once, on the connection's event loop; it may change the session. No searching, no waiting.
    case session(@Sendable ([String], inout ConnectionSession, Desk) -> RESPValue)
    /// By a worker of the search pool.
    case catalogue(@Sendable ([String], FTDesk) throws(FTError) -> RESPValue)
    /// By doing what was queued since MULTI, as one piece of work.
    case transaction
  }

  /// When a command may come.
  package enum Rule: Sendable {
    /// After the password; between MULTI and EXEC it is queued.
    case ordinary
    /// Also before the password; between MULTI and EXEC it is queued.
    case open
    /// After the password; between MULTI and EXEC it is done at once.
    case immediate
    /// Also before the password; between MULTI and EXEC it is done at once.
    case openImmediate
    /// Also before the password, but not between MULTI and EXEC.
    case openAlone
    /// After the password, but not between MULTI and EXEC, where a thousand could be had at once.
    case alone
  }

  /// The name, in capitals.
  package let name: String
  /// How many words a request has, the name counted: negative where it is a least.
  package let arity: Int
  /// When it may come.
  package let rule: Rule
  /// How it is answered.
  package let answer: Answer

  /// Makes a row.
  init(_ name: String, arity: Int, rule: Rule = .ordinary, _ answer: Answer) {
    self.name = name
    self.arity = arity
    self.rule = rule
    self.answer = answer
  }

  /// Whether it may have so many words, the name counted.
  func takes(wordCount: Int) -> Bool {
    arity >= 0 ? wordCount == arity : wordCount >= -arity
  }

  /// Whether it is answered before the password is given.
  var isOpen: Bool {
    switch rule {
    case .open, .openImmediate, .openAlone: true
    case .ordinary, .immediate, .alone: false
    }
  }

  /// What COMMAND tells of it: no command writes, and none has keys that a cluster would ask for.
  var description: RESPValue {
    let flags: [RESPValue] =
      switch answer {
      case .session, .transaction: [.simple("fast"), .simple("loading")]
      case .catalogue: [.simple("readonly")]
      }
    return .array([
      .bulk(name.lowercased()), .integer(arity), .set(flags), .integer(0), .integer(0), .integer(0),
      .set([]), .set([]), .array([]), .array([]),
    ])
  }
}
