import Storage
import TestSupport
import Testing

@testable import SearchIndex

struct BitPackingTests {
  @Test func `the example of the format is as it says`() {
    var bytes: [UInt8] = []
    BitPacking.pack((0..<128).map { UInt32($0) }, width: 8, into: &bytes)
    #expect(bytes.count == 128)
    #expect(
      Array(bytes[..<16])
        == [0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15])
  }

  @Test(arguments: 0...32)
  func `every width round-trips, with all bits set and at random`(width: Int) throws {
    var seed = Seed()
    let largest = width == 0 ? 0 : UInt32.max >> UInt32(32 - width)
    var blocks = [[UInt32](repeating: largest, count: 128)]
    blocks.append((0..<128).map { $0 == 77 ? largest : 0 })
    for _ in 0..<5 {
      blocks.append((0..<128).map { _ in UInt32.random(in: 0...largest, using: &seed) })
    }
    for block in blocks {
      var bytes: [UInt8] = [9, 9, 9]
      BitPacking.pack(block, width: width, into: &bytes)
      #expect(bytes.count == 3 + BitPacking.byteCount(width: width))
      var numbers = [UInt32](repeating: 5, count: 128)
      try BitPacking.unpack(section(bytes), at: 3, width: width, into: &numbers)
      #expect(numbers == block, "seed \(seed.value)")
      #expect(BitPacking.width(of: block) <= width)
    }
    #expect(BitPacking.width(of: blocks[0]) == width)
  }

  @Test func `a width above 32 and a block past the end are refused`() {
    let bytes = section([UInt8](repeating: 0, count: 100))
    var numbers = [UInt32](repeating: 0, count: 128)
    for (offset, width) in [(0, 33), (0, 255), (0, 7), (5, 6), (101, 0), (-1, 1)] {
      #expect(throws: IndexError.self, "\(offset), \(width)") {
        try BitPacking.unpack(bytes, at: offset, width: width, into: &numbers)
      }
    }
  }
}

/// Bytes that pass for a section of a file.
func section(_ bytes: [UInt8]) -> SectionBytes {
  SectionBytes(ByteRegion(MappedFile(copying: bytes, path: "memory")), file: "f", section: "s")
}
