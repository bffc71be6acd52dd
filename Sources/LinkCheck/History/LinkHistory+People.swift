internal import GRDB
internal import Records

/// What people say of links and hosts.
extension LinkHistory {
  /// The words on hosts that hold at `now`, by host.
  public func hostWords(now: Int64) throws(LinkCheckError) -> [String: HostWord] {
    try read { database in
      let rows = try Row.fetchAll(
        database, sql: "SELECT * FROM host WHERE until IS NULL OR until > ?", arguments: [now])
      return Dictionary(
        try rows.map { row in
          let kept = KeptRow(row)
          let word = HostWord(
            host: try kept.text("name"), state: Self.state(try kept.text("state")),
            reason: try kept.text("reason"), until: try kept.timeIfAny("until"))
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

  /// Takes what is at `urls` now as right: drift is measured anew from the next look, and what a page
  /// was taken for is forgotten.
  ///
  /// Only where something came at all: a link that fails cannot be right.
  ///
  /// - Returns: The addresses among them that were accepted.
  @discardableResult
  public func accept(
    _ urls: [String], reason: String, now: Int64
  ) throws(LinkCheckError) -> [String] {
    try write { database in
      try urls.filter { url in
        try database.execute(
          sql: """
            UPDATE link SET accepted = ?, state = 'unknown', since = ?, checked = NULL,
              base_type = NULL, base_title = NULL, base_fingerprint = NULL
            WHERE url = ? AND state IN ('drifted', 'soft-404', 'parked', 'blocked', 'alive', 'moved',
              'redirected')
            """, arguments: [reason, now, url])
        return database.changesCount > 0
      }
    }
  }
}
