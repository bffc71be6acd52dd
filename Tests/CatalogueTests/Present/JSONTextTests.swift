import Catalogue
import Foundation
import TestSupport
import Testing

@Suite struct JSONTextTests {
  @Test func `members keep the order in which they were put`() {
    let json = JSONText.object([("ok", .bool(true)), ("b", .int(1)), ("a", .null)])
    #expect(json.line == #"{"ok":true,"b":1,"a":null}"#)
  }

  @Test func `text is UTF-8 but for controls and the line separators`() {
    #expect(JSONText.string("tŷ \"a\"\\\n\u{1}\u{2028}").line == #""tŷ \"a\"\\\n\u0001\u2028""#)
  }

  @Test(arguments: [
    (0.42, 2, "0.42"), (7.0, 4, "7"), (-0.5, 1, "-0.5"), (1.005, 1, "1"), (0.04, 1, "0"),
    (.infinity, 2, "null"), (.nan, 2, "null"), (123_456.789, 2, "123456.79"),
  ])
  func `numbers have no more places than they need`(value: Double, digits: Int, expected: String) {
    #expect(JSONText.double(value, digits: digits).line == expected)
  }

  @Test func `any string comes back through a JSON parser`() throws {
    var seed = Seed()
    for _ in 0..<500 {
      let scalars = (0..<Int.random(in: 0...12, using: &seed)).compactMap { _ in
        Unicode.Scalar(UInt32.random(in: 0...0x2FFF, using: &seed))
      }
      let text = String(String.UnicodeScalarView(scalars))
      let line = JSONText.object([("t", .string(text))]).line
      #expect(!line.contains("\n"))
      let parsed = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String]
      #expect(parsed?["t"]?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
    }
  }
}
