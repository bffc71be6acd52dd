internal import Records

/// A ``DoorError`` as clients of Redis read it: in English, its first word the code that they know.
enum RESPErrorText {
  /// The text; nil where the client is not told at all.
  static func text(_ error: DoorError) -> String? {
    switch error {
    case .resp: "ERR " + DoorWording(error, .english).message
    case .connectionsFull: "ERR max number of clients reached"
    case .searchesFull: "BUSY too many searches are waiting, try again in a moment"
    // A connection in a client's pool that is not used is no mistake.
    case .idle: nil
    case .slow(let seconds): "ERR a request was not ended within \(seconds) seconds"
    case .passwordNeeded: "NOAUTH Authentication required."
    case .wrongPassword: "WRONGPASS invalid username-password pair or user is disabled."
    case .noPassword:
      "ERR AUTH <password> called without any password configured for the default user. "
        + "Are you sure your configuration is correct?"
    case .readOnly: "READONLY the catalogue is built with canfod build"
    case .unknownVerb, .argumentCount, .badValue, .unknownOption, .quoting, .lineTooLong, .limit,
      .notText, .http, .catalogue:
      error.code + " " + DoorWording(error, .english).message
    }
  }

  /// The text for a command that there is not, with what was given to it.
  static func unknownCommand(_ request: RESPRequest) -> String {
    var given = ""
    for argument in request.arguments where given.utf8.count < shownBytesMax {
      given += "'\(cut(argument, shownBytesMax - given.utf8.count))' "
    }
    return
      "ERR unknown command '\(cut(request.name, shownBytesMax))', with args beginning with: \(given)"
  }

  /// The text for a command with too few or too many arguments.
  static func argumentCount(_ name: String) -> String {
    // Redis names its own commands in small letters, and a module's as the module does.
    let name = name.uppercased()
    return
      "ERR wrong number of arguments for '\(name.hasPrefix("FT.") ? name : name.lowercased())' command"
  }

  /// The text for a second word that a command does not know.
  static func unknownSubcommand(_ found: String, of name: String) -> String {
    "ERR unknown subcommand '\(cut(found, shownBytesMax))'. Try \(name.uppercased()) HELP."
  }

  private static let shownBytesMax = 128

  private static func cut(_ text: String, _ bytesMax: Int) -> String {
    guard text.utf8.count > bytesMax else { return text }
    var end = text.utf8.index(text.startIndex, offsetBy: bytesMax)
    while end > text.startIndex, end.samePosition(in: text.unicodeScalars) == nil {
      end = text.utf8.index(before: end)
    }
    return String(text[..<end])
  }
}
