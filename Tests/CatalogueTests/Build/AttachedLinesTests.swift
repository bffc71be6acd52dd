import TestSupport
import Testing

@testable import Catalogue

@Suite struct AttachedLinesTests {
  private func roundTrip(_ lines: [String]) -> String? {
    AttachedLines.text(of: AttachedLines.bytes(of: lines)).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  @Test func `lines come back as they were`() {
    var seed = Seed()
    let pieces = ["a", "tŷ", "\t", "\"", "\\", "/", "\u{1}", "€", "\u{2027}", "児", " "]
    for _ in 0..<500 {
      let lines = (0..<Int.random(in: 0...5, using: &seed)).map { _ in
        (0..<Int.random(in: 0...8, using: &seed)).map { _ in
          pieces.randomElement(using: &seed) ?? ""
        }.joined()
      }
      #expect(roundTrip(lines) == lines.joined(separator: "\n"), "\(lines), seed \(seed.value)")
    }
  }

  @Test(arguments: [
    "", "{", #"{"lines":""#, #"{"lines":"a"b"}"#, #"{"lines":"\"}"#, #"{"line":"a"}"#,
  ])
  func `other bytes are no lines`(text: String) {
    #expect(AttachedLines.text(of: Array(text.utf8)) == nil)
  }
}
