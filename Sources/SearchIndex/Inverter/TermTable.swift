/// The different terms of a field being inverted: bytes → a small number, by open addressing over
/// an arena of bytes, so that a token costs no allocation.
///
/// (Linear probing, at most half full.)
struct TermTable {
  private var arena: [UInt8] = []
  private var starts: [Int] = [0]
  /// Hash × 2^32 + term number + 1, or 0: with the hash beside the number, other terms are passed
  /// over without a look at their bytes.
  private var slots = [UInt64](repeating: 0, count: 16)

  /// Starts empty.
  init() {}

  /// The number of different terms.
  var count: Int { starts.count - 1 }

  /// The bytes of memory in use.
  var memoryBytes: Int { arena.count + 8 * count + 8 * slots.count }

  /// The number of the term `bytes[range]`, a new one if it is new.
  ///
  /// - Precondition: `range` lies within `bytes`.
  mutating func insert(_ bytes: [UInt8], _ range: Range<Int>) -> (number: Int, isNew: Bool) {
    let hash = Self.hash(bytes, range)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(UInt32(truncatingIfNeeded: slots[slot])) - 1
      if slots[slot] >> 32 == hash, matches(number, bytes, range) { return (number, false) }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = count
    arena.append(contentsOf: bytes[range])
    starts.append(arena.count)
    slots[slot] = hash << 32 | UInt64(number + 1)
    if 2 * count > slots.count { grow() }
    return (number, true)
  }

  /// The number of a term; nil if it is not there.
  func find(_ term: [UInt8]) -> Int? {
    let hash = Self.hash(term, term.indices)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(UInt32(truncatingIfNeeded: slots[slot])) - 1
      if slots[slot] >> 32 == hash, matches(number, term, term.indices) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The bytes of a term.
  func term(_ number: Int) -> [UInt8] { Array(arena[starts[number]..<starts[number + 1]]) }

  /// The terms' numbers in byte order.
  func sorted() -> [Int] {
    // Most comparisons are decided by the first eight bytes, kept beside the number.
    var keys = (0..<count).map { (prefix: prefix($0), number: $0) }
    keys.sort { first, second in
      if first.prefix != second.prefix { return first.prefix < second.prefix }
      return arena[starts[first.number]..<starts[first.number + 1]].lexicographicallyPrecedes(
        arena[starts[second.number]..<starts[second.number + 1]])
    }
    return keys.map { $0.number }
  }

  private func prefix(_ number: Int) -> UInt64 {
    var prefix: UInt64 = 0
    for index in 0..<8 {
      let at = starts[number] + index
      prefix = prefix << 8 | (at < starts[number + 1] ? UInt64(arena[at]) : 0)
    }
    return prefix
  }

  private func matches(_ number: Int, _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let start = starts[number]
    guard starts[number + 1] - start == range.count else { return false }
    for index in 0..<range.count where arena[start + index] != bytes[range.lowerBound + index] {
      return false
    }
    return true
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: 4 * old.count)
    for entry in old where entry != 0 {
      var slot = Int(entry >> 32) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = entry
    }
  }

  /// 32 bits: FNV-1a over the bytes, then a mixing step.
  private static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in range { hash = (hash ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3 }
    hash = (hash ^ (hash >> 32)) &* 0x9E37_79B9_7F4A_7C15
    return hash >> 32
  }
}
