import Testing

@testable import TextAnalysis

struct CaseFoldingTests {
  @Test func `every scalar folds as CaseFolding says`() throws {
    var expected: [UInt32: UInt32] = [0x130: 0x69]
    for line in try UnicodeData.lines(of: "CaseFolding.txt") {
      let fields = UnicodeData.fields(of: line)
      guard fields[1] == "C" || fields[1] == "S" else { continue }
      let scalar = try #require(UInt32(fields[0], radix: 16))
      expected[scalar] = UInt32(fields[2], radix: 16)
    }
    #expect(expected.count > 1_400)
    for scalar in UInt32(0)...0x10FFFF {
      let folded = CaseFolding.fold(scalar)
      if folded != expected[scalar] ?? scalar {
        Issue.record("\(String(scalar, radix: 16)) becomes \(String(folded, radix: 16))")
      }
    }
  }

  @Test func `ASCII bytes fold alone`() {
    for byte in UInt8(0)...255 {
      let folded = CaseFolding.fold(byte)
      #expect(folded == (byte < 0x80 ? UInt8(CaseFolding.fold(UInt32(byte))) : byte))
    }
  }
}
