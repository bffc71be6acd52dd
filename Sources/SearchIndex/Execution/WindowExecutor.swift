/// Runs one node of a plan over one segment, window by window.
///
/// Called through an existential once a window, never once a document: a conforming type does its
/// loop over documents inside. Scratch space belongs to the executor and is used again.
protocol WindowExecutor {
  /// At most about so many documents of the segment match: conjunctions begin with the smallest.
  var cost: Int { get }

  /// Sets `window` to the documents that match among `candidates` of the window from `base`, with
  /// their scores if the executor was built to score. Decodes nothing where `candidates` is empty.
  ///
  /// - Precondition: `base` is a multiple of 4,096 and larger than at the call before; candidates
  ///   are documents of the segment.
  mutating func fill(_ window: inout Window, base: Int, candidates: DocBits) throws(IndexError)
}
