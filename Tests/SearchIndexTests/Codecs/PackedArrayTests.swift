import TestSupport
import Testing

@testable import SearchIndex

struct PackedArrayTests {
  @Test func `the example of the format is as it says`() {
    #expect(
      PackedArray.encode([1, 2, 3], width: 2) == [0x39] + [UInt8](repeating: 0, count: 8))
  }

  @Test(arguments: [0, 1, 127, 128, 129, 4_095, 4_096, 4_097])
  func `every width round-trips`(count: Int) throws {
    var seed = Seed()
    for width in Array(0...56) + [64] {
      let largest = width == 0 ? 0 : UInt64.max >> UInt64(64 - width)
      let numbers = (0..<count).map { index in
        index % 7 == 0 ? largest : UInt64.random(in: 0...largest, using: &seed)
      }
      let bytes = PackedArray.encode(numbers, width: width)
      #expect(bytes.count == PackedArray.byteCount(count: count, width: width))
      let array = try PackedArray(section([1] + bytes), at: 1, count: count, width: width)
      #expect((0..<count).map { array[$0] } == numbers, "width \(width), seed \(seed.value)")
    }
  }

  @Test func `the width is the least that the array can have`() {
    for (largest, width) in [
      (0, 0), (1, 1), (2, 2), (3, 2), (255, 8), (256, 9), (1 << 56 - 1, 56), (1 << 56, 64),
      (UInt64.max, 64),
    ] as [(UInt64, Int)] {
      #expect(PackedArray.width(for: largest) == width)
    }
  }

  @Test func `a wrong width or length is refused`() {
    let bytes = section([UInt8](repeating: 0, count: 20))
    for (count, width) in [
      (96, 1), (97, 1), (10, 57), (10, 63), (10, 65), (10, -1), (-1, 1), (Int.max, 1), (13, 8),
      (Int.max, 0),
    ] {
      if count == 96 {
        #expect(throws: Never.self) { try PackedArray(bytes, at: 0, count: count, width: width) }
      } else {
        #expect(throws: IndexError.self, "\(count), \(width)") {
          try PackedArray(bytes, at: 0, count: count, width: width)
        }
      }
    }
  }
}
