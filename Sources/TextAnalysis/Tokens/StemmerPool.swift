import Synchronization

/// The stemmers of one language: as many as texts are being analysed at once, kept for the next
/// texts.
///
/// libstemmer's objects and the caches must not be shared by threads, and analyzers must be
/// `Sendable`: so an analyzer owns a pool and takes a stemmer for each text. Taking and giving back
/// cost one uncontended lock each per text, and none per word.
final class StemmerPool: Sendable {
  private let make: @Sendable () -> (any WordStemmer)?
  private let idle = Mutex<[Tool]>([])

  /// A stemmer and the stems it gave last.
  ///
  /// The cache is a value beside the stemmer, not in it, since Swift would check each access to a
  /// class's variable for exclusivity.
  struct Tool: Sendable {
    /// The stemmer.
    let stemmer: any WordStemmer
    /// Its last stems.
    var cache = StemCache()
  }

  /// Makes an empty pool: stemmers come into being, by `make`, when they are wanted.
  init(_ make: @escaping @Sendable () -> (any WordStemmer)?) {
    self.make = make
  }

  /// Makes a pool of Snowball's stemmers by libstemmer's `algorithm`.
  convenience init(algorithm: String) {
    self.init { SnowballStemmer(algorithm: algorithm) }
  }

  /// A stemmer of the caller's own until it is given back; nil where libstemmer lacks the
  /// algorithm.
  func take() -> Tool? {
    idle.withLock { $0.popLast() } ?? make().map { Tool(stemmer: $0) }
  }

  /// Takes a stemmer back.
  func giveBack(_ tool: Tool?) {
    guard let tool else { return }
    idle.withLock { $0.append(tool) }
  }
}
