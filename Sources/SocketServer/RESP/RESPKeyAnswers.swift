internal import Catalogue
internal import Records

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
          throw FTError("ERR LIMIT exceeds maximum of \(GlobPattern.bytesMax) bytes of a pattern")
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
    let page: ResourcePage
    do throws(CatalogueError) {
      page = try desk.desk.catalogue.ids(from: cursor, count: count)
    } catch {
      throw failure(error)
    }
    let ids = page.ids.filter { id in isOfHashes && pattern?.matches(id) ?? true }
    return .array([.bulk("\(page.next ?? 0)"), .array(ids.map(RESPValue.bulk))])
  }

  /// HGETALL.
  static func allFields(_ words: [String], _ desk: FTDesk) throws(FTError) -> RESPValue {
    .map(try members(words[0], desk))
  }

  /// HGET.
  static func field(_ words: [String], _ desk: FTDesk) throws(FTError) -> RESPValue {
    let members = try members(words[0], desk)
    return members.first { $0.key == .bulk(words[1]) }?.value ?? .null
  }

  /// HMGET.
  static func fields(_ words: [String], _ desk: FTDesk) throws(FTError) -> RESPValue {
    let members = try members(words[0], desk)
    return .array(
      words.dropFirst().map { name in
        members.first { $0.key == .bulk(name) }?.value ?? .null
      })
  }

  /// The stored fields of the resource `id`, none where there is no such resource: those of FT.GET.
  private static func members(_ id: String, _ desk: FTDesk) throws(FTError) -> [RESPMember] {
    guard let get = FTCommands.table.first(where: { $0.name == "FT.GET" }),
      let index = desk.indexNames.first
    else { return [] }
    switch try get.answer([index, id], desk) {
    case .map(let members): return members
    case .array(let values):
      return stride(from: 0, to: values.count - 1, by: 2).compactMap { place in
        guard case .bulk(let name) = values[place] else { return nil }
        return RESPMember(name, values[place + 1])
      }
    default: return []
    }
  }

  private static func isKey(_ id: String, _ desk: FTDesk) throws(FTError) -> Bool {
    do throws(CatalogueError) {
      return try desk.desk.catalogue.resource(id) != nil
    } catch {
      throw failure(error)
    }
  }

  private static func failure(_ error: CatalogueError) -> FTError {
    FTError("ERR index " + ErrorWording(error, .english).message)
  }
}
