/// One request in RESP: the command's name and its arguments, as sent.
package struct RESPRequest: Sendable, Equatable {
  /// The name and the arguments: at least the name.
  package let words: [String]

  /// Makes a request of `words`; nil where there is not even a name.
  package init?(_ words: [String]) {
    guard !words.isEmpty else { return nil }
    self.words = words
  }

  /// The name as sent.
  package var name: String { words.first ?? "" }

  /// The arguments.
  package var arguments: [String] { Array(words.dropFirst()) }

  /// How much memory it takes: a word has some bytes beside its own.
  var byteCount: Int { words.reduce(0) { $0 + $1.utf8.count + MemoryLayout<String>.stride } }
}
