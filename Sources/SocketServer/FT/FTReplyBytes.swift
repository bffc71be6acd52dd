/// How many bytes of values a reply may still have: what records have once, a request may ask for many
/// times over.
struct FTReplyBytes {
  /// The most bytes of values of one reply.
  static let max = 33_554_432
  /// After how many more the clock is looked at: a value of a few costs less than the look.
  private static let lookedAfter = 65_536

  private var left = FTReplyBytes.max
  private var nextLook = FTReplyBytes.max
  private let deadline: FTDeadline

  /// Counts the values of a reply that must be made before `deadline`.
  init(_ deadline: FTDeadline) { self.deadline = deadline }

  /// Counts `value`, if there is one, and gives it back; throws where the reply has become too large, or
  /// the time is up.
  mutating func counted(_ value: String?) throws(FTError) -> String? {
    guard let value else { return nil }
    left -= value.utf8.count
    guard left >= 0 else { throw .exceeds("LIMIT", Self.max, "bytes of values") }
    if left < nextLook {
      nextLook = left - Self.lookedAfter
      try deadline.check()
    }
    return value
  }
}
