import Testing

@testable import TextAnalysis

struct ScalarsTests {
  @Test func `every scalar is encoded and decoded as the standard library does`() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      var bytes: [UInt8] = []
      Scalars.append(value, to: &bytes)
      let (decoded, length) = Scalars.decode(bytes.span, at: 0)
      if decoded != value || length != bytes.count || bytes != Array(String(scalar).utf8) {
        Issue.record("\(String(value, radix: 16))")
      }
    }
  }

  @Test(
    arguments: [
      [0x80], [0xC0, 0x80], [0xC3], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xF8, 0x80, 0x80, 0x80, 0x80], [0xFF], [0xE2, 0x28, 0xA1],
    ] as [[UInt8]])
  func `a byte that is no UTF-8 is one replacement character`(bytes: [UInt8]) {
    let (scalar, length) = Scalars.decode(bytes.span, at: 0)
    #expect(scalar == Scalars.replacement)
    #expect(length == 1)
  }

  @Test func `cutting stops between characters`() {
    var bytes = Array("aŵb".utf8)
    Scalars.cut(&bytes, to: 3)
    #expect(bytes == Array("aŵ".utf8))
    Scalars.cut(&bytes, to: 2)
    #expect(bytes == Array("a".utf8))
    Scalars.cut(&bytes, to: 0)
    #expect(bytes.isEmpty)
  }
}
