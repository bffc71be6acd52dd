import Records
import Testing

@testable import Catalogue

@Suite struct TermBookTests {
  private static let pairs = [
    TermPair(english: "grooming", welsh: "meithrin perthynas amhriodol"),
    TermPair(english: "online grooming", welsh: "meithrin perthynas amhriodol ar-lein"),
    TermPair(english: "abuse", welsh: "cam-drin"),
    TermPair(english: "abuse", welsh: "camdriniaeth"),
  ]

  @Test func `what is kept comes back`() throws {
    let book = TermBook(Self.pairs)
    #expect(TermBook(bytes: book.bytes) == book)
    let none = TermBook([])
    #expect(TermBook(bytes: none.bytes) == none)
    #expect(none.entries(startingWith: Array("abuse".utf8), in: .english).isEmpty)
  }

  @Test func `terms are found by their first word in their own language`() {
    let book = TermBook(Self.pairs)
    func terms(_ key: String, _ language: InterfaceLanguage) -> Set<String> {
      Set(book.entries(startingWith: Array(key.utf8), in: language).map(\.other))
    }
    #expect(terms("groom", .english) == ["meithrin perthynas amhriodol"])
    #expect(terms("groom", .welsh).isEmpty)
    #expect(terms("abus", .english) == ["cam-drin", "camdriniaeth"])
    #expect(terms("meithrin", .welsh) == ["grooming", "online grooming"])
    for key in ["", "a", "abu", "zzz", "\u{10FFFF}", "groom\t", "|"] {
      #expect(terms(key, .english).isEmpty)
    }
  }

  @Test(arguments: ["", "[]", "{}", "groom\ten"])
  func `bytes that are no such file are refused`(text: String) {
    #expect(TermBook(bytes: Array(text.utf8)) == nil)
  }

  @Test func `a line that does not obey the grammar stands for nothing`() throws {
    for line in ["groom", "groom\ten", "groom\txx\ta\tb\tc", "groom\ten\t\tb\tc"] {
      let book = try #require(TermBook(bytes: AttachedLines.bytes(of: [line])))
      #expect(book.entries(startingWith: Array("groom".utf8), in: .english).isEmpty)
    }
  }
}
