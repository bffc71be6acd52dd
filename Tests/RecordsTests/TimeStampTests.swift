import Records
import Testing

struct TimeStampTests {
  @Test(
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (951_782_399, "2000-02-28T23:59:59Z"),
      (951_782_400, "2000-02-29T00:00:00Z"), (1_709_251_199, "2024-02-29T23:59:59Z"),
      (1_767_225_599, "2025-12-31T23:59:59Z"), (4_107_542_400, "2100-03-01T00:00:00Z"),
      (-1, "1969-12-31T23:59:59Z"), (-86_400, "1969-12-31T00:00:00Z"),
      (-2_208_988_800, "1900-01-01T00:00:00Z"),
    ] as [(Int64, String)])
  func `seconds become a date and a time`(seconds: Int64, text: String) {
    #expect(TimeStamp.text(seconds) == text)
    #expect(TimeStamp.day(seconds) == String(text.prefix(10)))
  }

  @Test(arguments: [0, 951_782_400, -86_400, 4_102_358_400, -5_364_662_400] as [Int64])
  func `a day is the seconds at its start`(seconds: Int64) {
    #expect(TimeStamp.seconds(day: TimeStamp.date(seconds)) == seconds)
  }

  @Test func `a day that is a number is read`() {
    #expect(TimeStamp.seconds(day: 20_260_531) == 1_780_185_600)
  }
}
