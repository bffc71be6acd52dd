internal import Catalogue
internal import Records

/// The answers of the verbs that ask about the server itself.
enum ServerAnswers {
  /// The protocol's version.
  private static let protocolVersion = 1

  /// A section of STATUS.
  private enum Section: String, CaseIterable {
    case server
    case index
    case requests
    case limits
  }

  /// The sections of STATUS, as help shows them.
  static let sectionForm = Section.allCases.map(\.rawValue).joined(separator: "|")

  /// HELLO.
  static func hello(_ call: CommandCall, _ desk: Desk) throws(DoorError) -> Answered {
    if let version = call.words.first, version != String(protocolVersion) {
      throw .badValue(option: "HELLO", found: version, expected: String(protocolVersion))
    }
    return .lines([
      JSONText.object([
        ("ok", .bool(true)), ("protocol", .int(protocolVersion)), ("server", .string("canfod")),
        ("version", .string(desk.version)),
        ("generation", .int(Int(clamping: desk.catalogue.generation))),
        ("docs", .int(desk.catalogue.resourceCount)),
        ("languages", .strings(InterfaceLanguage.allCases.map(\.rawValue))),
        ("limits", .object(desk.limits.members)),
        ("verbs", .strings(Commands.table.map(\.verb))),
      ]).line
    ])
  }

  /// AUTH.
  static func auth(_ call: CommandCall, _ desk: Desk) throws(DoorError) -> Answered {
    .login(
      user: call.words.count > 1 ? call.words.first : nil, password: call.words.last ?? "")
  }

  /// STATUS.
  static func status(_ call: CommandCall, _ desk: Desk) throws(DoorError) -> Answered {
    var sections = Section.allCases
    if let name = call.words.first {
      guard let section = Section(rawValue: name.lowercased()) else {
        throw .badValue(option: "STATUS", found: name, expected: sectionForm)
      }
      sections = [section]
    }
    var members: [(name: String, value: JSONText)] = [("ok", .bool(true))]
    for section in sections {
      switch section {
      case .server: members += server(desk)
      case .index: members += try index(desk)
      case .requests: members += desk.statistics.members
      case .limits: members.append(("limits", .object(desk.limits.members)))
      }
    }
    return .lines([JSONText.object(members).line])
  }

  /// HELP.
  static func help(_ call: CommandCall, _ desk: Desk) throws(DoorError) -> Answered {
    let language = call.asked.request.wording
    var lines: [String] = []
    if let verb = call.words.first {
      let command = try Commands.command(verb)
      lines = [command.usage, command.help.text(in: language) ?? ""]
      lines += command.options.map { "  \($0.name)=\($0.form)" }
      if command.takesLimitKeyword { lines.append("  LIMIT offset count") }
      lines.append((language == .welsh ? "Enghraifft: " : "Example: ") + command.example)
    } else {
      lines = Commands.table.map { "\($0.usage): \($0.help.text(in: language) ?? "")" }
    }
    return .lines(
      lines.map { JSONText.object([("help", .string($0))]).line }
        + [JSONText.object([("ok", .bool(true))]).line])
  }

  /// PING.
  static func ping(_ call: CommandCall, _ desk: Desk) throws(DoorError) -> Answered {
    guard call.tag != nil else { return .plain("+PONG\r\n") }
    return .lines([JSONText.object([("ok", .bool(true)), ("pong", .bool(true))]).line])
  }

  /// QUIT.
  static func quit(_ call: CommandCall, _ desk: Desk) throws(DoorError) -> Answered {
    .goodbye([JSONText.object([("ok", .bool(true)), ("bye", .bool(true))]).line])
  }

  private static func server(_ desk: Desk) -> [(name: String, value: JSONText)] {
    [
      ("version", .string(desk.version)), ("uptime_s", .int(desk.statistics.uptimeSeconds)),
      ("connections", .int(desk.statistics.connections)),
    ]
  }

  private static func index(_ desk: Desk) throws(DoorError) -> [(name: String, value: JSONText)] {
    do throws(CatalogueError) {
      let status = try desk.catalogue.status()
      return [
        ("generation", .int(Int(clamping: status.generation))), ("docs", .int(status.resources)),
        ("works", .int(status.works)), ("size_bytes", .int(status.bytes)),
      ]
    } catch {
      throw .catalogue(error)
    }
  }
}
