internal import TextAnalysis

/// Texts as the words that link checks compare.
enum Words {
  /// The words of a text of any language: in lower case and without accents, not stemmed.
  static func plain(_ text: String) -> [String] {
    Analyzers.analyzer(for: "und").terms(of: text)
  }

  /// The words that carry a title: lemmas or stems of its language, without stop words and numbers.
  static func bearing(_ text: String, language: String) -> Set<String> {
    let stops = Analyzers.stopWords(for: language)
    let terms = text.split { $0.isWhitespace }.filter { word in
      !Words.plain(String(word)).allSatisfy { stops?.contains($0) ?? false }
    }
    return Set(
      Analyzers.analyzer(for: language).terms(of: terms.joined(separator: " "))
        .filter { $0.utf8.count > 1 && !$0.allSatisfy(\.isNumber) })
  }

  /// How alike two texts are, in 0…1: the words they share, as often as both have them, among all
  /// (the Jaccard index of bags).
  static func likeness(_ left: [String], _ right: [String]) -> Double {
    var counts: [String: Int] = [:]
    for word in left { counts[word, default: 0] += 1 }
    var shared = 0
    for word in right {
      guard let count = counts[word], count > 0 else { continue }
      counts[word] = count - 1
      shared += 1
    }
    let all = left.count + right.count - shared
    return all == 0 ? 1 : Double(shared) / Double(all)
  }
}
