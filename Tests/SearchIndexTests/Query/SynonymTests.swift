import SearchIndex
import TestSupport
import Testing

/// Terms and phrases that stand for the same thing are scored as one, in one field and in several.
@Suite struct SynonymTests {
  /// Documents with texts by field; the keys are `0`, `1`, `2` and so on.
  private func index(_ documents: [[String: String]]) throws -> SmallIndex {
    try SmallIndex([
      documents.enumerated().map { number, texts in
        var document = Document(key: "\(number)")
        for (field, text) in texts.sorted(by: { $0.key < $1.key }) {
          document.add(field, .text(text, WordAnalyzer()))
        }
        return document
      }
    ])
  }

  private func scores(_ index: SmallIndex, _ query: Query) throws -> [String: Float] {
    var scores: [String: Float] = [:]
    for hit in try index.reader.search(query, top: 1_000).hits {
      scores[try index.reader.stored(hit).key] = hit.score
    }
    return scores
  }

  private static let words = Query.synonyms([FieldTerm("en", "child"), FieldTerm("cy", "plentyn")])

  /// Twenty documents, one of which is Welsh; every second one has the word.
  private func fewWelsh() throws -> SmallIndex {
    var documents: [[String: String]] = (0..<19).map { number in
      ["en": number % 2 == 0 ? "a child at school" : "the safe house there"]
    }
    documents.append(["cy": "y plentyn yn ysgol"])
    return try index(documents)
  }

  @Test func `a document of a rare language ranks as one of the same shape in a common one`() throws
  {
    let scores = try scores(try fewWelsh(), Self.words)
    #expect(scores.count == 11)
    #expect(Set(scores.values).count == 1)
    #expect(scores["19"] == scores["0"])
  }

  @Test func `a document that says it in two languages counts it once`() throws {
    let index = try index([
      ["en": "child house", "cy": "plentyn tŷ"], ["en": "child house"], ["cy": "plentyn tŷ"],
      ["en": "road house", "cy": "ffordd tŷ"],
    ])
    let scores = try scores(index, Self.words)
    #expect(scores["0"] == scores["1"])
    #expect(scores["0"] == scores["2"])
  }

  @Test func `a document without the first field has the length of its own`() throws {
    let long = "plentyn " + [String](repeating: "tŷ", count: 30).joined(separator: " ")
    let index = try index([["en": "child"], ["cy": "plentyn tŷ"], ["cy": long]])
    let scores = try scores(index, Self.words)
    let short = try #require(scores["1"])
    #expect(short > (try #require(scores["2"])))
  }

  @Test func `the order of the terms makes no difference`() throws {
    let index = try fewWelsh()
    let turned = Query.synonyms([FieldTerm("cy", "plentyn"), FieldTerm("en", "child")])
    #expect(try scores(index, Self.words) == scores(index, turned))
  }

  /// Lucene's SynonymQuery: one term with the sum of the frequencies and the largest document
  /// frequency.
  @Test func `in one field synonyms are as a single word for both`() throws {
    let two = try index([["b": "cat dog cat"], ["b": "dog"], ["b": "cat cow"], ["b": "cow"]])
    let one = try index([["b": "cat cat cat"], ["b": "cow"], ["b": "cat cow"], ["b": "cow"]])
    let both = Query.synonyms([FieldTerm("b", "cat"), FieldTerm("b", "dog")])
    let left = try scores(two, both)
    let right = try scores(one, .term(FieldTerm("b", "cat")))
    #expect(left["2"] == right["2"])
    #expect(left.keys.sorted() == ["0", "1", "2"])
    // df is 2 in both; the lengths are the same, so the threefold word scores alike.
    #expect(left["0"] == right["0"])
  }

  @Test func `phrases in two languages have one weight and count once`() throws {
    func phrase(_ field: String, _ text: String) -> Phrase {
      Phrase(
        field: field,
        words: text.split(separator: " ").enumerated().map {
          Phrase.Word(place: $0.offset, terms: [Array($0.element.utf8)])
        })
    }
    var documents: [[String: String]] = (0..<18).map { number in
      ["en": number % 3 == 0 ? "the child house" : "a long road"]
    }
    documents.append(["cy": "yr tŷ plentyn"])
    documents.append(["en": "the child house", "cy": "yr tŷ plentyn"])
    let query = Query.phrases([phrase("en", "child house"), phrase("cy", "tŷ plentyn")])
    let scores = try scores(try index(documents), query)
    #expect(scores.count == 8)
    #expect(Set(scores.values).count == 1)
    #expect(try self.scores(try index(documents), .phrases([])).isEmpty)
  }

  @Test func `the best of several counts`() throws {
    let index = try index([["b": "cat"], ["b": "dog"], ["b": "cat dog"], ["b": "cow"]])
    let cat = Query.constant(.term(FieldTerm("b", "cat")), score: 2)
    let dog = Query.constant(.term(FieldTerm("b", "dog")), score: 5)
    #expect(try scores(index, .best([cat, dog])) == ["0": 2, "1": 5, "2": 5])
    #expect(try scores(index, .best([])).isEmpty)
    #expect(try scores(index, .best([.none, cat])) == ["0": 2, "2": 2])
  }
}
