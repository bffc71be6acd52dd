/// Requests in RESP for tests.
enum RESPText {
  /// The bytes that ask for `words`.
  static func request(_ words: [String]) -> String {
    "*\(words.count)\r\n" + words.map { "$\($0.utf8.count)\r\n\($0)\r\n" }.joined()
  }

  /// The bytes that ask for the words of each line, which blanks part.
  static func requests(_ lines: String...) -> String {
    lines.map { request($0.split(separator: " ").map(String.init)) }.joined()
  }
}
