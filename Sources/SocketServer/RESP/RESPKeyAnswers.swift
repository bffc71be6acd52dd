internal import Catalogue

/// The answers of the commands that see the catalogue as Redis' keys: each resource is a hash under its
/// id.
enum RESPKeyAnswers {
  /// How many keys SCAN looks at where it is not told, and at most.
  private static let scanCount = 10
  private static let scanCountMax = 1_000

  /// TYPE.
  static func type(_ words: [String], _ desk: FTDesk) throws(FTError) -> RESPValue {
    .simple(try isKey(words[0], desk) ? "hash" : "none")
  }

  /// EXISTS.
  static func exists(_ words: [String], _ desk: FTDesk) throws(FTError) -> RESPValue {
    var count = 0
    for word in words where try isKey(word, desk) { count += 1 }
    return .integer(count)
  }

  /// TTL: nothing ends by itself.
  static func timeToLive(_ words: [String], _ desk: FTDesk) throws(FTError) -> RESPValue {
    .integer(try isKey(words[0], desk) ? -1 : -2)
  }

  /// SCAN.
  static func scan(_ words: [String], _ desk: FTDesk) throws(FTError) -> RESPValue {
    guard let cursor = CommandOption.number(words[0]) else { throw FTError("ERR invalid cursor") }
    var pattern: GlobPattern?
    var count = scanCount
    var isOfHashes = true
    var rest = words.dropFirst()
    while let option = rest.popFirst() {
      guard let value = rest.popFirst() else { throw FTError("ERR syntax error") }
      switch option.uppercased() {
      case "MATCH":
        guard value.utf8.count <= GlobPattern.bytesMax else {
          throw .exceeds("ERR LIMIT", GlobPattern.bytesMax, "bytes of a pattern")
        }
        pattern = GlobPattern(value)
      case "TYPE": isOfHashes = value.lowercased() == "hash"
      case "COUNT":
        guard let number = Int(value) else {
          throw FTError("ERR value is not an integer or out of range")
        }
        guard number > 0 else { throw FTError("ERR syntax error") }
        count = min(number, scanCountMax)
      default: throw FTError("ERR syntax error")
      }
    }
    let page = try FTError.from { () throws(CatalogueError) in
      try desk.catalogue.ids(from: cursor, count: count)
    }
    let ids = page.ids.filter { id in isOfHashes && pattern?.matches(id) ?? true }
    return .array([.bulk("\(page.next ?? 0)"), .array(ids.map(RESPValue.bulk))])
  }

  /// HGETALL.
  static func allFields(_ words: [String], _ desk: FTDesk) throws(FTError) -> RESPValue {
    let fields = try record(words[0], desk)?.fields ?? []
    return .map(fields.map { RESPMember($0.name, .bulk($0.value)) })
  }

  /// HGET.
  static func field(_ words: [String], _ desk: FTDesk) throws(FTError) -> RESPValue {
    try record(words[0], desk)?.value(words[1]).map(RESPValue.bulk) ?? .null
  }

  /// HMGET.
  static func fields(_ words: [String], _ desk: FTDesk) throws(FTError) -> RESPValue {
    let record = try record(words[0], desk)
    var bytes = FTReplyBytes(desk)
    return .array(
      try words.dropFirst().map { name throws(FTError) in
        try bytes.counted(record?.value(name)).map(RESPValue.bulk) ?? .null
      })
  }

  private static func record(_ id: String, _ desk: FTDesk) throws(FTError) -> FTRecord? {
    try FTError.from { () throws(CatalogueError) in try desk.catalogue.record(id) }
      .map(FTRecord.init)
  }

  private static func isKey(_ id: String, _ desk: FTDesk) throws(FTError) -> Bool {
    try record(id, desk) != nil
  }
}
