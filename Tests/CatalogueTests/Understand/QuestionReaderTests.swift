import Catalogue
import Foundation
import Records
import TestSupport
import Testing
import TextAnalysis

/// Reads questions with the vocabularies of the shipped corpus.
@Suite struct QuestionReaderTests {
  let catalogue: Catalogue

  init() throws {
    catalogue = try ShippedCatalogue.shared.get()
  }

  private func understand(_ text: String, without: [String] = []) throws -> Understanding {
    var request = SearchRequest(text)
    request.switchedOff = without
    return try catalogue.understand(request)
  }

  /// `Questions.tsv`: question, then what is understood: facet:value in order, ages last; what is left.
  @Test func `every question of the table is read as the table says`() throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Questions.tsv")
    let lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
    #expect(lines.count >= 600)
    for line in lines {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      try #require(columns.count == 3, "\(line)")
      let read = try understand(columns[0])
      let filters = read.filters.map { $0.name + ($0.isImplied ? "?" : "") }
      #expect(filters.sorted().joined(separator: " ") == columns[1], "\(columns[0])")
      #expect(read.remainingText == columns[2], "\(columns[0])")
    }
  }

  @Test func `quoted text, signed words and fields are never interpreted`() throws {
    for text in [#""posters for parents""#, "+posters", "title:posters", "(posters)"] {
      let read = try understand(text)
      #expect(read.filters.isEmpty, "\(text)")
      #expect(read.remainingText == text)
    }
  }

  @Test func `what was understood can be switched off and is a word again`() throws {
    let read = try understand("posters for parents", without: ["kind:poster"])
    #expect(read.filters.map(\.name) == ["audience:parents"])
    #expect(read.remainingText == "posters")
  }

  @Test func `the place of a phrase is that of its words in the question`() throws {
    let text = "what exists in Welsh for under-12s"
    for filter in try understand(text).filters {
      let bytes = Array(text.utf8)[filter.at]
      #expect(String(decoding: bytes, as: UTF8.self) == filter.phrase)
    }
  }

  @Test func `an age with young readers only orders by them`() throws {
    #expect(try understand("for children under 12").audienceUse == .order)
    #expect(try understand("for parents of under-12s").audienceUse == .filter)
    #expect(try understand("for children").audienceUse == .filter)
  }

  @Test func `five hundred repeated words of one facet are read`() throws {
    // The grammar takes 256 words side by side; a hyphen makes two of each here.
    for word in ["parents", "children", "Polish"] {
      let text = Array(repeating: "\(word)-\(word)", count: 250).joined(separator: " ")
      let read = try understand(text)
      #expect(Set(read.filters.map(\.facet)).count == 1, "\(word)")
      #expect(read.remainingText.isEmpty, "\(word)")
    }
  }

  @Test func `literal text is not read at all`() throws {
    var request = SearchRequest("posters for parents")
    request.isLiteral = true
    #expect(try catalogue.understand(request).filters.isEmpty)
  }

  @Test func `a mutated Welsh word is its phrase, unless a phrase is spelt so`() throws {
    let vocabularies = try catalogue.vocabularies()
    var phrases: [String: (facet: String, id: String)] = [:]
    for facet in ["audience", "kind"] {
      for value in vocabularies[facet]?.values ?? [] {
        for phrase in value.phrases.cy where phrase.allSatisfy(\.isLetter) && phrase.utf8.count >= 4
        {
          phrases[phrase] = (facet, value.id)
        }
      }
    }
    #expect(phrases.count > 80)
    let others = Set(phrases.keys)
    for (phrase, value) in phrases {
      for mutation in Mutation.allCases {
        guard let form = mutation.form(of: Array(phrase.utf8)) else { continue }
        let word = String(decoding: form, as: UTF8.self)
        // A word of two letters is too little to undo a mutation: em is no gêm.
        guard !others.contains(word), word.count > 2 else { continue }
        let names = try understand(word).filters.filter { !$0.isImplied }.map(\.name)
        #expect(names.contains("\(value.facet):\(value.id)"), "\(phrase) as \(word): \(names)")
      }
    }
  }

  @Test func `what is excluded is no filter, and is switched off by its own name`() throws {
    let read = try understand("posters not in English")
    #expect(read.languages.isEmpty)
    #expect(read.filters.map(\.name) == ["kind:poster", "-language:en"])
    let again = try understand("posters not in English", without: ["-language:en"])
    #expect(again.filters.map(\.name) == ["kind:poster"])
    #expect(again.notUnderstood(of: SearchRequest()) == [])
  }

  @Test(arguments: [
    ("posters", "posters in Welsh", "posters not in Welsh"),
    ("resources for parents", "leaflets for parents", "resources for parents except leaflets"),
    ("canllawiau", "canllawiau i ysgolion", "canllawiau heb fod i ysgolion"),
    ("guidance", "guidance since 2020", "guidance before 2020"),
  ])
  func `what is asked for and what is excluded make up the whole`(
    all: String, with: String, without: String
  ) throws {
    func total(_ text: String) throws -> Int { try catalogue.search(SearchRequest(text)).total }
    let undated = try total("guidance") - total("guidance published:1900..2100")
    #expect(
      try total(with) + total(without) + (all == "guidance" ? undated : 0) == total(all))
    #expect(try total(without) < total(all))
  }

  @Test func `bilingual is in both languages, in one version or in two`() throws {
    var request = SearchRequest("bilingual leaflets")
    request.limit = 100
    let answer = try catalogue.search(request)
    #expect(!answer.hits.isEmpty)
    for hit in answer.hits {
      let tags = Set((hit.resource.language + hit.sisters.flatMap(\.language)).map(\.tag))
      #expect(tags.isSuperset(of: ["cy", "en"]), "\(hit.resource.id)")
    }
  }

  @Test func `to switch off what was not understood is told`() throws {
    var request = SearchRequest("posters for parents")
    request.switchedOff = ["kind:poster", "foo:bar"]
    let answer = try catalogue.search(request)
    #expect(answer.warnings == [.notUnderstood(filter: "foo:bar")])
  }

  @Test func `any words are read without harm, and ranges lie within them`() throws {
    var seed = Seed()
    let words = [
      "for", "i", "under", "12", "12s", "dan", "plant", "Welsh", "yn", "Gymraeg", "posters", "'",
      "13+", "8-11", "and", "a", "of", "-", "about", "am", "Polish", "speak", "ŵ", "2020", "&", "/",
      "not", "except", "heb", "since", "un", "ar", "ddeg", "children's", "phosteri", "year", "2",
      "who",
    ]
    for _ in 0..<500 {
      let text = (0..<Int.random(in: 1...9, using: &seed))
        .map { _ in words.randomElement(using: &seed) ?? "" }.joined(separator: " ")
      let read = try understand(text)
      for filter in read.filters { #expect(filter.at.upperBound <= text.utf8.count, "\(text)") }
    }
  }
}
