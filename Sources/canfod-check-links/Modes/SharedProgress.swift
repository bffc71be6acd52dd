import Synchronization
import Terminal

/// A progress line that many may tell.
final class SharedProgress: Sendable {
  private let line = Mutex(ProgressLine())

  /// Says `text` if it is time to.
  func tell(_ text: String) { line.withLock { $0.tell(text) } }

  /// Takes the line away.
  func end() { line.withLock { $0.end() } }
}
