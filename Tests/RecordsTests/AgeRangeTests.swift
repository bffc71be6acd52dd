import Records
import Testing

struct AgeRangeTests {
  @Test(
    arguments: [
      ("0-11", 0, 11), ("12-", 12, nil), ("-11", nil, 11), ("7", 7, 7), ("0-0", 0, 0),
      ("0-120", 0, 120), ("120-120", 120, 120),
    ] as [(String, Int?, Int?)])
  func `a range is read with its open ends`(text: String, min: Int?, max: Int?) throws {
    let range = try #require(AgeRange(text))
    #expect(range.min == min)
    #expect(range.max == max)
    #expect(AgeRange(range.description) == range)
  }

  @Test(
    arguments: [
      "", "-", "--", "11-0", "0-121", "121-", "1-2-3", "a-b", "0–11", " 0-11", "0 - 11", "-1-5",
      "1000", "0-99999999999999999999", "+1-2",
    ])
  func `what is no range is none`(text: String) {
    #expect(AgeRange(text) == nil)
  }

  @Test func `ranges overlap when some age lies in both`() throws {
    for low in 0...6 {
      for high in low...6 {
        let asked = try #require(AgeRange(min: 2, max: 4))
        let range = try #require(AgeRange(min: low, max: high))
        let isCommon = (low...high).contains { (2...4).contains($0) }
        #expect(range.overlaps(asked) == isCommon)
        #expect(asked.overlaps(range) == isCommon)
      }
    }
  }
}
