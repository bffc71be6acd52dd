internal import FoundationEssentials
internal import GRDB
internal import Markup
public import Records

extension LinkHistory {
  /// What is remembered of each of `urls`.
  public func memories(of urls: [String]) throws(LinkCheckError) -> [String: LinkMemory] {
    try read { database in
      var memories: [String: LinkMemory] = [:]
      let statement = try database.cachedStatement(sql: "SELECT * FROM link WHERE url = ?")
      for url in urls {
        if let row = try Row.fetchOne(statement, arguments: [url]) {
          memories[url] = try Self.memory(row)
        }
      }
      return memories
    }
  }

  /// Every link that was ever checked, by address.
  public func statuses() throws(LinkCheckError) -> [LinkStatus] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM link ORDER BY url").map {
        try Self.memory($0).status
      }
    }
  }

  /// A link's memory after a look, with the look.
  struct Entry: Sendable {
    var memory: LinkMemory
    var look: Look
  }

  /// Keeps what was seen and what is remembered of some links, all or none; a look of a link at the same
  /// time in the same run takes the place of the one before.
  func keep(_ entries: [Entry], run: Int64) throws(LinkCheckError) {
    try write { database in
      for entry in entries {
        try Self.execute(Self.upsert(entry.memory), on: database)
        let look = entry.look
        try Self.execute(
          """
          INSERT OR REPLACE INTO look (link, run, at, state, code, final, hops, evidence,
            media_type, fingerprint, certificate_ends, retries, milliseconds)
          SELECT id, \(run), \(look.at), \(look.state.rawValue), \(look.code), \(look.final),
            \(Self.json(look.hops)), \(Self.json(look.evidence)), \(look.mediaType),
            \(look.fingerprint.map { Int64(bitPattern: $0) }), \(look.certificateEnds),
            \(look.retries), \(look.milliseconds)
          FROM link WHERE url = \(entry.memory.status.url)
          """, on: database)
      }
    }
  }

  /// Executes a statement that SQLite has taken apart before.
  private static func execute(_ statement: SQL, on database: Database) throws {
    let (sql, arguments) = try statement.build(database)
    try database.cachedStatement(sql: sql).execute(arguments: arguments)
  }

  private static func upsert(_ memory: LinkMemory) -> SQL {
    let status = memory.status
    let base = memory.baseline
    return """
      INSERT INTO link (url, state, since, checked, code, evidence, replacement, archived, before,
        first_checked, failures, certain_failures, certain_kind, failing_since, last_failure,
        accepted, base_type, base_title, base_fingerprint)
      VALUES (\(status.url), \(status.state.rawValue), \(status.since), \(status.checked),
        \(status.code), \(json(status.evidence)), \(status.replacement), \(status.archived),
        \(status.before?.rawValue), \(memory.firstChecked), \(memory.failures),
        \(memory.certainFailures), \(memory.certainKind), \(memory.failingSince),
        \(memory.lastFailure), \(memory.accepted), \(base?.mediaType), \(base?.title),
        \(base?.fingerprint.map { Int64(bitPattern: $0.bits) }))
      ON CONFLICT (url) DO UPDATE SET state = excluded.state, since = excluded.since,
        checked = excluded.checked, code = excluded.code, evidence = excluded.evidence,
        replacement = excluded.replacement, archived = excluded.archived, before = excluded.before,
        failures = excluded.failures, certain_failures = excluded.certain_failures,
        certain_kind = excluded.certain_kind, failing_since = excluded.failing_since,
        last_failure = excluded.last_failure, accepted = excluded.accepted,
        base_type = excluded.base_type, base_title = excluded.base_title,
        base_fingerprint = excluded.base_fingerprint
      """
  }

  private static func memory(_ row: Row) throws -> LinkMemory {
    let kept = KeptRow(row)
    let status = LinkStatus(
      url: try kept.text("url"), state: state(try kept.text("state")),
      since: try kept.time("since"), checked: try kept.timeIfAny("checked"),
      code: try kept.numberIfAny("code").map { Int($0) },
      evidence: evidence(try kept.text("evidence")), replacement: try kept.textIfAny("replacement"),
      archived: try kept.textIfAny("archived"),
      before: try kept.textIfAny("before").flatMap(LinkState.init))
    var memory = LinkMemory(status: status, firstChecked: try kept.time("first_checked"))
    memory.failures = try kept.count("failures")
    memory.certainFailures = try kept.count("certain_failures")
    memory.certainKind = try kept.textIfAny("certain_kind")
    memory.accepted = try kept.textIfAny("accepted")
    memory.failingSince = try kept.timeIfAny("failing_since")
    memory.lastFailure = try kept.timeIfAny("last_failure")
    let baseline = Baseline(
      mediaType: try kept.textIfAny("base_type"), title: try kept.textIfAny("base_title"),
      fingerprint: try kept.numberIfAny("base_fingerprint").map {
        SimHash(bits: UInt64(bitPattern: $0))
      })
    if baseline != Baseline(mediaType: nil) { memory.baseline = baseline }
    return memory
  }

  /// A state as kept; one that this version does not know is unknown.
  static func state(_ text: String) -> LinkState { LinkState(rawValue: text) ?? .unknown }

  /// Evidence as kept; what this version does not know is left out.
  static func evidence(_ text: String) -> [LinkEvidence] {
    (try? JSONDecoder().decode([LinkEvidence].self, from: Data(text.utf8))) ?? []
  }

  static func json(_ values: [some Encodable]) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let bytes = try? encoder.encode(values) else { return "[]" }
    return String(decoding: bytes, as: UTF8.self)
  }
}
