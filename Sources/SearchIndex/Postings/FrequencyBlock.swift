/// Decodes the frequencies of a full block; see ``PostingsFormat``.
enum FrequencyBlock {
  /// Decodes those at `start` into `frequencies`, which becomes as long as it has to be; returns
  /// where they end.
  static func decode(
    _ postings: SectionBytes, at start: Int, into frequencies: inout [UInt32]
  ) throws(IndexError) -> Int {
    let count = PostingsFormat.blockCount
    if frequencies.count < count { frequencies = [UInt32](repeating: 0, count: count) }
    let code = Int(try postings.uint8(at: start))
    let width = code & 31
    try BitPacking.unpack(postings, at: start + 1, width: width, into: &frequencies)
    BitPacking.increment(&frequencies)
    let end = start + 1 + BitPacking.byteCount(width: width)
    guard code > 31 else { return end }
    var cursor = SectionCursor(postings, at: end)
    for _ in 0..<code >> 5 {
      let at = cursor.offset
      let index = Int(try cursor.uint8())
      let high = UInt64(try cursor.varint32()) << UInt64(width)
      // One is left free for the one that was taken off.
      guard index < count, high < UInt64(UInt32.max), high > 0,
        let frequency = UInt32(exactly: high + UInt64(frequencies[index]))
      else {
        throw postings.corrupt(at: at, expected: "a frequency of at most 32 bits")
      }
      frequencies[index] = frequency
    }
    return cursor.offset
  }
}
