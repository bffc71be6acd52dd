import TestSupport
import Testing
import TextAnalysis

struct TokenBatchTests {
  private func readings(_ text: String, _ tag: String) -> [[String]] {
    let batch = Analyzers.analyzer(for: tag).tokens(of: text)
    return batch.words().map { word in
      word.readings.map { $0.map(batch.text).joined(separator: " ") }
    }
  }

  @Test func `a word of one token has one reading`() {
    #expect(readings("dan ddeuddeg", "cy") == [["tan"], ["deuddeg"]])
    #expect(readings("", "cy") == [])
  }

  @Test func `a word in parts is read as parts and as joined`() {
    #expect(readings("yr e-bost hwn", "cy") == [["y"], ["ef post", "ebost"], ["hwn"]])
    #expect(readings("i'r ysgol", "cy") == [["i y", "ir"], ["ysgol"]])
    #expect(readings("Barnardo's Cymru", "cy") == [["barnardo", "barnardos"], ["cymru"]])
  }

  @Test func `parts in parts are read in every way`() {
    #expect(readings("cam-drin'r", "cy") == [["cam trin y", "cam drinr", "camdrin y"]])
  }

  @Test func `bigrams are words of their own, though they overlap`() {
    #expect(readings("児童虐待", "und") == [["児童"], ["童虐"], ["虐待"]])
  }

  @Test func `a word knows the bytes it covers`() {
    let batch = WelshAnalyzer().tokens(of: "yr e-bost hwn")
    #expect(batch.words().map(\.start) == [0, 3, 10])
    #expect(batch.words().map(\.end) == [2, 9, 13])
  }

  @Test func `readings walk the positions one after another and are bounded`() {
    var seed = Seed()
    for tag in ["en", "cy", "und"] {
      for _ in 0..<3_000 {
        let batch = Analyzers.analyzer(for: tag).tokens(of: RandomText.make(&seed))
        let words = batch.words()
        #expect(words.allSatisfy { (1...TokenBatch.readingsMax).contains($0.readings.count) })
        for reading in words.flatMap(\.readings) {
          #expect(zip(reading, reading.dropFirst()).allSatisfy { $0.position < $1.position })
        }
        let read = Set(words.flatMap(\.readings).joined().map(\.termStart))
        #expect(read == Set(batch.tokens.map(\.termStart)), "seed \(seed.value)")
      }
    }
  }

  @Test func `an empty term is no token`() {
    var batch = TokenBatch()
    batch.append(term: [], position: 0, start: 0, end: 0)
    #expect(batch.isEmpty)
  }
}
