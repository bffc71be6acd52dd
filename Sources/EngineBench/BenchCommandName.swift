/// What is asked of a query.
public enum BenchCommandName: String, Sendable, CaseIterable {
  /// The ten best.
  case top10 = "TOP_10"
  /// The hundred best.
  case top100 = "TOP_100"
  /// How many match.
  case count = "COUNT"
  /// The ten best and how many match.
  case top10Count = "TOP_10_COUNT"
}
