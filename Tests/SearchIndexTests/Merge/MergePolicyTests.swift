import TestSupport
import Testing

@testable import SearchIndex

struct MergePolicyTests {
  private let policy = MergePolicy(segmentsPerLevel: 3, floorBytes: 10)

  @Test func `so many small neighbours become one`() {
    #expect(policy.merge(of: segments([1, 2])) == nil)
    #expect(policy.merge(of: segments([1, 2, 3])) == 0..<3)
    #expect(policy.merge(of: segments([500, 1, 2, 3])) == 1..<4)
    #expect(policy.merge(of: segments([1, 2, 500, 3])) == nil)
    #expect(policy.merge(of: segments([])) == nil)
  }

  @Test func `smaller ones between those of a level go with them`() {
    #expect(policy.merge(of: segments([25, 25, 5, 25])) == 0..<4)
    #expect(policy.merge(of: segments([25, 5, 25, 5])) == nil)
  }

  @Test func `a thousand additions leave few segments and rewrite little`() {
    var sizes: [Int] = []
    var written = 0
    for _ in 0..<1_000 {
      sizes.append(8)
      written += 8
      while let range = policy.merge(of: segments(sizes)) {
        let sum = sizes[range].reduce(0, +)
        written += sum
        sizes.replaceSubrange(range, with: [sum])
      }
    }
    #expect(sizes.reduce(0, +) == 8_000)
    #expect(sizes.count <= 3 * 7)
    #expect(written <= 8_000 * 9)
  }

  @Test func `deleted documents have a segment written anew, a small one at once`() {
    func candidate(_ bytes: Int, _ deleted: Int) -> MergePolicy.Candidate {
      MergePolicy.Candidate(bytes: bytes, documentCount: 100, deletedCount: deleted)
    }
    #expect(!policy.wantsRewriting(candidate(5, 0)))
    #expect(policy.wantsRewriting(candidate(5, 1)))
    #expect(!policy.wantsRewriting(candidate(50, 33)))
    #expect(policy.wantsRewriting(candidate(50, 34)))
  }

  @Test func `no merge makes a segment of too many documents`() {
    let half = MergePolicy.Candidate(
      bytes: 1, documentCount: SegmentFormat.documentCountMax / 2, deletedCount: 0)
    #expect(policy.merge(of: [half, half, half]) == nil)
  }

  private func segments(_ sizes: [Int]) -> [MergePolicy.Candidate] {
    sizes.map { MergePolicy.Candidate(bytes: $0, documentCount: 1, deletedCount: 0) }
  }
}
