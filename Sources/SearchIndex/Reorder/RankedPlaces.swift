/// Places with ranks, of which the lower half is wanted.
///
/// A place is one number: its rank as 32 bits that ascend with it, whether it is on the right, and
/// itself. So of equal ranks those on the left are lower, and no two are equal.
struct RankedPlaces {
  private var keys: [UInt64] = []

  /// The number of places.
  var count: Int { keys.count }

  /// Forgets all.
  mutating func removeAll() {
    keys.removeAll(keepingCapacity: true)
  }

  /// Adds a place, of 31 bits.
  mutating func add(_ place: Int, _ rank: Float, isRight: Bool) {
    // Of the bits of two floats of one sign the larger is the one further from 0.
    let bits = rank.bitPattern
    let ascending = bits >> 31 == 1 ? ~bits : bits | 1 << 31
    keys.append(UInt64(ascending) << 32 | (isRight ? 1 << 31 : 0) | UInt64(place))
  }

  /// The place at an index, and whether it is on the right.
  func place(_ index: Int) -> (place: Int, isRight: Bool) {
    (Int(keys[index] & 0x7FFF_FFFF), keys[index] >> 31 & 1 == 1)
  }

  /// Moves the `count` lowest before all others.
  ///
  /// Selects as Hoare did ("Algorithm 65: Find", 1961), the pivot a median of three; what resists
  /// is sorted.
  mutating func part(at count: Int) {
    guard count > 0, count < keys.count else { return }
    var low = 0
    var high = keys.count
    var attempts = 2 * (Int.bitWidth - keys.count.leadingZeroBitCount)
    while high - low > Self.sortedCount, attempts > 0 {
      attempts -= 1
      let pivot = Self.median(keys[low], keys[(low + high) / 2], keys[high - 1])
      let middle = Self.part(&keys, low, high, pivot)
      // No two keys are equal, so one at least is below the pivot, and the pivot is not.
      if middle <= count { low = middle } else { high = middle }
    }
    keys[low..<high].sort()
  }

  private static let sortedCount = 24

  private static func part(_ keys: inout [UInt64], _ low: Int, _ high: Int, _ pivot: UInt64) -> Int
  {
    var keys = keys.mutableSpan
    var next = low
    for index in low..<high where keys[index] < pivot {
      keys.swapAt(index, next)
      next += 1
    }
    return next
  }

  private static func median(_ first: UInt64, _ second: UInt64, _ third: UInt64) -> UInt64 {
    max(min(first, second), min(max(first, second), third))
  }
}
