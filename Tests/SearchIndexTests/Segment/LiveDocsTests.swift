import TestSupport
import Testing

@testable import SearchIndex

struct LiveDocsTests {
  @Test(arguments: [0, 1, 63, 64, 65, 127, 128, 129, 4_097])
  func `deleted documents stay deleted through the file`(count: Int) throws {
    var seed = Seed()
    var live = LiveDocs(documentCount: count)
    var deleted: Set<DocID> = []
    for _ in 0..<count / 3 {
      let docID = DocID.random(in: 0..<DocID(count), using: &seed)
      #expect(live.delete(docID) == deleted.insert(docID).inserted)
    }
    #expect(live.deletedCount == deleted.count)
    let read = try LiveDocs(
      decoding: live.encode(number: 3, generation: 9), name: "d", number: 3, generation: 9,
      documentCount: count)
    #expect(read == live)
    for docID in 0..<DocID(count) {
      #expect(read.isLive(docID) != deleted.contains(docID))
      #expect(read.word(Int(docID >> 6)) >> UInt64(docID & 63) & 1 == (read.isLive(docID) ? 1 : 0))
    }
    #expect(!read.isLive(DocID(count)))
    #expect(!read.isLive(.end))
    #expect(read.word(count / 64 + 1) == 0)
  }

  @Test func `every flipped byte and every other length is refused`() {
    var live = LiveDocs(documentCount: 70)
    live.delete(3)
    let bytes = live.encode(number: 3, generation: 9)
    func decode(_ bytes: [UInt8]) throws -> LiveDocs {
      try LiveDocs(decoding: bytes, name: "d", number: 3, generation: 9, documentCount: 70)
    }
    for index in bytes.indices {
      var flipped = bytes
      flipped[index] ^= 0x10
      #expect(throws: IndexError.self) { try decode(flipped) }
      #expect(throws: IndexError.self) { try decode(Array(bytes[..<index])) }
    }
    #expect(throws: IndexError.self) { try decode(bytes + [0]) }
  }

  @Test func `the file of another segment or generation is refused`() {
    let bytes = LiveDocs(documentCount: 70).encode(number: 3, generation: 9)
    for (number, generation, count) in [(4, 9, 70), (3, 8, 70), (3, 9, 71)]
      as [(UInt64, UInt64, Int)]
    {
      #expect(throws: IndexError.self) {
        try LiveDocs(
          decoding: bytes, name: "d", number: number, generation: generation, documentCount: count)
      }
    }
  }
}
