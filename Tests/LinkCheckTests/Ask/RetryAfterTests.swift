import HTTPTransport
import Testing

@testable import LinkCheck

@Suite struct RetryAfterTests {
  private func seconds(_ value: String, now: Int64 = 784_111_777) -> Int? {
    RetryAfter.seconds(HTTPHead(status: 503, headers: [HTTPHeader("Retry-After", value)]), now: now)
  }

  @Test func `seconds and dates are read`() {
    #expect(seconds("120") == 120)
    #expect(seconds("Sun, 06 Nov 1994 08:50:37 GMT") == 60)
    #expect(seconds("Sun, 06 Nov 1994 08:00:00 GMT") == 0)
  }

  @Test(arguments: ["", "soon", "-5 s", "99999999999999999999", "Sun, 32 Nov 1994 08:49:37 GMT"])
  func `nonsense is nothing`(value: String) {
    #expect(seconds(value) == nil)
  }

  @Test func `absurd waits are cut`() {
    #expect(seconds("9000000000") == 315_360_000)
    #expect(seconds("-1") == 0)
  }

  @Test(arguments: [0, 784_111_777, 951_782_400, 1_800_000_000, 4_102_444_799] as [Int64])
  func `a date that is written is read back`(time: Int64) {
    #expect(HTTPDate.seconds(HTTPDate.text(time)) == time)
  }

  @Test func `dates are written as the standard writes them`() {
    #expect(HTTPDate.text(784_111_777) == "Sun, 06 Nov 1994 08:49:37 GMT")
  }
}
