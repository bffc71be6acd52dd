import Records
import Testing

struct PartialDateTests {
  @Test(
    arguments: [
      ("2020-09-07", 20_200_907, 20_200_907), ("2020-02-29", 20_200_229, 20_200_229),
      ("2000-02-29", 20_000_229, 20_000_229), ("2020-02", 20_200_201, 20_200_229),
      ("2021-02", 20_210_201, 20_210_228), ("2021-04", 20_210_401, 20_210_430),
      ("2020", 20_200_101, 20_201_231), ("2019-2020", 20_190_901, 20_200_831),
      ("1800", 18_000_101, 18_001_231), ("2199-12-31", 21_991_231, 21_991_231),
    ])
  func `a date covers the days of its precision`(text: String, first: Int, last: Int) throws {
    let date = try #require(PartialDate(text))
    #expect(date.firstDay == first)
    #expect(date.lastDay == last)
    #expect(date.text == text)
  }

  @Test(
    arguments: [
      "", "-", "20", "202", "20201", "2020-", "2020-1", "2020-13", "2020-00", "2020-02-30",
      "2021-02-29", "1900-02-29", "2020-09-31", "2020-9-07", "2020-09-7", "2020-09-07-01",
      "2019-2021", "2020-2019", "1799", "2200", "２０２０", "2020 ", " 2020", "+020", "2020/09",
      "7 September 2020", "2020-09-07T00:00",
    ])
  func `a broken date is none`(text: String) {
    #expect(PartialDate(text) == nil)
  }
}
