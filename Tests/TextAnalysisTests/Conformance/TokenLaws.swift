import TestSupport
import Testing
import TextAnalysis

/// What every analyzer promises, for the analyzers of the table.
struct TokenLaws {
  /// Whether a batch obeys the invariants of a text of `length` bytes.
  private func check(_ batch: TokenBatch, length: Int, _ comment: Comment) {
    var before: TokenBatch.Token?
    for token in batch.tokens {
      #expect(0 <= token.start && token.start <= token.end && token.end <= length, comment)
      let size = token.termEnd - token.termStart
      #expect(size > 0 && size <= AnalyzerLimits.termBytesMax, comment)
      #expect(String(validating: batch.term(token), as: UTF8.self) != nil, comment)
      if let before {
        #expect(before.start <= token.start, comment)
        #expect(before.position <= token.position, comment)
        #expect(token.position <= before.position + 1, comment)
      } else {
        #expect(token.position == 0, comment)
      }
      before = token
    }
  }

  @Test(arguments: Analyzers.tags)
  func `tokens lie in the text, in order, with terms of valid length`(tag: String) {
    var seed = Seed()
    var analyzers = [Analyzers.analyzer(for: tag)]
    if tag == "cy" { analyzers.append(Analyzers.searching(for: tag)) }
    for analyzer in analyzers {
      for _ in 0..<600 {
        let text = RandomText.make(&seed)
        check(
          analyzer.tokens(of: text), length: text.utf8.count,
          "\(tag): \(RandomText.hexadecimal(text)), seed \(seed.value)")
      }
    }
  }

  @Test(arguments: Analyzers.tags)
  func `composed and decomposed texts have the same terms at the same positions`(tag: String) {
    let analyzer = Analyzers.analyzer(for: tag)
    var seed = Seed()
    for _ in 0..<600 {
      let text = RandomText.make(&seed)
      let composed = analyzer.tokens(of: RandomText.composed(text))
      let decomposed = analyzer.tokens(of: RandomText.decomposed(text))
      let comment: Comment = "\(tag): \(RandomText.hexadecimal(text)), seed \(seed.value)"
      #expect(
        composed.tokens.map(composed.text) == decomposed.tokens.map(decomposed.text), comment)
      #expect(composed.tokens.map(\.position) == decomposed.tokens.map(\.position), comment)
    }
  }

  @Test(arguments: Analyzers.tags)
  func `the same text gives the same tokens, also in a used batch`(tag: String) {
    let analyzer = Analyzers.analyzer(for: tag)
    var seed = Seed()
    var used = TokenBatch()
    for _ in 0..<250 {
      let text = RandomText.make(&seed)
      let fresh = analyzer.tokens(of: text)
      used.removeAll()
      analyzer.analyze(Array(text.utf8).span, into: &used)
      #expect(used.tokens == fresh.tokens && used.termBytes == fresh.termBytes)
    }
  }

  @Test(arguments: Analyzers.tags)
  func `case makes no difference`(tag: String) {
    let analyzer = Analyzers.analyzer(for: tag)
    for text in ["Plant mewn perygl", "ŵyr Ynys Môn", "ΟΔΟΣ", "Москва", "e-Bost I'r"] {
      #expect(analyzer.terms(of: text.uppercased()) == analyzer.terms(of: text.lowercased()))
    }
  }

  @Test(arguments: Analyzers.tags)
  func `positions go on from text to text in one batch`(tag: String) {
    let analyzer = Analyzers.analyzer(for: tag)
    var batch = TokenBatch()
    analyzer.analyze(Array("un dau".utf8).span, into: &batch)
    analyzer.analyze(Array("tri".utf8).span, into: &batch)
    #expect(batch.tokens.map(\.position) == [0, 1, 2])
    #expect(batch.tokens.last?.start == 0)
  }

  @Test(arguments: Analyzers.tags)
  func `a trace has the tokens of the analysis`(tag: String) {
    let analyzer = Analyzers.analyzer(for: tag)
    var seed = Seed()
    for _ in 0..<250 {
      let text = RandomText.make(&seed)
      let batch = analyzer.tokens(of: text)
      let trace = AnalysisTrace(of: text, languageTag: tag)
      let comment: Comment = "\(tag): \(RandomText.hexadecimal(text)), seed \(seed.value)"
      #expect(trace.tokens.map(\.term) == batch.tokens.map(batch.text), comment)
      #expect(trace.tokens.map(\.position) == batch.tokens.map(\.position), comment)
      #expect(trace.tokens.map(\.start) == batch.tokens.map(\.start), comment)
      #expect(trace.tokens.map(\.end) == batch.tokens.map(\.end), comment)
    }
  }

  @Test(arguments: Analyzers.tags)
  func `bytes that are no UTF-8 trap nowhere and leave valid terms`(tag: String) {
    let analyzer = Analyzers.analyzer(for: tag)
    var seed = Seed()
    var batch = TokenBatch()
    for _ in 0..<250 {
      var bytes = Array(RandomText.make(&seed).utf8)
      for index in bytes.indices where Int.random(in: 0..<8, using: &seed) == 0 {
        bytes[index] = UInt8.random(in: 0...255, using: &seed)
      }
      batch.removeAll()
      analyzer.analyze(bytes.span, into: &batch)
      check(batch, length: bytes.count, "\(tag): \(bytes), seed \(seed.value)")
    }
  }

  @Test(arguments: ["en", "cy"])
  func `words of ten million letters are cut and cost no more than reading`(tag: String) {
    let analyzer = Analyzers.analyzer(for: tag)
    for letter in ["a", "ŵ", "児", "a\u{301}", "e-"] {
      let text = String(repeating: letter, count: 200_000)
      let batch = analyzer.tokens(of: text)
      #expect(batch.tokens.allSatisfy { $0.termEnd - $0.termStart <= 255 })
      #expect(batch.count >= 1)
    }
    let word = String(repeating: "a", count: 10_000_000)
    #expect(analyzer.tokens(of: word + "'r").count == 1)
    let terms = analyzer.terms(of: word)
    #expect(terms.count == 1 && terms[0].utf8.count > 200)
  }
}
