internal import GRDB
public import Records

/// A link whose verdict is not what it was.
public struct LinkChange: Sendable, Hashable {
  /// What is known of it now.
  public var status: LinkStatus
  /// What it was at the day in question; nil where it had never been looked at.
  public var before: LinkState?

  /// Whether it broke.
  public var isBreak: Bool { status.state.isBroken && !(before?.isBroken ?? false) }
  /// Whether it came back.
  public var isRecovery: Bool { status.state.isGood && (before.map { !$0.isGood } ?? false) }
}

/// What the looks at a link say together.
public struct LookTally: Sendable, Hashable {
  /// Looks that said whether it is there.
  public var looks: Int
  /// Those that found it good.
  public var good: Int
  /// When it was first called broken after it was last good, in seconds since 1970; nil where it was
  /// not.
  public var firstBroken: Int64?

  /// The share of looks that found it good, in 0…1; nil without looks.
  public var uptime: Double? { looks == 0 ? nil : Double(good) / Double(looks) }
}

/// How the links of a host fare.
public struct HostLife: Sendable, Hashable {
  /// The host.
  public var host: String
  /// Its links.
  public var links: Int
  /// Those that are broken.
  public var broken: Int
  /// Days for which its links were known and not broken, added up.
  public var days: Double

  /// Days after which half of the links are broken, if they go on breaking at the rate seen; nil
  /// while none has.
  public var halfLifeDays: Double? {
    broken == 0 || days <= 0 ? nil : days * 0.693_147_180_559_945_3 / Double(broken)
  }
}

extension LinkHistory {
  /// Links whose verdict is not what it was at `since` (seconds since 1970), by address.
  public func changes(since: Int64) throws(LinkCheckError) -> [LinkChange] {
    let statuses = try statuses()
    let before = try states(at: since)
    return statuses.compactMap { status in
      let earlier = before[status.url]
      guard status.checked ?? 0 >= since, earlier != status.state else { return nil }
      return LinkChange(status: status, before: earlier)
    }
  }

  /// What all looks say of each link.
  public func tallies() throws(LinkCheckError) -> [String: LookTally] {
    let good = LinkState.allCases.filter(\.isGood).map(\.rawValue)
    let broken = LinkState.allCases.filter(\.isBroken).map(\.rawValue)
    let silent = [LinkState.unknown, .blocked].map(\.rawValue)
    let rows: [(String, LookTally)] = try read { database in
      let request: SQL = """
        SELECT link.url AS url,
          SUM(look.state NOT IN \(silent)) AS looks,
          SUM(look.state IN \(good)) AS good,
          (SELECT MIN(b.at) FROM look AS b
            WHERE b.link = link.id AND b.state IN \(broken) AND b.at > COALESCE(
              (SELECT MAX(g.at) FROM look AS g WHERE g.link = link.id AND g.state IN \(good)), -1)
          ) AS first_broken
        FROM look JOIN link ON link.id = look.link GROUP BY link.id
        """
      let (sql, arguments) = try request.build(database)
      return try Row.fetchAll(database, sql: sql, arguments: arguments).map { row in
        let kept = KeptRow(row)
        return (
          try kept.text("url"),
          LookTally(
            looks: try kept.count("looks"), good: try kept.count("good"),
            firstBroken: try kept.timeIfAny("first_broken"))
        )
      }
    }
    return Dictionary(rows, uniquingKeysWith: { $1 })
  }

  /// How the links of each host fare, the shortest-lived first.
  public func hostLives(now: Int64, host: (String) -> String?) throws(LinkCheckError) -> [HostLife]
  {
    let tallies = try tallies()
    let links = try read { database in
      try Row.fetchAll(database, sql: "SELECT url, state, first_checked FROM link").map { row in
        (
          url: try KeptRow(row).text("url"), state: Self.state(try KeptRow(row).text("state")),
          first: try KeptRow(row).time("first_checked")
        )
      }
    }
    var lives: [String: HostLife] = [:]
    for link in links {
      guard let name = host(link.url) else { continue }
      var life = lives[name] ?? HostLife(host: name, links: 0, broken: 0, days: 0)
      life.links += 1
      let end = link.state.isBroken ? tallies[link.url]?.firstBroken ?? now : now
      if link.state.isBroken { life.broken += 1 }
      life.days += Double(max(0, end - link.first)) / 86_400
      lives[name] = life
    }
    return lives.values.sorted {
      ($0.halfLifeDays ?? .infinity, $0.host) < ($1.halfLifeDays ?? .infinity, $1.host)
    }
  }

  /// The last look at a link, newest first, at most `limit`.
  public func looks(at url: String, limit: Int) throws(LinkCheckError) -> [Look] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT look.* FROM look JOIN link ON link.id = look.link
          WHERE link.url = ? ORDER BY look.at DESC, look.id DESC LIMIT ?
          """, arguments: [url, limit]
      ).map { try Look(row: $0) }
    }
  }

  /// The verdict on each link after its last look before `time`.
  private func states(at time: Int64) throws(LinkCheckError) -> [String: LinkState] {
    let rows: [(String, LinkState)] = try read { database in
      // SQLite takes the bare column of the row that has the maximum.
      try Row.fetchAll(
        database,
        sql: """
          SELECT link.url AS url, look.state AS state, MAX(look.at * 1000000 + look.id % 1000000)
          FROM look JOIN link ON link.id = look.link WHERE look.at < ? GROUP BY link.id
          """, arguments: [time]
      ).map { row in
        (try KeptRow(row).text("url"), Self.state(try KeptRow(row).text("state")))
      }
    }
    return Dictionary(rows, uniquingKeysWith: { $1 })
  }
}
