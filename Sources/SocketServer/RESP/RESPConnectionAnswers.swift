/// The answers of the commands by which a connection is set up.
///
/// Their words are those of Redis 7.4, since clients compare them.
enum RESPConnectionAnswers {
  private static let ok = RESPValue.simple("OK")

  /// HELLO.
  static func hello(
    _ words: [String], _ session: inout ConnectionSession, _ desk: Desk
  ) -> RESPValue {
    var version = session.proto
    var name: String?
    var rest = words[...]
    if let word = rest.popFirst() {
      guard let number = Int(word) else {
        return .error("ERR Protocol version is not an integer or out of range")
      }
      guard let asked = RESPVersion(rawValue: number) else {
        return .error("NOPROTO unsupported protocol version")
      }
      version = asked
    }
    var login: (user: String, password: String)?
    while let word = rest.popFirst() {
      switch word.uppercased() {
      case "AUTH" where rest.count >= 2:
        login = (rest.removeFirst(), rest.removeFirst())
      case "SETNAME" where !rest.isEmpty:
        let asked = rest.removeFirst()
        guard isName(asked) else { return badName }
        name = asked
      default: return .error("ERR Syntax error in HELLO option '\(word)'")
      }
    }
    if let login, let error = refusal(login.user, login.password, &session, desk) { return error }
    guard session.isAuthenticated else {
      return .error(
        "NOAUTH HELLO must be called with the client already authenticated, otherwise the HELLO "
          + "<proto> AUTH <user> <pass> option can be used to authenticate the client and select "
          + "the RESP protocol version at the same time")
    }
    session.proto = version
    if let name { session.name = name.isEmpty ? nil : name }
    return .map([
      RESPMember("server", .bulk("redis")), RESPMember("version", .bulk(RESPServerAnswers.version)),
      RESPMember("proto", .integer(version.rawValue)), RESPMember("id", .integer(session.id)),
      RESPMember("mode", .bulk("standalone")), RESPMember("role", .bulk("master")),
      RESPMember("modules", RESPServerAnswers.modules),
    ])
  }

  /// AUTH.
  static func auth(
    _ words: [String], _ session: inout ConnectionSession, _ desk: Desk
  ) -> RESPValue {
    guard words.count <= 2 else { return .error("ERR syntax error") }
    if desk.password == nil, words.count == 1 {
      return .error(RESPErrorText.text(.noPassword) ?? "ERR")
    }
    let user = words.count == 2 ? words[0] : ConnectionSession.user
    return refusal(user, words[words.count - 1], &session, desk) ?? ok
  }

  /// PING.
  static func ping(
    _ words: [String], _ session: inout ConnectionSession, _ desk: Desk
  ) -> RESPValue {
    guard words.count <= 1 else { return .error(RESPErrorText.argumentCount("ping")) }
    return words.first.map(RESPValue.bulk) ?? .simple("PONG")
  }

  /// ECHO.
  static func echo(
    _ words: [String], _ session: inout ConnectionSession, _ desk: Desk
  ) -> RESPValue { .bulk(words[0]) }

  /// CLIENT.
  static func client(
    _ words: [String], _ session: inout ConnectionSession, _ desk: Desk
  ) -> RESPValue {
    switch (words[0].uppercased(), words.count) {
    case ("ID", 1): return .integer(session.id)
    case ("GETNAME", 1): return session.name.map(RESPValue.bulk) ?? .null
    case ("SETNAME", 2):
      guard isName(words[1]) else { return badName }
      session.name = words[1].isEmpty ? nil : words[1]
      return ok
    case ("SETINFO", 3):
      guard ["LIB-NAME", "LIB-VER"].contains(words[1].uppercased()) else {
        return .error("ERR Unrecognized option '\(words[1])'")
      }
      return ok
    case ("NO-EVICT", 2), ("NO-TOUCH", 2):
      return ["ON", "OFF"].contains(words[1].uppercased()) ? ok : .error("ERR syntax error")
    case ("REPLY", 2) where words[1].uppercased() == "ON": return ok
    case ("ID", _), ("GETNAME", _), ("SETNAME", _), ("SETINFO", _), ("NO-EVICT", _),
      ("NO-TOUCH", _):
      return .error(RESPErrorText.argumentCount("client|" + words[0]))
    default: return .error(RESPErrorText.unknownSubcommand(words[0], of: "CLIENT"))
    }
  }

  /// SELECT.
  static func select(
    _ words: [String], _ session: inout ConnectionSession, _ desk: Desk
  ) -> RESPValue {
    switch Int(words[0]) {
    case 0: ok
    case nil: .error("ERR value is not an integer or out of range")
    case .some: .error("ERR DB index is out of range")
    }
  }

  /// RESET.
  static func reset(
    _ words: [String], _ session: inout ConnectionSession, _ desk: Desk
  ) -> RESPValue {
    let failures = session.failures
    session = ConnectionSession(id: session.id, isAuthenticated: desk.password == nil)
    session.failures = failures
    return .simple("RESET")
  }

  /// QUIT.
  static func quit(
    _ words: [String], _ session: inout ConnectionSession, _ desk: Desk
  ) -> RESPValue {
    session.isEnding = true
    return ok
  }

  /// MULTI.
  static func multi(
    _ words: [String], _ session: inout ConnectionSession, _ desk: Desk
  ) -> RESPValue {
    guard session.transaction == nil else { return .error("ERR MULTI calls can not be nested") }
    session.transaction = RESPTransaction()
    return ok
  }

  /// DISCARD.
  static func discard(
    _ words: [String], _ session: inout ConnectionSession, _ desk: Desk
  ) -> RESPValue {
    guard session.transaction != nil else { return .error("ERR DISCARD without MULTI") }
    session.transaction = nil
    return ok
  }

  /// WATCH: nothing that a connection could see changes between MULTI and EXEC, which answers from one
  /// generation.
  static func watch(
    _ words: [String], _ session: inout ConnectionSession, _ desk: Desk
  ) -> RESPValue {
    session.transaction == nil ? ok : .error("ERR WATCH inside MULTI is not allowed")
  }

  /// UNWATCH.
  static func unwatch(
    _ words: [String], _ session: inout ConnectionSession, _ desk: Desk
  ) -> RESPValue { ok }

  /// The error of a wrong user or password; nil where they let the client ask.
  private static func refusal(
    _ user: String, _ password: String, _ session: inout ConnectionSession, _ desk: Desk
  ) -> RESPValue? {
    session.authenticate(user: user, password, desk.password)
      ? nil : RESPErrorText.text(.wrongPassword).map(RESPValue.error)
  }

  private static let badName = RESPValue.error(
    "ERR Client names cannot contain spaces, newlines or special characters.")

  private static func isName(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
  }
}
