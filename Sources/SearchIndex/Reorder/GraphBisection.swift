/// Finds an order in which documents with the same terms stand together.
///
/// The documents are split into two halves such that the gaps of the posting lists, were the
/// halves' documents in any order, would take the fewest bits; then each half is, until there are
/// ``partitionMin`` documents left, which stay as they are. All is done in one fixed way, so the
/// same documents have the same order.
///
/// Memory: that of the ``ForwardIndex``, once more as much for the lists of the partitions that are
/// being split, about 35 bytes a document, and for each thread 24 bytes a term.
///
/// After Dhulipala, Kabiljo, Karrer, Ottaviano, Pupyrev & Shalita, "Compressing graphs and indexes
/// with recursive graph bisection", 2016, and Mackenzie, Mallia, Petri, Culpepper & Suel,
/// "Compressing inverted indexes with recursive graph bisection", 2019.
struct GraphBisection: Sendable {
  /// Partitions of up to so many documents are not split.
  static let partitionMin = 32

  private let forward: ForwardIndex
  private let gapBits: GapBits

  /// Prepares to order the documents of `forward`.
  init(_ forward: ForwardIndex) {
    self.forward = forward
    gapBits = GapBits(documentCount: forward.documentCount)
  }

  /// The documents in their order; `threads` may work at once, which changes nothing of it.
  func order(threads: Int = 1) -> [DocID] {
    let all = Array(0..<DocID(forward.documentCount))
    guard !forward.terms.isEmpty, all.count > Self.partitionMin else { return all }
    // The first splits are of few, large partitions; as soon as there are enough for all threads to
    // be busy, each is split to the end by one.
    var partitions = [all]
    while threads > 1, partitions.count < 2 * threads, partitions[0].count > 2 * Self.partitionMin {
      let whole = partitions
      partitions = ParallelMap.values(whole.count, threads: threads) { index in
        var docs = whole[index]
        var bisector = Bisector(forward, gapBits)
        let middle = bisector.split(&docs, docs.indices)
        return [Array(docs[..<middle]), Array(docs[middle...])]
      }.flatMap { $0 }
    }
    let whole = partitions
    return ParallelMap.values(whole.count, threads: threads) { index in
      var docs = whole[index]
      var bisector = Bisector(forward, gapBits)
      var left = [docs.indices]
      while let range = left.popLast() {
        guard range.count > Self.partitionMin else { continue }
        let middle = bisector.split(&docs, range)
        left.append(middle..<range.upperBound)
        left.append(range.lowerBound..<middle)
      }
      return docs
    }.flatMap { $0 }
  }
}
