import Glibc
import TestSupport
import Testing

@testable import SearchIndex

@Suite struct GraphBisectionTests {
  /// Documents of 12 words of their own cluster's 40 and 3 of 20 that all share.
  private func clusters(
    _ count: Int, _ seed: inout Seed
  ) -> (documents: [[UInt32]], clusters: [Int]) {
    var clusters = (0..<count).map { $0 % 2 }
    clusters.shuffle(using: &seed)
    let documents = clusters.map { cluster in
      let own = (0..<12).map { _ in UInt32(cluster * 40 + Int.random(in: 0..<40, using: &seed)) }
      let shared = (0..<3).map { _ in UInt32(80 + Int.random(in: 0..<20, using: &seed)) }
      return Set(own + shared).sorted()
    }
    return (documents, clusters)
  }

  /// The bits of all gaps of the posting lists, were each as short as could be.
  private func bits(_ documents: [[UInt32]], _ order: [DocID]) -> Double {
    var last: [UInt32: Int] = [:]
    var bits = 0.0
    for (place, docID) in order.enumerated() {
      for term in documents[Int(docID)] {
        bits += log2(Double(place - (last[term] ?? -1)))
        last[term] = place
      }
    }
    return bits
  }

  @Test(arguments: [0, 1, 2, 31, 32, 33, 64, 65, 127, 1_000])
  func `an order has every document once`(count: Int) {
    var seed = Seed()
    let forward = ForwardIndex(clusters(count, &seed).documents, termCount: 100)
    #expect(GraphBisection(forward).order().sorted() == Array(0..<DocID(count)))
  }

  @Test func `documents without terms keep their order`() {
    let forward = ForwardIndex([[UInt32]](repeating: [], count: 200), termCount: 0)
    #expect(GraphBisection(forward).order() == Array(0..<DocID(200)))
    let same = ForwardIndex([[UInt32]](repeating: [0, 1], count: 200), termCount: 2)
    #expect(GraphBisection(same).order() == Array(0..<DocID(200)))
  }

  @Test(arguments: [80, 400, 1_000])
  func `two clusters that were mixed are parted, and gaps get shorter`(count: Int) {
    var seed = Seed()
    let (documents, clusters) = clusters(count, &seed)
    let order = GraphBisection(ForwardIndex(documents, termCount: 100)).order()
    let borders = zip(order, order.dropFirst()).count { clusters[Int($0)] != clusters[Int($1)] }
    #expect(borders <= 3, "seed \(seed.value)")
    let before = bits(documents, Array(0..<DocID(count)))
    #expect(bits(documents, order) < 0.85 * before, "seed \(seed.value)")
  }

  @Test func `the same documents have the same order on any number of threads`() {
    var seed = Seed()
    let forward = ForwardIndex(clusters(1_500, &seed).documents, termCount: 100)
    let order = GraphBisection(forward).order()
    #expect(order != Array(0..<DocID(1_500)))
    for threads in [1, 2, 3, 5] {
      #expect(GraphBisection(forward).order(threads: threads) == order, "\(threads) threads")
    }
  }

  @Test func `a split leaves the documents outside of its range alone`() {
    var seed = Seed()
    let forward = ForwardIndex(clusters(300, &seed).documents, termCount: 100)
    var bisector = Bisector(forward, GapBits(documentCount: 300))
    var docs = Array(0..<DocID(300))
    let middle = bisector.split(&docs, 50..<151)
    #expect(middle == 100)
    #expect(docs[..<50].elementsEqual(0..<DocID(50)))
    #expect(docs[151...].elementsEqual(151..<DocID(300)))
    #expect(docs[50..<151].sorted() == Array(50..<151))
    // The order within a half is the one before.
    #expect(docs[50..<middle].sorted() == Array(docs[50..<middle]))
    #expect(docs[middle..<151].sorted() == Array(docs[middle..<151]))
  }

  @Test func `a step of a list's bits is the difference of two lists`() {
    func bits(_ count: Int) -> Double { Double(count) * log2(100 / Double(count + 1)) }
    let gapBits = GapBits(documentCount: 100)
    for count in 0..<50 {
      let step = log2(100.0) - Double(gapBits.steps[count])
      #expect(abs(bits(count + 1) - bits(count) - step) < 1e-4)
    }
  }
}
