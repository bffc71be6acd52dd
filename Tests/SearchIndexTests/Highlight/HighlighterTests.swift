import SearchIndex
import TestSupport
import TextAnalysis
import Testing

@Suite struct HighlighterTests {
  @Test func `words are marked as they stand in the text, by their terms`() {
    let highlighter = Highlighter(term("plant"), fields: ["body"])
    let marked = highlighter.whole("Plants, a PLANT; plan.", analyzer: WordAnalyzer())
    #expect(render(marked) == "[Plants], a [PLANT]; plan.")
  }

  @Test func `terms, synonyms, words of phrases, prefixes and fuzzy terms are marked`() {
    let text = "cath cathod plant blant ysgol y tŷ hwn"
    #expect(
      mark(.synonyms([FieldTerm("body", "cath"), FieldTerm("body", "hwn")]), text)
        == "[cath] cathod plant blant ysgol y tŷ [hwn]")
    let words = ["ysgol", "tŷ"].enumerated().map {
      Phrase.Word(place: $0.offset, terms: [Array($0.element.utf8)])
    }
    #expect(
      mark(.phrase(Phrase(field: "body", words: words)), text)
        == "cath cathod plant blant [ysgol] y [tŷ] hwn")
    #expect(
      mark(.prefix(FieldTerm("body", "cath")), text)
        == "[cath] [cathod] plant blant ysgol y tŷ hwn")
    #expect(
      mark(.fuzzy(FieldTerm("body", "plant"), distance: 1, prefixLength: 0), text)
        == "cath cathod [plant] [blant] ysgol y tŷ hwn")
    #expect(
      mark(.fuzzy(FieldTerm("body", "plant"), distance: 1, prefixLength: 1), text)
        == "cath cathod [plant] blant ysgol y tŷ hwn")
  }

  @Test func `what must not match and other fields mark nothing`() {
    let query = Query.boolean(
      BooleanQuery(
        must: [.boosted(term("a"), by: 2)], should: [.constant(term("b"), score: 1)],
        filter: [term("c")], mustNot: [term("d")]))
    #expect(mark(.and([query, .term(FieldTerm("title", "e"))]), "a b c d e") == "[a] [b] [c] d e")
    #expect(Highlighter(term("a"), fields: ["title"]).isEmpty)
    #expect(Highlighter(.tags(field: "body", ["a"]), fields: ["body"]).isEmpty)
    #expect(!Highlighter(term("a"), fields: ["body"]).isEmpty)
  }

  @Test func `the piece with most distinct words is taken, with its words in the middle`() {
    let filler = [String](repeating: "x", count: 20).joined(separator: " ")
    let text = "cat cat cat \(filler) cat dog \(filler) dog"
    let found = Highlighter(.or([term("cat"), term("dog")]), fields: ["body"])
      .snippet(of: text, analyzer: WordAnalyzer(), wordsMax: 6)
    #expect(render(found) == "x x [cat] [dog] x x")
    #expect(found.isStartCut && found.isEndCut)
  }

  @Test func `several pieces share no word, come in order, and each has a mark`() {
    let filler = [String](repeating: "x", count: 9).joined(separator: " ")
    let text = "cat \(filler) cat dog \(filler) dog \(filler)"
    let highlighter = Highlighter(.or([term("cat"), term("dog")]), fields: ["body"])
    func pieces(_ count: Int) -> [String] {
      highlighter.snippets(of: text, analyzer: WordAnalyzer(), count: count, wordsMax: 4)
        .map(render)
    }
    #expect(pieces(1) == ["x [cat] [dog] x"])
    #expect(pieces(2) == ["[cat] x x x", "x [cat] [dog] x"])
    #expect(pieces(9) == ["[cat] x x x", "x [cat] [dog] x", "x [dog] x x"])
    #expect(
      highlighter.snippets(of: "nothing", analyzer: WordAnalyzer(), count: 3, wordsMax: 4) == [])
  }

  @Test func `synonyms count as one word of the query`() {
    let text = "cat hound x x x x x x cat bird x"
    let query = Query.or([
      .synonyms([FieldTerm("body", "cat"), FieldTerm("body", "hound")]), term("bird"),
    ])
    let found = Highlighter(query, fields: ["body"])
      .snippet(of: text, analyzer: WordAnalyzer(), wordsMax: 3)
    #expect(render(found) == "[cat] [bird] x" || render(found) == "x [cat] [bird]")
  }

  @Test func `a text without a match gives its beginning`() {
    let found = Highlighter(term("z"), fields: ["body"])
      .snippet(of: "\"One, two (three) four", analyzer: WordAnalyzer(), wordsMax: 3)
    #expect(found == Snippet(text: "\"One, two (three", marks: [], isEndCut: true))
  }

  @Test func `a short text is given whole, with what stands around its words`() {
    let text = "(Cath!)"
    let found = Highlighter(term("cath"), fields: ["body"])
      .snippet(of: text, analyzer: WordAnalyzer())
    #expect(found == Snippet(text: text, marks: [1..<5]))
    let empty = Highlighter(term("cath"), fields: ["body"])
      .snippet(of: "", analyzer: WordAnalyzer())
    #expect(empty == Snippet(text: "", marks: []))
  }

  @Test func `a word without end is cut at a scalar's border`() {
    let text = String(repeating: "ŵ", count: 5_000)
    let found = Highlighter(.prefix(FieldTerm("body", "ŵ")), fields: ["body"])
      .snippet(of: text, analyzer: WordAnalyzer(), bytesMax: 101)
    #expect(found.text == String(repeating: "ŵ", count: 50))
    #expect(found.marks == [0..<100])
    #expect(found.isEndCut)
  }

  @Test func `overlapping tokens give one mark`() {
    let found = Highlighter(
      .or([term("ab"), term("bc"), term("de")]), fields: ["body"]
    ).whole("abcxde", analyzer: PairAnalyzer())
    #expect(render(found) == "[abc]x[de]")
  }

  @Test func `marks obey their laws on random texts`() {
    var corpus = RandomCorpus(Seed())
    for _ in 0..<300 {
      let separators = [" ", ", ", "\n", " – "]
      let text = (0..<corpus.number(below: 60)).map { _ in
        corpus.word() + separators[corpus.number(below: 4)]
      }.joined()
      let query = corpus.query(depth: 2)
      let highlighter = Highlighter(query, fields: ["body"])
      let wordsMax = 1 + corpus.number(below: 12)
      for found in [
        highlighter.whole(text, analyzer: WordAnalyzer()),
        highlighter.snippet(of: text, analyzer: WordAnalyzer(), wordsMax: wordsMax),
      ] {
        #expect(Array(text.utf8).firstRange(of: Array(found.text.utf8)) != nil || text.isEmpty)
        let bytes = Array(found.text.utf8)
        var last = -1
        for mark in found.marks {
          #expect(mark.lowerBound >= last && !mark.isEmpty && mark.upperBound <= bytes.count)
          last = mark.upperBound
          let word = String(validating: bytes[mark], as: UTF8.self)
          #expect(word != nil)
          // What is marked analyses to one term, and that term alone is marked again.
          let again = highlighter.whole(word ?? "", analyzer: WordAnalyzer())
          #expect(again.marks == [0..<mark.count])
        }
        #expect(found.parts.map { $0.text }.joined() == found.text)
      }
      let snippet = highlighter.snippet(of: text, analyzer: WordAnalyzer(), wordsMax: wordsMax)
      #expect(WordAnalyzer().tokens(of: snippet.text).count <= wordsMax)
      let whole = highlighter.whole(text, analyzer: WordAnalyzer())
      #expect(snippet.marks.isEmpty == whole.marks.isEmpty)
      #expect(whole.text == text)
    }
  }

  @Test func `the best piece has as many distinct words as any`() {
    var corpus = RandomCorpus(Seed(7))
    for _ in 0..<200 {
      let words = (0..<corpus.number(below: 40)).map { _ in corpus.word() }
      let asked = (0..<4).map { _ in corpus.word() }
      let size = 1 + corpus.number(below: 8)
      let found = Highlighter(.or(asked.map { term($0) }), fields: ["body"])
        .snippet(of: words.joined(separator: " "), analyzer: WordAnalyzer(), wordsMax: size)
      let distinct = Set(found.parts.filter { $0.isMarked }.map { $0.text }).count
      let best =
        words.indices.map { start in
          Set(words[start..<min(start + size, words.count)]).intersection(asked).count
        }.max() ?? 0
      #expect(distinct == best, "\(words) \(asked) \(size)")
    }
  }

  private func term(_ word: String) -> Query { .term(FieldTerm("body", word)) }

  private func mark(_ query: Query, _ text: String) -> String {
    render(Highlighter(query, fields: ["body"]).whole(text, analyzer: WordAnalyzer()))
  }

  private func render(_ snippet: Snippet) -> String {
    snippet.parts.map { $0.isMarked ? "[\($0.text)]" : $0.text }.joined()
  }
}

/// Every two neighbouring bytes are a token, as bigrams of a script without spaces are.
private struct PairAnalyzer: Analyzer {
  let tag = "pairs"

  func analyze(_ text: Span<UInt8>, into batch: inout TokenBatch) {
    for start in 0..<max(0, text.count - 1) {
      batch.append(
        term: [text[start], text[start + 1]], position: start, start: start, end: start + 2)
    }
  }
}
