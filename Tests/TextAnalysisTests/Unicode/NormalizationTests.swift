import TestSupport
import Testing

@testable import TextAnalysis

struct NormalizationTests {
  private func composed(_ text: String) -> String {
    var bytes = Array(text.utf8)
    var scratch: [Int32] = []
    Normalization.compose(&bytes, scratch: &scratch)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `composing equals the standard library's NFC`() {
    var seed = Seed()
    for _ in 0..<10_000 {
      let text = RandomText.make(&seed)
      #expect(
        composed(text).unicodeScalars.elementsEqual(RandomText.composed(text).unicodeScalars),
        "\(RandomText.hexadecimal(text)), seed \(seed.value)")
    }
  }

  @Test func `a text without suspects is NFC`() {
    var seed = Seed()
    for _ in 0..<10_000 {
      let text = RandomText.make(&seed)
      guard !text.unicodeScalars.contains(where: { Normalization.isSuspect($0.value) }) else {
        continue
      }
      #expect(
        text.unicodeScalars.elementsEqual(RandomText.composed(text).unicodeScalars),
        "\(RandomText.hexadecimal(text)), seed \(seed.value)")
    }
  }

  @Test func `everyday letters are no suspects and combining marks are`() {
    for scalar in "aŵŷéшяابहไ児한ー’".unicodeScalars {
      #expect(!Normalization.isSuspect(scalar.value), "\(scalar)")
    }
    for scalar in [0x301, 0x302, 0x5B8, 0x64E, 0x3099, 0x1161, 0x212A, 0xFB1D] as [UInt32] {
      #expect(Normalization.isSuspect(scalar))
    }
  }

  @Test func `bytes that are no UTF-8 stay as they are`() {
    var bytes: [UInt8] = [0x61, 0xFF, 0xCC, 0x81]
    var scratch: [Int32] = []
    Normalization.compose(&bytes, scratch: &scratch)
    #expect(bytes == [0x61, 0xFF, 0xCC, 0x81])
  }
}
