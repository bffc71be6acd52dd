package import Records

/// One verb of the protocol: a row of ``Commands/table``.
package struct Command: Sendable {
  /// What a verb takes beside options.
  package enum Arguments: Sendable, Equatable {
    /// So many words, unquoted; `form` is how help shows them.
    case words(ClosedRange<Int>, form: String)
    /// The words of a query, quotes kept; where it may not be empty, filters beside it will do.
    case query(mayBeEmpty: Bool)
  }

  /// Where a verb is answered.
  package enum Place: Sendable {
    /// At once, by the connection's own thread: no searching, no waiting.
    case atOnce
    /// By a worker of the search pool.
    case searchPool
  }

  /// The most ids of one GET or CHECK.
  static let idsMax = 100

  /// The name, in capitals.
  package let verb: String
  /// What it takes beside options.
  package let arguments: Arguments
  /// The options it takes, in the order in which help shows them.
  package let options: [CommandOption]
  /// Where it is answered.
  package let place: Place
  /// What it does, in a sentence.
  package let help: BilingualText
  /// A request that can be typed as it stands.
  package let example: String
  /// Answers a call.
  package let answer: @Sendable (CommandCall, Desk) throws(DoorError) -> Answered

  /// How it is used, on one line.
  package var usage: String {
    let form =
      switch arguments {
      case .words(_, let form): form
      case .query(let mayBeEmpty): mayBeEmpty ? "[query]" : "query"
      }
    return ([verb, form] + (options.isEmpty ? [] : ["[option=value]…"]))
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Whether it is answered before the password is given.
  var isOpen: Bool { Self.openVerbs.contains(verb) }

  private static let openVerbs: Set = ["AUTH", "HELLO", "HELP", "PING", "QUIT"]

  /// Whether `LIMIT offset count` is understood as well as `limit=` and `offset=`.
  var takesLimitKeyword: Bool {
    options.contains { $0.name == "limit" } && options.contains { $0.name == "offset" }
  }

  /// The option called `name`.
  func option(_ name: String) -> CommandOption? {
    options.first { $0.name == name }
  }
}

/// What a verb answers with.
package enum Answered: Sendable, Equatable {
  /// Data lines and the end line.
  case lines([String])
  /// The bytes of no JSON line.
  case plain(String)
  /// Whatever becomes of a password that was given.
  case login(user: String?, password: String)
  /// The last lines of the connection.
  case goodbye([String])
}
