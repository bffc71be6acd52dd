import Storage
import TestSupport
import Testing

@testable import SearchIndex

struct BitReaderTests {
  @Test func `numbers and codes of any length come back in order`() throws {
    var seed = Seed()
    for _ in 0..<50 {
      var writer = BitWriter()
      var expected: [(value: Int, width: Int, low: Int?)] = []
      for _ in 0..<200 {
        let width = Int.random(in: 0...46, using: &seed)
        let value = Int.random(in: 0..<1 << width, using: &seed)
        if Bool.random(using: &seed) {
          let low = Int.random(in: 0...31, using: &seed)
          expected.append((value, width, low))
          writer.golomb(value, low)
        } else {
          expected.append((value, width, nil))
          writer.number(value, width)
        }
      }
      writer.finish()
      let bytes = section(writer.bytes + [UInt8](repeating: 0, count: 8))
      var reader = try BitReader(bytes, at: 0)
      for (value, width, low) in expected {
        let read =
          if let low { try reader.golomb(low, of: bytes) } else {
            try reader.number(width, of: bytes)
          }
        #expect(read == value, "seed \(seed.value)")
      }
      #expect((reader.position + 7) / 8 == writer.bytes.count)
    }
  }

  @Test func `the length of a code is what it takes`() {
    for value in [0, 1, 2, 3, 6, 7, 100, 1 << 40] {
      for low in [0, 1, 5, 31] {
        var writer = BitWriter()
        writer.golomb(value, low)
        writer.finish()
        #expect((BitWriter.golombLength(value, low) + 7) / 8 == writer.bytes.count)
      }
    }
  }

  @Test func `the codes that the comment gives`() {
    var writer = BitWriter()
    for value in [0, 1, 2] { writer.golomb(value, 0) }
    writer.finish()
    // 1, 010, 011, first bit lowest.
    #expect(writer.bytes == [0b110_0101])
  }

  @Test func `past the end or without a one there is an error`() throws {
    let zeros = section([UInt8](repeating: 0, count: 40))
    var reader = try BitReader(zeros, at: 0)
    #expect(throws: IndexError.self) { try reader.golomb(0, of: zeros) }
    #expect(throws: IndexError.self) { try BitReader(zeros, at: 33 * 8) }
  }
}
