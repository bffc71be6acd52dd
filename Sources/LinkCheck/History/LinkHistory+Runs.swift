internal import GRDB
internal import HTTPTransport

extension LinkHistory {
  /// Starts a run at `now` and gives its number.
  func beginRun(now: Int64) throws(LinkCheckError) -> Int64 {
    try write { database in
      try database.execute(sql: "INSERT INTO run (started) VALUES (?)", arguments: [now])
      return database.lastInsertedRowID
    }
  }

  /// Ends a run.
  func endRun(_ run: Int64, now: Int64) throws(LinkCheckError) {
    try write { database in
      try database.execute(
        sql: "UPDATE run SET ended = ? WHERE id = ?", arguments: [now, run])
    }
  }

  /// The last run, if it was cut short and started at `since` or later.
  func unfinishedRun(since: Int64) throws(LinkCheckError) -> Int64? {
    try read { database in
      guard
        let row = try Row.fetchOne(
          database, sql: "SELECT id, started, ended FROM run ORDER BY id DESC LIMIT 1"),
        try KeptRow(row).numberIfAny("ended") == nil, try KeptRow(row).time("started") >= since
      else { return nil }
      return try KeptRow(row).numberIfAny("id")
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

  /// The places (``Site/place(_:)``) of links whose last look ended at `final`.
  func places(ledTo final: String) throws(LinkCheckError) -> Set<String> {
    let urls: [String] = try read { database in
      try String.fetchAll(
        database,
        sql: """
          SELECT link.url FROM look JOIN link ON link.id = look.link
          WHERE look.final = ?
            AND look.id = (SELECT MAX(last.id) FROM look AS last WHERE last.link = look.link)
          """, arguments: [final])
    }
    return Set(urls.compactMap { HTTPAddress($0).map(Site.place) })
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
