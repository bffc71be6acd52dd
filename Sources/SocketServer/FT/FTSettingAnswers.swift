internal import Catalogue

/// The answers of the commands that ask for what is set, and for what this server never has.
enum FTSettingAnswers {
  /// THE TABLE of the settings, by RediSearch's names.
  private static func settings(_ limits: ConnectionLimits) -> [(name: String, value: String)] {
    [
      ("MINPREFIX", "\(FTTree.prefixBytesMin)"),
      ("MAXSEARCHRESULTS", "\(limits.windowMax)"),
      ("MAXAGGREGATERESULTS", "\(limits.windowMax)"), ("MAXEXPANSIONS", "\(FTTree.nearWordsMax)"),
      ("MAXPREFIXEXPANSIONS", "\(FTTree.nearWordsMax)"),
      ("TIMEOUT", "\(limits.queryTimeoutDefault)"), ("ON_TIMEOUT", "fail"),
      ("DEFAULT_DIALECT", "2"),
    ]
  }

  /// FT.CONFIG GET.
  static func setting(_ words: [String], _ desk: FTDesk) throws(FTError) -> RESPValue {
    guard words[0].uppercased() == "GET", words.count == 2 else {
      throw FTError("FT.CONFIG \(words[0]) is not supported: settings are those of canfod serve")
    }
    let name = words[1].uppercased()
    let found = settings(desk.limits).filter { name == "*" || $0.name == name }
    switch desk.proto {
    case .two: return .array(found.map { .array([.bulk($0.name), .bulk($0.value)]) })
    case .three: return .map(found.map { RESPMember($0.name, .bulk($0.value)) })
    }
  }

  /// FT.SYNDUMP: synonyms are in the vocabularies, not in groups of the index.
  static func synonyms(_ words: [String], _ desk: FTDesk) throws(FTError) -> RESPValue {
    _ = try desk.catalogue(words[0], else: "Unknown index name")
    return .map([])
  }

  /// FT.DICTDUMP: there are no dictionaries.
  static func dictionary(_ words: [String], _ desk: FTDesk) throws(FTError) -> RESPValue {
    .set([])
  }
}
