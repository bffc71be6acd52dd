import Testing

@testable import SocketServer

struct FTReplyBytesTests {
  private let later = FTDeadline(.now, milliseconds: 3_600_000)

  @Test func `values are counted until they are too many`() throws {
    var bytes = FTReplyBytes(later)
    let value = String(repeating: "x", count: FTReplyBytes.max / 4)
    for _ in 0..<4 { #expect(try bytes.counted(value) == value) }
    #expect(try bytes.counted(nil) == nil)
    #expect(try bytes.counted("") == "")
    #expect(throws: FTError.exceeds("LIMIT", FTReplyBytes.max, "bytes of values")) {
      try bytes.counted("x")
    }
  }

  @Test func `when the time is up no more values are counted`() {
    var bytes = FTReplyBytes(FTDeadline(.now, milliseconds: -1))
    #expect(throws: FTError.timeout) { try bytes.counted("x") }
  }
}
