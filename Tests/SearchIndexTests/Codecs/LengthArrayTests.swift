import Storage
import TestSupport
import Testing

@testable import SearchIndex

struct LengthArrayTests {
  private func section(_ bytes: [UInt8]) -> SectionBytes {
    SectionBytes(
      ByteRegion(MappedFile(copying: bytes, path: "f")), file: "f", section: "storedIndex")
  }

  @Test(arguments: [0, 1, 2, 63, 64, 65, 127, 128, 129, 1_000])
  func `every part lies where the lengths before it end`(count: Int) throws {
    var seed = Seed()
    for largest in [0, 1, 5, 255, 1 << 40] as [UInt64] {
      let lengths = (0..<count).map { _ in UInt64.random(in: 0...largest, using: &seed) }
      let array = try LengthArray(section(LengthArray.encode(lengths)), count: count)
      var end = 0
      for (index, length) in lengths.enumerated() {
        #expect(try array.range(index) == end..<end + Int(length), "seed \(seed.value)")
        end += Int(length)
      }
      #expect(try array.check() == end)
    }
  }

  @Test func `one long part among short ones widens its own block only`() throws {
    var lengths = [UInt64](repeating: 3, count: 6_400)
    lengths[1_000] = 1 << 30
    #expect(LengthArray.encode(lengths).count < 6_400 / 4 + 64 * 4 + 100 * 8)
  }

  @Test func `whatever the bytes, reading ends in a range or an error`() throws {
    var seed = Seed()
    let lengths = (0..<200).map { _ in UInt64.random(in: 0...300, using: &seed) }
    let bytes = LengthArray.encode(lengths)
    for offset in bytes.indices {
      var damaged = bytes
      damaged[offset] ^= UInt8.random(in: 1...255, using: &seed)
      do throws(IndexError) {
        let array = try LengthArray(section(damaged), count: 200)
        for index in 0..<200 { _ = try array.range(index) }
      } catch {
        guard case .corrupt = error else {
          Issue.record("\(error)")
          continue
        }
      }
    }
  }
}
