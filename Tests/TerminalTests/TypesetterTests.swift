import TestSupport
import Testing

@testable import Terminal

@Suite struct TypesetterTests {
  private func plain(_ columns: Int) -> Typesetter {
    Typesetter(columns: columns, isColoured: false)
  }

  @Test func `lines are broken between words`() {
    #expect(
      plain(20).set("cadw plant yn ddiogel ar-lein", indent: 0, hanging: 2) == [
        "cadw plant yn", "  ddiogel ar-lein",
      ])
  }

  @Test func `an empty text has no lines`() {
    #expect(plain(20).set("", indent: 4, hanging: 4) == [])
    #expect(plain(20).set("   ", indent: 4, hanging: 4) == [])
  }

  @Test func `a word longer than a line stands alone`() {
    #expect(
      plain(20).set("see https://example.org/a/long/address now", indent: 2, hanging: 2) == [
        "  see", "  https://example.org/a/long/address", "  now",
      ])
  }

  @Test func `wide characters take two columns`() {
    #expect(plain(20).set("日本語日本 日本語日本", indent: 0, hanging: 0) == ["日本語日本 日本語日", "本"])
    #expect(plain(21).set("日本語日本 日本語日本", indent: 0, hanging: 0) == ["日本語日本 日本語日本"])
  }

  @Test func `found words stand between asterisks where there is no colour`() {
    let text = StyledText("cadw ") + StyledText("plant", .found) + StyledText(", yn ddiogel")
    #expect(plain(40).set(text, indent: 0, hanging: 0) == ["cadw *plant*, yn ddiogel"])
  }

  @Test func `colours open and close and do not count`() {
    let coloured = Typesetter(columns: 20, isColoured: true)
    let text = StyledText("cadw plant", .heading) + StyledText(" yn ddiogel iawn")
    #expect(
      coloured.set(text, indent: 0, hanging: 0) == [
        "\u{1B}[1mcadw plant\u{1B}[0m yn", "ddiogel iawn",
      ])
  }

  @Test func `a text cannot steer the terminal`() {
    let text = StyledText("a\u{1B}[2Jb\u{202E}c\nd")
    #expect(plain(40).set(text, indent: 0, hanging: 0) == ["a\u{FFFD}[2Jb\u{FFFD}c d"])
  }

  @Test func `a text without spaces is broken between its characters`() {
    #expect(
      plain(20).set("保护儿童免受伤害的指南，给家长。", indent: 0, hanging: 2) == [
        "保护儿童免受伤害的指", "  南，给家长。",
      ])
    // No line begins with a mark that closes.
    #expect(
      plain(20).set("保护儿童免受伤害指南，给家长", indent: 0, hanging: 0) == [
        "保护儿童免受伤害指", "南，给家长",
      ])
  }

  @Test func `a Thai word longer than a line is broken between graphemes`() {
    let text = "คู่มือสำหรับผู้ปกครองเรื่องความปลอดภัยของเด็กในโลกออนไลน์"
    let lines = plain(20).set(StyledText(text), indent: 0, hanging: 0)
    #expect(lines.count > 1)
    #expect(lines.joined() == text)
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= 20 })
    #expect(lines.flatMap { Array($0) } == Array(text))
  }

  @Test func `words from right to left stand apart from what is around them`() {
    let text = StyledText("1. ") + StyledText("دليل الوالدين 2019", .heading) + StyledText(" (ar)")
    #expect(
      plain(60).set(text, indent: 0, hanging: 0) == ["1. \u{2068}دليل الوالدين\u{2069} 2019 (ar)"])
    #expect(
      plain(20).set("حماية الأطفال 12 سنة من الأذى. Leaflet", indent: 2, hanging: 2) == [
        "  \u{2068}حماية الأطفال\u{2069} 12", "  \u{2068}سنة من الأذى.\u{2069}", "  Leaflet",
      ])
    #expect(
      plain(60).set("שלום עולם, shalom", indent: 0, hanging: 0) == [
        "\u{2068}שלום עולם,\u{2069} shalom"
      ])
    #expect(plain(60).set("12 (3)", indent: 0, hanging: 0) == ["12 (3)"])
  }

  @Test func `words keep their order and lines their width`() {
    var seed = Seed()
    let letters = ["a", "ŵ", "и", "e\u{301}", " ", " "]
    for _ in 0..<500 {
      let length = Int.random(in: 0...80, using: &seed)
      let text = (0..<length).map { _ in letters.randomElement(using: &seed) ?? "" }.joined()
      let columns = Int.random(in: 20...40, using: &seed)
      let indent = Int.random(in: 0...6, using: &seed)
      let lines = plain(columns).set(StyledText(text), indent: indent, hanging: 2)
      #expect(
        lines.flatMap { $0.split(separator: " ") } == text.split(separator: " "),
        "CANFOD_SEED=\(seed.value)")
      for line in lines where line.drop(while: { $0 == " " }).contains(" ") {
        #expect(DisplayWidth.of(line) <= columns, "CANFOD_SEED=\(seed.value)")
      }
    }
  }
}
