internal import Catalogue

/// The answers of the commands that ask about the server.
enum RESPServerAnswers {
  /// The version of Redis whose shapes are answered, for clients that decide by it.
  static let version = "7.4.0"

  /// The one module, as HELLO and MODULE LIST tell it: clients look for it before they search.
  static let modules = RESPValue.array([
    .map([
      RESPMember("name", .bulk("search")), RESPMember("ver", .integer(21_005)),
      RESPMember("path", .bulk("")), RESPMember("args", .array([])),
    ])
  ])

  /// All that COMMAND tells.
  private static let commands = RESPValue.array(RESPCommands.table.map(\.description))

  /// COMMAND.
  static func command(
    _ words: [String], _ session: inout ConnectionSession, _ desk: Desk
  ) -> RESPValue {
    guard let subcommand = words.first else {
      return commands
    }
    switch subcommand.uppercased() {
    case "COUNT" where words.count == 1: return .integer(RESPCommands.table.count)
    case "DOCS": return .map([])
    case "LIST" where words.count == 1:
      return .array(RESPCommands.table.map { .bulk($0.name.lowercased()) })
    case "INFO":
      let names = words.count > 1 ? Array(words.dropFirst()) : RESPCommands.table.map(\.name)
      return .array(
        names.map { RESPCommands.command($0.uppercased())?.description ?? .null })
    default: return .error(RESPErrorText.unknownSubcommand(subcommand, of: "COMMAND"))
    }
  }

  /// The most patterns of CONFIG GET.
  private static let patternsMax = 32

  /// CONFIG.
  static func config(
    _ words: [String], _ session: inout ConnectionSession, _ desk: Desk
  ) -> RESPValue {
    switch words[0].uppercased() {
    case "GET" where words.count > 1:
      guard words.count <= patternsMax, words.allSatisfy({ $0.utf8.count <= GlobPattern.bytesMax })
      else {
        return .error(
          "ERR LIMIT exceeds maximum of \(patternsMax) patterns of \(GlobPattern.bytesMax) bytes")
      }
      let patterns = words.dropFirst().map { GlobPattern($0.lowercased()) }
      return .map(
        settings(desk).filter { setting in patterns.contains { $0.matches(setting.name) } }
          .map { RESPMember($0.name, .bulk($0.value)) })
    case "GET": return .error(RESPErrorText.argumentCount("config|get"))
    case "SET", "REWRITE", "RESETSTAT":
      return .error(RESPErrorText.text(.readOnly(verb: "CONFIG")) ?? "READONLY")
    default: return .error(RESPErrorText.unknownSubcommand(words[0], of: "CONFIG"))
    }
  }

  /// What Redis' tools ask CONFIG for, by Redis' names.
  private static func settings(_ desk: Desk) -> [(name: String, value: String)] {
    [
      ("appendonly", "no"), ("databases", "1"), ("maxclients", "\(desk.limits.connectionsMax)"),
      ("maxmemory", "0"), ("proto-max-bulk-len", "\(desk.limits.argumentBytesMax)"), ("save", ""),
      ("timeout", "\(desk.limits.idleSeconds)"),
    ]
  }

  /// MODULE.
  static func module(
    _ words: [String], _ session: inout ConnectionSession, _ desk: Desk
  ) -> RESPValue {
    switch words[0].uppercased() {
    case "LIST" where words.count == 1: modules
    case "LOAD", "LOADEX", "UNLOAD":
      .error(RESPErrorText.text(.readOnly(verb: "MODULE")) ?? "READONLY")
    default: .error(RESPErrorText.unknownSubcommand(words[0], of: "MODULE"))
    }
  }

  /// DBSIZE.
  static func databaseSize(
    _ words: [String], _ session: inout ConnectionSession, _ desk: Desk
  ) -> RESPValue { .integer(desk.catalogue.resourceCount) }

  /// INFO.
  static func info(
    _ words: [String], _ session: inout ConnectionSession, _ desk: Desk
  ) -> RESPValue {
    let wanted = Set(words.map { $0.lowercased() })
    let isAll = wanted.isEmpty || !wanted.isDisjoint(with: ["all", "default", "everything"])
    return .verbatim(
      sections(desk).filter { isAll || wanted.contains($0.name.lowercased()) }
        .map { section in
          "# \(section.name)\r\n"
            + section.members.map { "\($0.name):\($0.value)\r\n" }.joined()
        }.joined(separator: "\r\n"))
  }

  private static func milliseconds(_ counts: Statistics.Counts, _ quantile: Double) -> String {
    // Thousandths of a millisecond are what is measured.
    "\((counts.latencies.milliseconds(quantile: quantile) * 1_000).rounded() / 1_000)"
  }

  private static func sections(
    _ desk: Desk
  ) -> [(name: String, members: [(name: String, value: String)])] {
    let statistics = desk.statistics
    let counts = statistics.counts
    let documents = desk.catalogue.resourceCount
    return [
      (
        "Server",
        [
          ("redis_version", version), ("redis_mode", "standalone"),
          ("uptime_in_seconds", "\(statistics.uptimeSeconds)"), ("canfod_version", desk.version),
        ]
      ),
      (
        "Clients",
        [
          ("connected_clients", "\(statistics.connections)"),
          ("maxclients", "\(desk.limits.connectionsMax)"),
        ]
      ),
      ("Persistence", [("loading", "0")]),
      (
        "Stats",
        [
          ("total_commands_processed", "\(statistics.answeredCount)"),
          ("total_connections_received", "\(counts.connectionsTotal)"),
          ("rejected_connections", "\(counts.connectionsRefused)"),
          ("canfod_refused", "\(counts.refused)"),
          ("canfod_searches_refused", "\(counts.searchesRefused)"),
          ("canfod_latency_p50_ms", milliseconds(counts, 0.5)),
          ("canfod_latency_p99_ms", milliseconds(counts, 0.99)),
        ]
      ),
      ("Replication", [("role", "master"), ("connected_slaves", "0")]),
      ("Modules", [("module", "name=search,ver=21005,api=1,filters=0")]),
      (
        "Canfod",
        [
          ("canfod_generation", "\(desk.catalogue.generation)"),
          ("canfod_docs", "\(documents)"),
        ]
      ),
      ("Keyspace", documents > 0 ? [("db0", "keys=\(documents),expires=0,avg_ttl=0")] : []),
    ]
  }
}
