import Ingest
import Records
import Storage
import Testing

@testable import Catalogue

@Suite struct PhraseBookTests {
  let book: PhraseBook

  init() {
    let reader = CorpusReader(fileSystem: DiskFileSystem(), folder: ShippedCatalogue.corpus)
    book = PhraseBook(reader.vocabularies().0)
  }

  @Test func `the phrases that begin with a word are those that a scan finds`() {
    let texts = book.entries.compactMap { book.phrase($0)?.text }
    #expect(texts.count == book.entries.count)
    for word in ["plant", "in", "i", "{n}", "for", "key", "p", "posters", "zebra", ""] {
      let scanned = texts.filter { $0 == word || $0.hasPrefix(word + " ") }
      let found = book.entries(beginningWith: word.utf8).compactMap { book.phrase($0)?.text }
      #expect(found == scanned, "\(word)")
    }
  }

  @Test func `a phrase has one meaning, or an age and another`() {
    let phrases = book.entries.compactMap { book.phrase($0) }
    for (text, same) in Dictionary(grouping: phrases, by: \.text) where same.count > 1 {
      #expect(same.count == 2 && same.count(where: \.isAge) == 1, "\(text)")
    }
  }

  @Test func `no phrase of a facet is listed in a mutated form of another`() {
    let welsh = book.entries.compactMap { book.phrase($0) }.filter { $0.language == .welsh }
    #expect(welsh.contains { $0.text == "posteri" })
    #expect(!welsh.contains { $0.text == "bosteri" || $0.text == "i rieni" })
  }
}
