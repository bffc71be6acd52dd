@_spi(_Unicode) import Swift
import Testing

@testable import TextAnalysis

struct DiacriticFoldingTests {
  private func fold(_ text: String) -> String {
    var bare: [UInt8] = []
    DiacriticFolding.fold(Array(text.utf8).span, into: &bare)
    return String(decoding: bare, as: UTF8.self)
  }

  @Test func `Latin, Greek and Cyrillic letters lose the marks of their decomposition`() {
    let blocks: [ClosedRange<UInt32>] = [
      0xC0...0x24F, 0x370...0x3FF, 0x400...0x52F, 0x1E00...0x1FFF,
    ]
    var count = 0
    for scalar in blocks.joined().compactMap(Unicode.Scalar.init) {
      let properties = scalar.properties
      guard properties.isAlphabetic, CaseFolding.fold(scalar.value) == scalar.value,
        DiacriticFolding.plain(scalar.value) == nil
      else { continue }
      let bare = String(scalar)._nfd.filter { $0.properties.generalCategory != .nonspacingMark }
      guard bare.count == 1, bare[0] != scalar, DiacriticFolding.plain(bare[0].value) == nil else {
        continue
      }
      count += 1
      #expect(fold(String(scalar)) == String(bare[0]), "\(scalar)")
    }
    #expect(count > 350)
  }

  @Test(arguments: [
    ("tŷ dŵr âi", "ty dwr ai"), ("ẁ ẃ ẅ ỳ ÿ", "w w w y y"), ("straße", "strasse"),
    ("øre łódź đak ıi þór æon œuf", "ore lodz dak ii thor aeon oeuf"), ("ǿ", "o"),
    ("άνθρωπος ᾧ", "ανθρωπος ω"), ("ёлка йод", "елка иод"), ("x\u{302}", "x"),
  ])
  func `what people leave out goes`(text: String, bare: String) {
    #expect(fold(text) == bare)
  }

  @Test func `Arabic harakat and tatweel and Hebrew points go, hamza stays`() {
    #expect(fold("كِتَابٌ") == "كتاب")
    #expect(fold("كـــتاب") == "كتاب")
    #expect(fold("آأإؤئ") == "آأإؤئ")
    #expect(fold("שָׁלוֹם") == "שלום")
  }

  @Test(arguments: ["हिन्दी", "தமிழ்", "ไทยที่", "がぎぐ", "မြန်မာ", "한국어", "ગુજરાતી"])
  func `marks that spell sounds stay`(text: String) {
    #expect(fold(text) == text)
  }
}
