import Ingest
import Records
import Storage
import TestSupport
import Testing

@Suite struct TermPairsFileTests {
  private let corpus: SampleCorpus

  init() throws { corpus = try SampleCorpus() }

  private func read(_ text: String) throws -> ([TermPair], [RecordFault]) {
    try corpus.folder.write("vocabulary/terms.tsv", text)
    return corpus.reader().termPairs()
  }

  private static let header = "english\twelsh\tchecked in\n"

  @Test func `pairs are read in order, remarks in brackets left out`() throws {
    let (pairs, faults) = try read(
      Self.header + "grooming\tmeithrin perthynas amhriodol\tsomewhere\n"
        + "Welsh (language)\tCymraeg\n\nabuse\tcam-drin\t\nabuse\tcamdriniaeth\n")
    #expect(faults.isEmpty)
    #expect(
      pairs == [
        TermPair(english: "grooming", welsh: "meithrin perthynas amhriodol"),
        TermPair(english: "Welsh", welsh: "Cymraeg"),
        TermPair(english: "abuse", welsh: "cam-drin"),
        TermPair(english: "abuse", welsh: "camdriniaeth"),
      ])
  }

  @Test func `every fault says its line and column`() throws {
    let (pairs, faults) = try read(
      Self.header + "grooming\n" + "a\tb\tc\td\n" + "\tcam-drin\t\n" + "abuse\t(remark)\t\n"
        + "risk\trisg\t\n" + "risk\trisg\t\n" + String(repeating: "x", count: 201) + "\ty\n")
    #expect(faults.map(\.line) == [2, 3, 4, 5, 7, 8])
    #expect(faults.map(\.field) == [nil, nil, "english", "welsh", nil, "english"])
    #expect(faults.allSatisfy { $0.file == "vocabulary/terms.tsv" && $0.severity == .error })
    #expect(faults[4].problem == .duplicateField(firstLine: 6))
    #expect(pairs.contains(TermPair(english: "risk", welsh: "risg")))
  }

  @Test func `a file with another head, or no text at all, is refused`() throws {
    #expect(try read("cymraeg\tsaesneg\n").1.map(\.line) == [1])
    #expect(try read(Self.header + "a\u{0}\tb\n").1.count == 1)
    #expect(try read("").1.count == 1)
  }

  @Test func `a corpus need not have any`() {
    let (pairs, faults) = corpus.reader().termPairs()
    #expect(pairs.isEmpty)
    #expect(faults.isEmpty)
  }
}
