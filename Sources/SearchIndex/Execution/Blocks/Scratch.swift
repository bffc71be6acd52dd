import Synchronization

/// Memory that one search of a segment works in.
struct Scratch {
  /// Scores of a window.
  var window = Window(scored: true)
  /// What may still be among the best of a window.
  var candidates = Candidates(capacity: DocBits.size)
}

/// Keeps the memory of searches that ended for those to come: making 80 KB anew took longer than many a
/// search.
final class ScratchPool: Sendable {
  /// As many as are kept; more searches at once make their own.
  private static let keptMax = 8

  private let kept = Mutex<[Scratch]>([])

  /// Memory that nobody else uses; what is in it means nothing.
  func take() -> Scratch {
    kept.withLock { $0.popLast() } ?? Scratch()
  }

  /// Takes memory back.
  func give(_ scratch: consuming Scratch) {
    let scratch = scratch
    kept.withLock { kept in
      if kept.count < Self.keptMax { kept.append(scratch) }
    }
  }
}
