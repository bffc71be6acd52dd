import Storage

@testable import SearchIndex

/// How fast blocks of 128 postings are decoded and scored: nanoseconds a block, in the cache.
enum CodecsBenchmark {
  private static let count = BitPacking.count

  static func run() throws {
    var random = SystemRandomNumberGenerator()
    print("width  unpack  unpack and add up   (ns a block of 128)")
    for width in [0, 1, 2, 4, 5, 7, 8, 10, 12, 16, 20] {
      let most = UInt32(truncatingIfNeeded: UInt64(1) << UInt64(width) - 1)
      let numbers = (0..<count).map { _ in UInt32.random(in: 0...most, using: &random) }
      var bytes: [UInt8] = []
      BitPacking.pack(numbers, width: width, into: &bytes)
      let source = section(bytes)
      var target = [UInt32](repeating: 0, count: count)
      let plain = try Stopwatch.nanoseconds(200_000) {
        try BitPacking.unpack(source, at: 0, width: width, into: &target)
      }
      let added = try Stopwatch.nanoseconds(200_000) {
        try BitPacking.unpackAscending(source, at: 0, width: width, from: 0, into: &target)
      }
      print("\(width)\t\(Stopwatch.rounded(plain))\t\(Stopwatch.rounded(added))")
    }
    try bitSet()
    scores()
  }

  private static func bitSet() throws {
    let words: [UInt64] = (0..<8).map { _ in 0xA5A5_5A5A_A5A5_5A5A }
    let bytes = words.flatMap { word in
      (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(8 * $0)) }
    }
    let source = section(bytes)
    let bits = try PostingBitSet(source, at: 0, wordCount: 4, firstWord: 0)
    var target = [UInt32](repeating: 0, count: count)
    let decoding = Stopwatch.nanoseconds(200_000) { bits.decode(into: &target) }
    print("bit set of 4 words to doc ids: \(Stopwatch.rounded(decoding)) ns")
  }

  private static func scores() {
    let docIDs = (0..<UInt32(count)).map { $0 * 7 }
    let frequencies = (0..<UInt32(count)).map { 1 + $0 % 3 }
    let norms = section((0..<1_000).map { UInt8(truncatingIfNeeded: $0 % 60) })
    let inverses = BM25().normInverses(averageLength: 92)
    var scores = [Float](repeating: 0, count: count)
    let scoring = Stopwatch.nanoseconds(200_000) {
      ScoreKernel.score(
        docIDs, frequencies, count: count, norms: norms, inverses: inverses, weight: 3,
        into: &scores)
    }
    print("BM25 of a block: \(Stopwatch.rounded(scoring)) ns")
    var matches = PostingMatch.room()
    for wanted in [4, 16, 64] {
      let asked = (0..<UInt32(wanted)).map { $0 * UInt32(7 * count / wanted) }
      let matching = Stopwatch.nanoseconds(200_000) {
        _ = MatchKernel.match(asked, 0..<wanted, in: docIDs, into: &matches)
      }
      print("\(wanted) documents looked for in a block: \(Stopwatch.rounded(matching)) ns")
    }
  }

  private static func section(_ bytes: [UInt8]) -> SectionBytes {
    SectionBytes(ByteRegion(MappedFile(copying: bytes, path: "memory")), file: "f", section: "s")
  }
}
