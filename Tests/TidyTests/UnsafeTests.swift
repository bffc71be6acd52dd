import Testing

/// Where the word `unsafe` may stand.
///
/// The compiler makes every unsafe use say it; this keeps it where its invariants are written down.
@Suite struct UnsafeTests {
  /// Folders and files in which memory is handled by hand.
  static let permitted = [
    "Sources/Storage/", "Sources/SearchIndex/Codecs/",
    "Sources/Markup/XMLDocument.swift", "Sources/TextAnalysis/English/SnowballStemmer.swift",
    "Sources/TextAnalysis/Unicode/Normalization.swift",
    "Sources/TextAnalysis/Welsh/TableBytes.swift", "Sources/Curation/ContentHash.swift",
    // libcurl and libpsl: callbacks and handles.
    "Sources/HTTPTransport/Curl/", "Sources/HTTPTransport/RegistrableDomain.swift",
    // Calls of C that ask the terminal and the environment, and start another program.
    "Sources/Terminal/SystemCalls.swift",
  ]

  @Test func `unsafe code stands only where its invariants are written down`() throws {
    for file in Repository.files("Sources", endings: ["swift"])
    where !Self.permitted.contains(where: file.hasPrefix) {
      let lines = try Repository.text(file).split(separator: "\n", omittingEmptySubsequences: false)
      for (number, line) in lines.enumerated() {
        let code = line.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false)[0]
        let words = code.split { !$0.isLetter && $0 != "_" }
        #expect(
          !words.contains("unsafe") && !words.contains { $0.hasPrefix("Unsafe") },
          "\(file):\(number + 1) is unsafe")
      }
    }
  }

  @Test func `unchecked promises of thread safety say why`() throws {
    for file in Repository.files("Sources", endings: ["swift"]) {
      let text = try Repository.text(file)
      for promise in ["@unchecked Sendable", "nonisolated(unsafe)"] where text.contains(promise) {
        #expect(
          text.contains("// @unchecked:") || text.contains("`@unchecked Sendable`:")
            || text.contains("// nonisolated(unsafe):"),
          "\(file) has \(promise) without a comment that proves it")
      }
    }
  }
}
