import TextAnalysis

/// The tests' analyzer: words of letters, digits and everything that is not ASCII; upper case
/// folded, a final `s` taken off.
///
/// Enough to have terms that differ from the words in the text.
struct WordAnalyzer: Analyzer {
  let tag = "test"

  func analyze(_ text: Span<UInt8>, into batch: inout TokenBatch) {
    var position = (batch.tokens.last?.position ?? -1) + 1
    var word: [UInt8] = []
    for index in 0...text.count {
      let byte = index < text.count ? text[index] : UInt8(ascii: " ")
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        word.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
        word.append(byte)
      default:
        guard !word.isEmpty else { continue }
        let start = index - word.count
        if word.count > 1, word.last == UInt8(ascii: "s") { word.removeLast() }
        batch.append(term: word, position: position, start: start, end: index)
        position += 1
        word.removeAll()
      }
    }
  }
}
