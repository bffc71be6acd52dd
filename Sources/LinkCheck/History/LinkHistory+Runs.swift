internal import GRDB
public import Records

/// A person's word on a host, in place of what a program cannot tell.
public struct HostWord: Sendable, Hashable {
  /// The host.
  public var host: String
  /// What its links are taken for, where they are not found good.
  public var state: LinkState
  /// Why.
  public var reason: String
  /// When it ends, in seconds since 1970; nil for never.
  public var until: Int64?

  /// Makes a word.
  public init(host: String, state: LinkState, reason: String, until: Int64? = nil) {
    self.host = host
    self.state = state
    self.reason = reason
    self.until = until
  }
}

extension LinkHistory {
  /// Starts a run at `now` and gives its number.
  func beginRun(now: Int64) throws(LinkCheckError) -> Int64 {
    try write { database in
      try database.execute(sql: "INSERT INTO run (started) VALUES (?)", arguments: [now])
      return database.lastInsertedRowID
    }
  }

  /// Ends a run.
  func endRun(_ run: Int64, now: Int64, asked: Int, heard: Bool) throws(LinkCheckError) {
    try write { database in
      try database.execute(
        sql: "UPDATE run SET ended = ?, asked = asked + ?, heard = heard OR ? WHERE id = ?",
        arguments: [now, asked, heard, run])
    }
  }

  /// The last run, if it was cut short and started at `since` or later.
  func unfinishedRun(since: Int64) throws(LinkCheckError) -> Int64? {
    try read { database in
      guard
        let row = try Row.fetchOne(
          database, sql: "SELECT id, started, ended FROM run ORDER BY id DESC LIMIT 1"),
        (row["ended"] as Int64?) == nil, row["started"] >= since
      else { return nil }
      return row["id"]
    }
  }

  /// The addresses that were looked at in a run.
  func urls(lookedAtIn run: Int64) throws(LinkCheckError) -> Set<String> {
    try read { database in
      try String.fetchSet(
        database,
        sql: "SELECT link.url FROM look JOIN link ON link.id = look.link WHERE look.run = ?",
        arguments: [run])
    }
  }

  /// The words on hosts that hold at `now`, by host.
  public func hostWords(now: Int64) throws(LinkCheckError) -> [String: HostWord] {
    try read { database in
      let rows = try Row.fetchAll(
        database, sql: "SELECT * FROM host WHERE until IS NULL OR until > ?", arguments: [now])
      return Dictionary(
        rows.map { row in
          let word = HostWord(
            host: row["name"], state: Self.state(row["state"]), reason: row["reason"],
            until: row["until"])
          return (word.host, word)
        }, uniquingKeysWith: { $1 })
    }
  }

  /// Keeps a person's word on a host in place of an earlier one.
  public func keep(_ word: HostWord, now: Int64) throws(LinkCheckError) {
    try write { database in
      try database.execute(
        sql: """
          INSERT INTO host (name, state, reason, set_at, until) VALUES (?, ?, ?, ?, ?)
          ON CONFLICT (name) DO UPDATE SET state = excluded.state, reason = excluded.reason,
            set_at = excluded.set_at, until = excluded.until
          """,
        arguments: [word.host, word.state.rawValue, word.reason, now, word.until])
    }
  }
}

extension LinkHistory {
  /// Takes what is at `urls` now as right: drift is measured anew from the next look, and what a page
  /// was taken for is forgotten.
  ///
  /// - Returns: The addresses among them that the history knows.
  @discardableResult
  public func accept(
    _ urls: [String], reason: String, now: Int64
  ) throws(LinkCheckError) -> [String] {
    try write { database in
      try urls.filter { url in
        try database.execute(
          sql: """
            UPDATE link SET accepted = ?, state = 'unknown', since = ?, checked = NULL,
              base_type = NULL, base_title = NULL, base_fingerprint = NULL, base_language = NULL
            WHERE url = ?
            """, arguments: [reason, now, url])
        return database.changesCount > 0
      }
    }
  }

  /// Keeps the archived copy of what was at a link.
  public func keepArchived(_ copy: String, of url: String) throws(LinkCheckError) {
    try write { database in
      try database.execute(
        sql: "UPDATE link SET archived = ? WHERE url = ?", arguments: [copy, url])
    }
  }

  /// Records a step that this version does not know, as a later one would.
  package func pretendMigration(_ name: String) throws(LinkCheckError) {
    try write { database in
      try database.execute(
        sql: "INSERT INTO grdb_migrations (identifier) VALUES (?)", arguments: [name])
    }
  }
}
