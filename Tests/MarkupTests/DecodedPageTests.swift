import Markup
import TestSupport
import Testing

struct DecodedPageTests {
  private func text(_ page: DecodedPage) -> String { String(decoding: page.utf8, as: UTF8.self) }

  private func latin(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }

  @Test func `an undeclared page that is UTF-8 is UTF-8`() {
    let page = DecodedPage(Array("<p>Helô tŷ".utf8))
    #expect(page.encoding == .utf8)
    #expect(text(page) == "<p>Helô tŷ")
    #expect(!page.isRepaired)
  }

  @Test func `an undeclared page that is no UTF-8 is windows-1252`() {
    let page = DecodedPage(latin("<p>Helô \u{93}plant\u{94}"))
    #expect(page.encoding == .windows1252)
    #expect(text(page) == "<p>Helô “plant”")
  }

  @Test func `a page that says Latin-1 and is UTF-8 is UTF-8`() {
    let page = DecodedPage(Array("<meta charset=iso-8859-1><p>tŷ".utf8))
    #expect(page.encoding == .utf8)
    #expect(text(page).hasSuffix("tŷ"))
  }

  @Test func `a page that says UTF-8 and is Latin-1 is windows-1252`() {
    let page = DecodedPage(latin("<meta charset=\"utf-8\"><p>Helô"))
    #expect(page.encoding == .windows1252)
    #expect(text(page).hasSuffix("Helô"))
  }

  @Test func `a UTF-8 page cut inside a letter is repaired`() {
    let page = DecodedPage(Array("<meta charset=utf-8><p>tŷ tŷ".utf8.dropLast()))
    #expect(page.encoding == .utf8)
    #expect(page.isRepaired)
    #expect(text(page).hasSuffix("tŷ t\u{FFFD}"))
  }

  @Test func `a Celtic page keeps its circumflexes`() {
    var bytes = latin(
      "<meta http-equiv=\"Content-Type\" content='text/html; charset=ISO-8859-14'>t")
    bytes += [0xFE, 0x20, 0xF0]
    #expect(text(DecodedPage(bytes)).hasSuffix("tŷ ŵ"))
  }

  @Test func `the header's charset goes before the page's`() {
    let bytes = latin("<meta charset=utf-8><p>") + [0xA4]
    #expect(text(DecodedPage(bytes, charset: "iso-8859-15")).hasSuffix("€"))
  }

  @Test func `a byte order mark goes before all`() {
    let utf8 = DecodedPage([0xEF, 0xBB, 0xBF] + Array("tŷ".utf8), charset: "iso-8859-1")
    #expect(text(utf8) == "tŷ")
    let little = DecodedPage(
      [0xFF, 0xFE] + Array("tŷ😀".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    #expect(text(little) == "tŷ😀")
    let big = DecodedPage(
      [0xFE, 0xFF] + Array("tŷ".utf16).flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
    #expect(text(big) == "tŷ")
    #expect(DecodedPage([0xFF, 0xFE]).utf8.isEmpty)
    #expect(DecodedPage([0xFF, 0xFE, 0x41]).isRepaired)
  }

  @Test func `an XML declaration's encoding counts`() {
    let bytes = latin("<?xml version='1.0' encoding='ISO-8859-15'?><p>") + [0xBD]
    #expect(text(DecodedPage(bytes)).hasSuffix("œ"))
  }

  @Test func `an unknown charset is no charset`() {
    #expect(text(DecodedPage(Array("<meta charset=klingon>tŷ".utf8))).hasSuffix("tŷ"))
  }

  @Test func `NUL bytes are left out and told of`() {
    let page = DecodedPage(Array("<p>a\0b".utf8))
    #expect(text(page) == "<p>ab")
    #expect(page.firstNUL == 4)
  }

  @Test func `random bytes become well-formed text without NUL`() {
    var seed = Seed()
    for count in [0, 1, 2, 3, 127, 128, 129, 4_095, 4_096, 4_097] {
      for _ in 0..<20 {
        let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &seed) }
        let page = DecodedPage(bytes)
        #expect(!page.utf8.contains(0), "seed \(seed.value)")
        #expect(Array(text(page).utf8) == page.utf8, "seed \(seed.value)")
      }
    }
  }
}
