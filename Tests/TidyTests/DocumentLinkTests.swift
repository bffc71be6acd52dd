import Foundation
import Testing

/// Every path that a document names exists, so that the map cannot rot.
@Suite struct DocumentLinkTests {
  static let roots: Set<String> = ["Sources", "Tests", "corpus", "tools", "docs", "index", ".ci"]

  @Test func `every path that a document names exists`() throws {
    let documents = ["README.md", "ARCHITECTURE.md"] + Repository.files("docs", endings: ["md"])
    var seen = 0
    for document in documents {
      for path in paths(try Repository.text(document)) {
        seen += 1
        #expect(Repository.exists(path), "\(document) names \(path)")
      }
    }
    #expect(seen > 20)
  }

  @Test func `no document or source names a path of one machine`() throws {
    let files =
      ["README.md", "ARCHITECTURE.md"] + Repository.files("docs", endings: ["md"])
      + Repository.files("Sources", endings: ["swift", "h"])
    for file in files {
      let text = try Repository.text(file)
      for path in ["/home/", "/root/", "/work/"] {
        #expect(!text.contains(path), "\(file) names \(path)")
      }
    }
  }

  /// Code spans and link targets that look like paths of the repository; those with `<`, `*` or `…`
  /// are patterns.
  private func paths(_ text: String) -> [String] {
    let spans = text.matches(of: /`([^`\s]+)`|\]\(([^)\s#]+)\)/).compactMap { $0.1 ?? $0.2 }
    return spans.map { String($0) }
      .map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
      .filter { path in
        guard let root = path.split(separator: "/").first else { return false }
        return path.contains("/") && Self.roots.contains(String(root))
          && !path.contains { "<*{…".contains($0) }
      }
      .filter { !$0.hasPrefix("index/") }
  }
}
