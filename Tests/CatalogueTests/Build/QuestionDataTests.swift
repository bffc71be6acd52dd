import Ingest
import Records
import Storage
import Testing

@testable import Catalogue

@Suite struct QuestionDataTests {
  @Test func `what questions need comes back as it was kept`() throws {
    let (vocabularies, faults) = CorpusReader(
      fileSystem: DiskFileSystem(), folder: ShippedCatalogue.corpus
    ).vocabularies()
    #expect(faults.isEmpty)
    let data = QuestionData(vocabularies, analyzerTags: ["cy", "en", "und"])
    #expect(data.phraseBook.entries.count > 1_000)
    let kept = try #require(QuestionData(bytes: data.bytes))
    #expect(kept == data)
    #expect(kept.labels.label(.language, "cy") == BilingualText(en: "Welsh", cy: "Cymraeg"))
  }

  @Test(arguments: [
    "", "{}", "[]", #"{"lines":"nonsense"}"#, #"{"lines":"phrase\ten\tages:0:x:0:"}"#,
    #"{"lines":"number\ttwelve\tmany"}"#, #"{"lines":"label\tkind\tposter"}"#,
  ])
  func `bytes that do not obey the grammar are refused`(text: String) {
    #expect(QuestionData(bytes: Array(text.utf8)) == nil)
  }
}
