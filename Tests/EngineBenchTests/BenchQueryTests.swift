import EngineBench
import SearchIndex
import Storage
import TestSupport
import Testing

@Suite struct BenchQueryTests {
  private func index() throws -> IndexReader {
    let folder = try TemporaryFolder()
    let lines = [
      #"{"id":0,"title":"Keep safe","body":"children keep children safe online","tag":"t0"}"#,
      #"{"id":1,"title":"Online","body":"safe children","tag":"t1"}"#,
      #"{"id":2,"title":"Museum","body":"opens at ten","tag":"t2"}"#,
    ]
    try folder.write("docs.jsonl", lines.joined(separator: "\n"))
    let corpus = try BenchCorpus(file: folder.path("docs.jsonl"))
    #expect(
      corpus.textBytes == "Keep safe\nchildren keep children safe online".utf8.count + 20 + 19)
    _ = try BenchIndexing.run(corpus, at: folder.path("index"))
    return try IndexReader.open(at: folder.path("index"))
  }

  @Test(arguments: [
    ("term\tsafe", 2), ("intersection\t+safe +museum", 0), ("intersection\t+safe +keep", 1),
    ("union\tkeep museum", 2), ("phrase\t\"children safe\"", 1), ("phrase\t\"safe children\"", 2),
    ("filtered\tsafe online tag:t1", 1), ("prefix\tch*", 2), ("fuzzy\tsaef~1", 2),
    ("fuzzy\tmuseums~1", 1),
  ])
  func `each type of query counts what it should`(line: String, count: Int) throws {
    let query = try #require(BenchQuery(Substring(line)))
    let rows = try BenchRun(try index(), [query]).measure(
      BenchCommandName.allCases, passes: 2, warmSeconds: 0)
    #expect(rows[.count]?.hits == [count])
    #expect(rows[.top10Count]?.hits == [count])
    #expect(rows[.top10]?.hits == [count])
    #expect(rows[.top10]?.scores == rows[.top100]?.scores)
    #expect(rows[.top10]?.microseconds.allSatisfy { $0 > 0 && $0 < .infinity } == true)
  }

  @Test func `a line that is no query is none`() {
    #expect(BenchQuery("term") == nil)
    #expect(BenchQuery("guess\tx") == nil)
    #expect(BenchQuery("term\t") == nil)
  }

  @Test func `a document that is none is told by its line`() throws {
    let folder = try TemporaryFolder()
    try folder.write("docs.jsonl", "{\"id\":0,\"title\":\"\",\"body\":\"\",\"tag\":\"\"}\n{}")
    let file = folder.path("docs.jsonl")
    #expect(throws: BenchCorpus.Failure.badLine(file: file, line: 2)) {
      try BenchCorpus(file: file)
    }
  }
}
