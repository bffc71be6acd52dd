import Records
import Testing

@testable import canfod

@Suite struct AnswerPageTests {
  @Test func `a work is shown once, where the best of its versions stands`() throws {
    let hits = try ["alarm", "boat", "cave", "boat", "alarm"].enumerated().map { rank, work in
      (rank: rank + 1, work: try #require(ResourceID(work)))
    }
    let groups = AnswerPage.groups(hits, by: \.work)
    #expect(groups.map { $0.map(\.rank) } == [[1, 5], [2, 4], [3]])
    #expect(AnswerPage.groups([hits[0]].dropFirst().map { $0 }, by: \.work).isEmpty)
  }
}
