import Storage
import Synchronization

/// Documents inverted on several threads at once, each with an ``Inverter`` of its own.
///
/// The threads take the documents a few at a time, in order, so none waits for another; doc ids are
/// given by that order and not by who takes them.
final class ParallelInversion: Sendable {
  private struct State: Sendable {
    var next: Int
    var memoryBytes: Int
    var kinds: [String: FieldKind]
    var inverters: [Inverter] = []
    var failure: (document: Int, error: IndexError)?
  }

  private let state: Shared<State>
  private let end: Int
  private let first: Int
  private let memoryBytesMax: Int
  private let document: @Sendable (Int) -> Document

  /// How many documents a thread takes at a time.
  private static let stride = 64

  /// Prepares to invert the documents of `range` until `memoryBytesMax` are in use.
  init(
    _ range: Range<Int>, kinds: [String: FieldKind], memoryBytesMax: Int,
    _ document: @escaping @Sendable (Int) -> Document
  ) {
    first = range.lowerBound
    end = min(range.upperBound, first + SegmentFormat.documentCountMax)
    state = Shared(State(next: first, memoryBytes: 0, kinds: kinds))
    self.memoryBytesMax = memoryBytesMax
    self.document = document
  }

  /// Inverts documents; the buffer that has them, and the kinds of all fields.
  func run(threads: Int) throws(IndexError) -> (buffer: DocumentBuffer, kinds: [String: FieldKind])
  {
    Parallel.run(threads) { _ in self.work() }
    return try state.mutex.withLock { state throws(IndexError) in
      if let failure = state.failure { throw failure.error }
      return (
        DocumentBuffer(state.inverters, documentCount: state.next - first), state.kinds
      )
    }
  }

  private func work() {
    var inverter = Inverter()
    var kinds: [String: FieldKind] = [:]
    var memoryBytes = 0
    while let range = take(more: inverter.memoryBytes - memoryBytes) {
      memoryBytes = inverter.memoryBytes
      for index in range {
        let document = document(index)
        for (name, value) in document.fields where kinds[name] != value.kind {
          if let error = learn(name, value.kind) {
            fail(error, at: index)
            return
          }
          kinds[name] = value.kind
        }
        inverter.add(document, as: DocID(index - first))
      }
    }
    state.mutex.withLock { $0.inverters.append(inverter) }
  }

  /// The next documents; nil if there are none, the memory is used up, or something failed.
  private func take(more bytes: Int) -> Range<Int>? {
    state.mutex.withLock { state in
      state.memoryBytes += bytes
      guard state.next < end, state.failure == nil, state.memoryBytes < memoryBytesMax else {
        return nil
      }
      let start = state.next
      state.next = min(start + Self.stride, end)
      return start..<state.next
    }
  }

  /// Settles the kind of a field, the first to use it.
  private func learn(_ name: String, _ kind: FieldKind) -> IndexError? {
    state.mutex.withLock { state in
      let expected = state.kinds[name] ?? kind
      state.kinds[name] = expected
      return expected == kind
        ? nil : .fieldKindMismatch(field: name, found: kind.name, expected: expected.name)
    }
  }

  private func fail(_ error: IndexError, at index: Int) {
    state.mutex.withLock { state in
      if let failure = state.failure, failure.document < index { return }
      state.failure = (index, error)
    }
  }
}
