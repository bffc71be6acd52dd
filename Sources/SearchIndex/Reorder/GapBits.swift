import Glibc

/// What the gaps of a posting list take.
///
/// The `d` documents of a term among `n` lie `n / (d + 1)` apart on average, so they take about
/// `d × log2(n / (d + 1))` bits.
struct GapBits: Sendable {
  /// By `d`: by how much `d × log2(d + 1)` grows from `d` to `d + 1`.
  ///
  /// A term's bits in a partition of `n` grow by `log2(n)` less this when one more document there
  /// has it.
  let steps: [Float]

  /// Makes the table for up to `documentCount` documents.
  init(documentCount: Int) {
    var last = 0.0
    steps = (0...documentCount).map { count in
      let next = Double(count + 1) * log2(Double(count + 2))
      defer { last = next }
      return Float(next - last)
    }
  }
}
