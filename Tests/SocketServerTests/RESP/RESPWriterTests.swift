import NIOCore
import SocketServer
import Testing

/// How replies are written in both versions of RESP.
struct RESPWriterTests {
  private func text(_ value: RESPValue, _ version: RESPVersion) -> String {
    var bytes = ByteBuffer()
    RESPWriter.write(value, version, to: &bytes)
    return String(buffer: bytes)
  }

  @Test(
    arguments: [
      (.simple("OK"), "+OK\r\n", "+OK\r\n"), (.error("ERR x"), "-ERR x\r\n", "-ERR x\r\n"),
      (.integer(-7), ":-7\r\n", ":-7\r\n"), (.bulk("tŷ"), "$3\r\ntŷ\r\n", "$3\r\ntŷ\r\n"),
      (.bulk(""), "$0\r\n\r\n", "$0\r\n\r\n"), (.null, "$-1\r\n", "_\r\n"),
      (.verbatim("a\r\nb"), "$4\r\na\r\nb\r\n", "=8\r\ntxt:a\r\nb\r\n"),
      (.double(0.5), "$3\r\n0.5\r\n", ",0.5\r\n"), (.double(3), "$1\r\n3\r\n", ",3\r\n"),
      (.array([]), "*0\r\n", "*0\r\n"),
      (.array([.integer(1), .null]), "*2\r\n:1\r\n$-1\r\n", "*2\r\n:1\r\n_\r\n"),
      (.set([.bulk("a")]), "*1\r\n$1\r\na\r\n", "~1\r\n$1\r\na\r\n"),
      (
        .map([RESPMember("a", .map([])), RESPMember("b", .set([]))]),
        "*4\r\n$1\r\na\r\n*0\r\n$1\r\nb\r\n*0\r\n", "%2\r\n$1\r\na\r\n%0\r\n$1\r\nb\r\n~0\r\n"
      ),
    ] as [(RESPValue, String, String)])
  func `each value has its form in each version`(value: RESPValue, two: String, three: String) {
    #expect(text(value, .two) == two)
    #expect(text(value, .three) == three)
  }

  @Test func `a line of text cannot be broken into two replies`() {
    #expect(text(.error("ERR a\r\n+OK\r\nb"), .two) == "-ERR a  +OK  b\r\n")
    #expect(text(.simple("a\nb"), .three) == "+a b\r\n")
  }

  @Test(arguments: [0.1, 1.0 / 3, 1e21, .leastNonzeroMagnitude, 123_456_789.123, -0.25, 1e15])
  func `a number reads as itself again`(number: Double) {
    #expect(Double(RESPWriter.text(number)) == number)
  }

  @Test func `numbers that are none have Redis' names`() {
    #expect(RESPWriter.text(.infinity) == "inf")
    #expect(RESPWriter.text(-.infinity) == "-inf")
    #expect(RESPWriter.text(.nan) == "nan")
  }
}
