internal import Catalogue

/// The answers of the commands that tell how a query is read, and how long it takes.
enum FTExplainAnswers {
  /// FT.EXPLAIN.
  static func explain(_ words: [String], _ desk: FTDesk) throws(FTError) -> RESPValue {
    .bulk(try lines(words, desk).map { $0 + "\n" }.joined())
  }

  /// FT.EXPLAINCLI: the same, line by line.
  static func explainLines(_ words: [String], _ desk: FTDesk) throws(FTError) -> RESPValue {
    .array(try lines(words, desk).map { .simple($0) } + [.simple("")])
  }

  private static func lines(_ words: [String], _ desk: FTDesk) throws(FTError) -> [String] {
    let catalogue = try desk.catalogue(words[0])
    let options = try FTSearchOptions(words, desk.limits)
    // What cannot be searched for is not explained either.
    _ = try options.search(in: catalogue)
    return FTExplain.lines(try options.node())
  }

  /// FT.PROFILE.
  static func profile(_ words: [String], _ desk: FTDesk) throws(FTError) -> RESPValue {
    var arguments = FTArguments(words, from: 1, limits: desk.limits)
    let isSearch: Bool
    switch arguments.next()?.uppercased() {
    case "SEARCH": isSearch = true
    case "AGGREGATE": isSearch = false
    default: throw FTError("No `SEARCH`, `AGGREGATE` or `HYBRID` provided")
    }
    _ = arguments.take("LIMITED")
    guard arguments.take("QUERY") else { throw FTError("The QUERY keyword is expected") }
    let asked = [words[0]] + arguments.rest
    let clock = ContinuousClock()
    let start = clock.now
    let reply =
      isSearch
      ? try FTSearchAnswers.search(asked, desk) : try FTAggregateAnswers.aggregate(asked, desk)
    let elapsed = (clock.now - start).components
    let milliseconds =
      Double(elapsed.seconds) * 1e3 + Double(elapsed.attoseconds / 1_000_000_000) / 1e6
    let time = ("Total profile time", RESPValue.double(milliseconds))
    switch reply {
    case .map(let members):
      return .map(members + [RESPMember("profile", .map([RESPMember(time.0, time.1)]))])
    default: return .array([reply, .array([.array([.bulk(time.0), time.1])])])
    }
  }
}
