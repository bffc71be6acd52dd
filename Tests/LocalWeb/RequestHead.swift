/// The head of a request.
struct RequestHead: Sendable {
  /// The method, such as `GET` or `HEAD`.
  var method: String
  /// What is asked for: path and query.
  var target: String
  /// The header fields; names in lower case.
  var headers: [String: String]

  /// Reads a head without its last empty line; nil where it is none.
  init?(_ text: some StringProtocol) {
    let lines = text.split(whereSeparator: \.isNewline)
    guard let words = lines.first?.split(separator: " "), words.count == 3 else { return nil }
    method = String(words[0])
    target = String(words[1])
    headers = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let value = parts[1].drop { $0 == " " }
      headers[parts[0].lowercased()] = String(value)
    }
  }
}
