import TestSupport
import Testing

@testable import SearchIndex

struct InsertKernelTests {
  @Test(arguments: [1, 2, 15, 16, 17, 200])
  func `a block's documents are put in as one after the other would be`(gapMax: Int) {
    var seed = Seed()
    for _ in 0..<200 {
      let base = UInt32(64 * Int.random(in: 0..<50, using: &seed))
      var docID = Int(base) + Int.random(in: 0..<70, using: &seed)
      var docIDs: [UInt32] = []
      for _ in 0..<128 {
        docIDs.append(UInt32(docID))
        docID += Int.random(in: 1...gapMax, using: &seed)
      }
      let from = Int.random(in: 0..<128, using: &seed)
      let range = from..<Int.random(in: from...128, using: &seed)
      var words = (0..<32).map { _ in UInt64.random(in: 0...UInt64.max, using: &seed) }
      var expected = words
      var new = 0
      for docID in docIDs[range] where docID < base + 64 * 32 {
        let bit = UInt64(1) << UInt64((docID - base) % 64)
        if expected[Int(docID - base) / 64] & bit == 0 { new += 1 }
        expected[Int(docID - base) / 64] |= bit
      }
      var span = words.mutableSpan
      let counted = InsertKernel.insert(docIDs, range, base: base, into: &span)
      #expect(counted == new, "seed \(seed.value)")
      #expect(words == expected, "seed \(seed.value)")
    }
  }
}
