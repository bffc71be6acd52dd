import TestSupport
import Testing

@testable import SearchIndex

@Suite struct DocBitsTests {
  @Test func `bits behave as a set of numbers does`() {
    var seed = Seed()
    for density in [0, 1, 3, 64, 4_000] {
      let left = randomSlots(density, &seed)
      let right = randomSlots(density, &seed)
      #expect(Array(bits(left)) == left.sorted())
      #expect(bits(left).count == left.count)
      #expect(bits(left).isEmpty == left.isEmpty)
      #expect(bits(left).first == left.min())
      var union = bits(left)
      union.formUnion(bits(right))
      #expect(Array(union) == left.union(right).sorted())
      var both = bits(left)
      both.formIntersection(bits(right))
      #expect(Array(both) == left.intersection(right).sorted())
      var rest = bits(left)
      rest.subtract(bits(right))
      #expect(Array(rest) == left.subtracting(right).sorted())
      for slot in [0, 1, 63, 64, 4_032, 4_095, 4_096, 9_999] {
        #expect(bits(left).next(from: slot) == left.filter { $0 >= slot }.min())
      }
    }
  }

  @Test func `inserted is contained until removed, at the words' borders`() {
    var set = DocBits()
    for slot in [0, 63, 64, 4_031, 4_032, 4_095] {
      #expect(!set.contains(slot))
      set.insert(slot)
      #expect(set.contains(slot))
      set.remove(slot)
      #expect(!set.contains(slot))
    }
    #expect(set.isEmpty)
  }

  private func randomSlots(_ count: Int, _ seed: inout Seed) -> Set<Int> {
    Set((0..<count).map { _ in Int.random(in: 0..<DocBits.size, using: &seed) })
  }

  private func bits(_ slots: Set<Int>) -> DocBits {
    var bits = DocBits()
    for slot in slots { bits.insert(slot) }
    return bits
  }
}
