import NIOCore
import SocketServer
import TestSupport
import Testing

/// What the line framing makes of bytes, however they arrive.
struct LineFramingTests {
  /// The events of `bytes` that arrive in parts of the given sizes, the last size repeating.
  static func events(
    _ bytes: [UInt8], bytesMax: Int = 65_536, sizes: [Int] = [Int.max], ends: Bool = true
  ) -> [LineFraming.Event] {
    var framing = LineFraming(bytesMax: bytesMax)
    var events: [LineFraming.Event] = []
    for var part in AnyBytes.parts(of: bytes, sizes: sizes) {
      framing.append(&part)
      while let event = framing.next() { events.append(event) }
    }
    if ends {
      framing.end(keepsLastLine: true)
      while let event = framing.next() { events.append(event) }
    }
    return events
  }

  static func events(_ text: String, bytesMax: Int = 65_536) -> [LineFraming.Event] {
    events(Array(text.utf8), bytesMax: bytesMax)
  }

  private func ping(tag: String? = nil) -> LineFraming.Event {
    .request(LineRequest(tag: tag, verb: "PING"))
  }

  @Test func `lines end in LF or CR LF, and blank lines and comments are passed over`() {
    #expect(
      Self.events("PING\nPING\r\n\n\r\n  \t\n# PING\n#\u{1}\nPING\n") == [ping(), ping(), ping()])
  }

  @Test func `a last line without its end counts when the client has closed`() {
    #expect(Self.events("PING\nPING") == [ping(), ping()])
    var framing = LineFraming(bytesMax: 100)
    var bytes = ByteBuffer(string: "PING\nPIN")
    framing.append(&bytes)
    framing.end(keepsLastLine: false)
    #expect(framing.next() == ping())
    #expect(framing.next() == nil)
  }

  @Test(arguments: [-1, 0, 1])
  func `a line may have as many bytes as allowed, its LF counted`(more: Int) {
    let bytesMax = 64
    let line = "PING " + String(repeating: "x", count: bytesMax - 6 + more) + "\n"
    #expect(line.utf8.count == bytesMax + more)
    let events = Self.events(line + "PING\n", bytesMax: bytesMax)
    #expect(events.count == 2)
    #expect(events.last == ping())
    #expect(
      (events.first == .refused(.lineTooLong(bytesMax: bytesMax), tag: nil)) == (more > 0))
  }

  @Test func `a line at the protocol's own limit is taken and one byte more is not`() {
    for length in [65_534, 65_535, 65_536] {
      let line = [UInt8](repeating: UInt8(ascii: "x"), count: length) + [UInt8(ascii: "\n")]
      let events = Self.events(line + Array("PING\n".utf8))
      let isTooLong = length + 1 > 65_536
      #expect((events.first == .refused(.lineTooLong(bytesMax: 65_536), tag: nil)) == isTooLong)
      #expect(events.last == ping())
    }
  }

  @Test func `a line that is too long is refused once, with its tag, before its end has come`() {
    var framing = LineFraming(bytesMax: 100)
    var refusals = 0
    for _ in 0..<50 {
      var bytes = ByteBuffer(
        string: refusals == 0 ? "@t-1 SEARCH aaaaaaaaaaaaaaaaaa" : "aaaaaaaaaaaa")
      framing.append(&bytes)
      while let event = framing.next() {
        #expect(event == .refused(.lineTooLong(bytesMax: 100), tag: "t-1"))
        refusals += 1
      }
    }
    #expect(refusals == 1)
    #expect(framing.isMidLine)
    var end = ByteBuffer(string: "\nPING\n")
    framing.append(&end)
    #expect(framing.next() == ping())
    #expect(!framing.isMidLine)
  }

  @Test func `a comment that is too long is passed over`() {
    let comment = "#" + String(repeating: "x", count: 200)
    #expect(Self.events(comment + "\nPING\n", bytesMax: 100) == [ping()])
  }

  @Test(
    arguments: [
      ([0x50, 0xFF], 1), ([0x50, 0xC3], 1), ([0x50, 0x20, 0xC3, 0x28], 2), ([0x00], 0),
      ([0x50, 0x01], 1), ([0x50, 0x0D, 0x50], 1), ([0x50, 0x0D, 0x0D], 1), ([0xED, 0xA0, 0x80], 0),
      ([0x41, 0xF4, 0x90, 0x80, 0x80], 1), ([0xC3, 0xA2, 0xC0, 0xAF], 2), ([0xE0, 0x80, 0x80], 0),
      ([0x01, 0xFF], 0), ([0xFF, 0x01], 0), ([0x1B], 0),
    ] as [([UInt8], Int)])
  func `bytes that are no text are refused where they stand, and the connection lives on`(
    bytes: [UInt8], at: Int
  ) {
    let events = Self.events(bytes + Array("\nPING\n".utf8))
    #expect(events == [.refused(.notText(at: at), tag: nil), ping()])
  }

  @Test func `a line that is no text keeps its tag`() {
    #expect(
      Self.events(Array("@a SEARCH ".utf8) + [0xFF, 0x0A])
        == [.refused(.notText(at: 10), tag: "a")])
  }

  @Test(arguments: [
    "GET / HTTP/1.1", "POST /x HTTP/1.0", "PING\nHost: example.org", "PING\nhost:x",
    "SEARCH x HTTP/", "\n\n# comment\nGET / HTTP/2",
  ])
  func `what speaks HTTP is told so and nothing after it is read`(text: String) {
    let events = Self.events(text + "\r\nPING\nPING\n")
    #expect(events.last == .closing(.http))
    #expect(events.count == (text.hasPrefix("PING") ? 2 : 1))
  }

  @Test func `a line that only looks like HTTP is a request where it is not the first`() {
    #expect(Self.events("PING\nSEARCH x HTTP/1.1\n").count == 2)
    #expect(Self.events("PING\nSEARCH x HTTP/1.1\n").last != .closing(.http))
  }

  @Test func `any split of the bytes gives the same events`() {
    var seed = Seed()
    let parts = [
      "PING", "@t SEARCH \"a b\" x=y", "\r", "\n", "\n", "\r\n", "# c", "Host:", " ", "\"",
      "\\u0041",
      "ŷ", "\u{0}", "@", "GET / HTTP/1.1", String(repeating: "x", count: 70), "\t", "*",
    ]
    for round in 0..<400 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1...40, using: &seed) {
        bytes += Array((parts.randomElement(using: &seed) ?? "").utf8)
        if Int.random(in: 0..<12, using: &seed) == 0 {
          bytes.append(UInt8.random(in: 0...255, using: &seed))
        }
      }
      let whole = Self.events(bytes, bytesMax: 64)
      #expect(
        Self.events(bytes, bytesMax: 64, sizes: [1]) == whole, "seed \(seed.value) round \(round)")
      let sizes = (0..<60).map { _ in Int.random(in: 1...9, using: &seed) }
      #expect(
        Self.events(bytes, bytesMax: 64, sizes: sizes) == whole, "seed \(seed.value) round \(round)"
      )
    }
  }

  @Test func `random bytes give requests or refusals and never more than the bytes have lines`() {
    var seed = Seed()
    for round in 0..<400 {
      let count = Int.random(in: 0...600, using: &seed)
      let few: [UInt8] = Array("PING \"\\@#=*:\n\r\t\n".utf8)
      let bytes = (0..<count).map { _ in
        Bool.random(using: &seed)
          ? UInt8.random(in: 0...255, using: &seed) : few.randomElement(using: &seed) ?? 0
      }
      let events = Self.events(bytes, bytesMax: 50, sizes: [7])
      #expect(
        events.count <= bytes.count { $0 == UInt8(ascii: "\n") } + 1,
        "seed \(seed.value) round \(round)")
    }
  }
}
