internal import Catalogue

/// The parts that replies of several commands have alike.
enum FTReply {
  /// The map in which RESP3 has the results of a search or an aggregation.
  static func results(_ results: [RESPValue], total: Int, isCut: Bool = false) -> RESPValue {
    .map([
      RESPMember("attributes", .array([])), RESPMember("total_results", .integer(total)),
      RESPMember("format", .bulk("STRING")), RESPMember("results", .array(results)),
      RESPMember("warning", .array(isCut ? [.bulk(cutWarning)] : [])),
    ])
  }

  private static let cutWarning =
    "A beginning or a misspelt word stands for more words than are looked up"
}
