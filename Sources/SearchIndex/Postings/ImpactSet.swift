/// The pairs of frequency and norm of a block's documents that no other pair beats in both.
struct ImpactSet {
  /// The highest frequency of each norm, 0 for none.
  private var best = [UInt32](repeating: 0, count: 256)
  private var isEmpty = true

  /// Takes in a document.
  mutating func add(_ impact: Impact) {
    best[Int(impact.norm)] = max(best[Int(impact.norm)], impact.frequency)
    isEmpty = false
  }

  /// The pairs, both frequency and norm ascending.
  func pairs() -> [Impact] {
    var pairs: [Impact] = []
    for (norm, frequency) in best.enumerated() where frequency > (pairs.last?.frequency ?? 0) {
      pairs.append(Impact(frequency: frequency, norm: UInt8(norm)))
    }
    return pairs
  }

  /// Forgets all documents.
  mutating func removeAll() {
    guard !isEmpty else { return }
    for norm in best.indices { best[norm] = 0 }
    isEmpty = true
  }
}
