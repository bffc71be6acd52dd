/// How many bytes of values a reply may still have: what records have once, a request may ask for many
/// times over.
struct FTReplyBytes {
  /// The most bytes of values of one reply.
  static let max = 33_554_432
  /// After how many more the clock is looked at: a value of a few costs less than the look.
  private static let lookedAfter = 65_536

  private let most: Int
  private var left: Int
  private var nextLook: Int
  private let deadline: FTDeadline

  /// Counts the values of a reply that must be made before `deadline`, `most` bytes at most.
  init(_ deadline: FTDeadline, most: Int = FTReplyBytes.max) {
    self.deadline = deadline
    self.most = most
    left = most
    nextLook = most
  }

  /// Counts the values of a command without a time of its own.
  init(_ desk: FTDesk) {
    self.init(FTDeadline(desk.start, milliseconds: desk.limits.queryTimeoutDefault))
  }

  /// Throws where the time is up; for what takes longer to make than its bytes tell.
  func checkTime() throws(FTError) { try deadline.check() }

  /// Counts `value`, if there is one, and gives it back; throws where the reply has become too large, or
  /// the time is up.
  mutating func counted(_ value: String?) throws(FTError) -> String? {
    guard let value else { return nil }
    try count(value.utf8.count)
    return value
  }

  /// Counts `bytes` more; throws as ``counted(_:)`` does.
  mutating func count(_ bytes: Int) throws(FTError) {
    left -= bytes
    guard left >= 0 else { throw .exceeds("LIMIT", most, "bytes of values") }
    if left < nextLook {
      nextLook = left - Self.lookedAfter
      try deadline.check()
    }
  }
}
