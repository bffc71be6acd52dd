/// Sorts terms by their first eight bytes, a byte a pass from the last to the first; stable.
///
/// 212,605 terms took 25 ms by comparison and a fifth of it so; passes over bytes that are the same
/// everywhere are left out.
enum RadixSort {
  /// Sorts `keys` by their prefixes.
  static func sort(_ keys: inout [TermTable.Key]) {
    guard keys.count > 64 else {
      keys.sort { ($0.prefix, $0.number) < ($1.prefix, $1.number) }
      return
    }
    var counts = [Int](repeating: 0, count: 8 * 256)
    count(keys.span, into: &counts)
    var other = keys
    for pass in 0..<8 {
      if counts[pass * 256..<pass * 256 + 256].contains(keys.count) { continue }
      var next = 0
      for digit in pass * 256..<pass * 256 + 256 {
        let count = counts[digit]
        counts[digit] = next
        next += count
      }
      distribute(keys.span, pass, &counts, into: &other)
      swap(&keys, &other)
    }
  }

  private static func count(_ keys: Span<TermTable.Key>, into counts: inout [Int]) {
    var counts = counts.mutableSpan
    for index in keys.indices {
      var rest = keys[index].prefix
      for pass in 0..<8 {
        counts[pass * 256 + Int(rest & 0xFF)] += 1
        rest >>= 8
      }
    }
  }

  private static func distribute(
    _ keys: Span<TermTable.Key>, _ pass: Int, _ starts: inout [Int],
    into target: inout [TermTable.Key]
  ) {
    var starts = starts.mutableSpan
    var target = target.mutableSpan
    for index in keys.indices {
      let key = keys[index]
      let digit = pass * 256 + Int((key.prefix >> UInt64(8 * pass)) & 0xFF)
      target[starts[digit]] = key
      starts[digit] += 1
    }
  }
}
