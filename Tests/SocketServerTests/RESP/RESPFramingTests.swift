import NIOCore
import SocketServer
import TestSupport
import Testing

/// What the framing of RESP makes of bytes, however they arrive.
struct RESPFramingTests {
  static let limits = RESPLimits(argumentsMax: 8, argumentBytesMax: 40, requestBytesMax: 100)

  /// The events of `bytes` that arrive in parts of the given sizes, the last size repeating.
  static func events(
    _ bytes: [UInt8], limits: RESPLimits = limits, sizes: [Int] = [Int.max],
    takesPings: Bool = false
  ) -> [RESPFraming.Event] {
    var framing = RESPFraming(limits: limits)
    var events: [RESPFraming.Event] = []
    for var part in AnyBytes.parts(of: bytes, sizes: sizes) {
      framing.append(&part)
      while true {
        if takesPings {
          for _ in 0..<framing.takePings(max: 3) { events += ping }
        }
        guard let event = framing.next() else { break }
        events.append(event)
      }
    }
    return events
  }

  static func events(_ text: String, limits: RESPLimits = limits) -> [RESPFraming.Event] {
    events(Array(text.utf8), limits: limits)
  }

  static func request(_ words: String...) -> RESPFraming.Event? {
    RESPRequest(words).map(RESPFraming.Event.request)
  }

  private static let ping = events("*1\r\n$4\r\nPING\r\n")

  @Test func `a request is an array of bulk strings, and lengths count bytes`() {
    #expect(
      Self.events("*2\r\n$4\r\nECHO\r\n$3\r\nŷ!\r\n*1\r\n$0\r\n\r\n")
        == [Self.request("ECHO", "ŷ!"), Self.request("")])
  }

  @Test func `what was asked is given back, whatever is in it`() {
    var seed = Seed()
    for round in 0..<300 {
      let words = (0..<Int.random(in: 1...8, using: &seed)).map { _ in
        String(
          String.UnicodeScalarView(
            (0..<Int.random(in: 0...3, using: &seed)).compactMap { _ in
              Unicode.Scalar(UInt32.random(in: 1...0x10FFFF, using: &seed))
            }))
      }
      #expect(
        Self.events(RESPText.request(words)) == [RESPRequest(words).map { .request($0) }],
        "seed \(seed.value) round \(round)")
    }
  }

  @Test func `an empty request is passed over`() {
    #expect(Self.events("*0\r\n*0\r\n*1\r\n$1\r\na\r\n") == [Self.request("a")])
  }

  @Test(
    arguments: [
      ("*9\r\n", RESPFault.argumentCount(max: 8)), ("*-1\r\n", .argumentCount(max: 8)),
      ("*9", .argumentCount(max: 8)), ("*\r\n", .argumentCount(max: 8)),
      ("*1\n$1\r\na\r\n", .argumentCount(max: 8)), ("*+1\r\n", .argumentCount(max: 8)),
      ("*9223372036854775808", .argumentCount(max: 8)), ("*1 \r\n", .argumentCount(max: 8)),
      ("*00000001", .argumentCount(max: 8)), ("*1\rx", .argumentCount(max: 8)),
      ("*1\r\n$-1\r\n", .argumentLength(max: 40)), ("*1\r\n$41", .argumentLength(max: 40)),
      ("*1\r\n$9223372036854775808\r\n", .argumentLength(max: 40)),
      ("*1\r\n$1073741824\r\n", .argumentLength(max: 40)),
      ("*1\r\n$18446744073709551616", .argumentLength(max: 40)),
      ("*1\r\n$\r\n", .argumentLength(max: 40)), ("*1\r\n$1a", .argumentLength(max: 40)),
      (
        "*3\r\n$40\r\n\(String(repeating: "x", count: 40))\r\n$40\r\n"
          + "\(String(repeating: "x", count: 40))\r\n$21\r\n", .requestLength(max: 100)
      ),
      ("*1\r\n$1\r\nab\r\n", .noLineEnd), ("*1\r\n$4\r\nPINGPONG", .noLineEnd),
      ("*1\r\n*1\r\n$1\r\na\r\n", .expected(0x24, found: 0x2A)),
      ("*1\r\n:1\r\n", .expected(0x24, found: 0x3A)),
      ("*1\r\n$2\r\na\u{0}\r\n", .notText(argument: 0)),
      ("*2\r\n$1\r\na\r\n$1\r\n\u{0}\r\n", .notText(argument: 1)),
    ] as [(String, RESPFault)])
  func `bytes that break the form, or a limit, are refused at once and end everything`(
    text: String, fault: RESPFault
  ) {
    #expect(Self.events(text) == [.closing(fault)])
    #expect(
      Self.events("*1\r\n$1\r\na\r\n" + text + "*1\r\n$4\r\nPING\r\n")
        == [Self.request("a"), .closing(fault)])
  }

  @Test(arguments: [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xC0, 0xAF]] as [[UInt8]])
  func `an argument that is not UTF-8 is refused`(bytes: [UInt8]) {
    let request = Array("*1\r\n$\(bytes.count)\r\n".utf8) + bytes + Array("\r\n".utf8)
    #expect(Self.events(request) == [.closing(.notText(argument: 0))])
  }

  @Test func `after one request only another may follow, no line`() {
    #expect(
      Self.events("*1\r\n$1\r\na\r\nPING\r\n")
        == [Self.request("a"), .closing(.expected(0x2A, found: 0x50))])
  }

  @Test func `requests at the limits are taken`() {
    let words = [String(repeating: "x", count: 40), String(repeating: "y", count: 40)]
    let request = words + [String(repeating: "z", count: 15)] + ["1", "2", "3", "4", "5"]
    #expect(Self.events(RESPText.request(request)) == [RESPRequest(request).map { .request($0) }])
  }

  @Test func `the limits of the protocol are taken and one byte more is not`() {
    let limits = RESPLimits()
    let longest = String(repeating: "x", count: 65_536)
    #expect(
      Self.events(RESPText.request([longest]), limits: limits) == [Self.request(longest)])
    #expect(
      Self.events("*1\r\n$65537\r\n", limits: limits) == [.closing(.argumentLength(max: 65_536))])
    let most = [String](repeating: "x", count: 1_024)
    #expect(Self.events(RESPText.request(most), limits: limits).count == 1)
    #expect(Self.events("*1025", limits: limits) == [.closing(.argumentCount(max: 1_024))])
    let whole = [String](repeating: longest, count: 16)
    #expect(Self.events(RESPText.request(whole), limits: limits).count == 1)
    #expect(
      Self.events(RESPText.request(whole + ["x"]), limits: limits)
        == [.closing(.requestLength(max: 1_048_576))])
  }

  @Test func `a request that is only begun is forgotten at the end`() {
    var framing = RESPFraming(limits: Self.limits)
    var bytes = ByteBuffer(string: "*1\r\n$1\r\na\r\n*2\r\n$1\r\nb\r\n$1\r\n")
    framing.append(&bytes)
    #expect(framing.next() == Self.request("a"))
    #expect(framing.next() == nil)
    #expect(framing.isMidRequest)
    framing.end()
    #expect(!framing.isMidRequest)
    #expect(framing.next() == nil)
  }

  @Test func `every prefix of a request gives nothing, and the rest gives the request`() {
    let bytes = Array("*3\r\n$3\r\nabc\r\n$0\r\n\r\n$2\r\nŷ\r\n".utf8)
    for cut in 0..<bytes.count {
      #expect(Self.events(Array(bytes[..<cut])) == [])
      #expect(Self.events(bytes, sizes: [max(cut, 1), Int.max]) == [Self.request("abc", "", "ŷ")])
    }
  }

  @Test func `any split of the bytes gives the same events, pings taken apart or not`() {
    var seed = Seed()
    let parts = [
      "*1\r\n$4\r\nPING\r\n", "*1\r\n$4\r\npiNG\r\n", "*2\r\n$4\r\nECHO\r\n$2\r\nhi\r\n", "*0\r\n",
      "*1\r\n",
      "$4\r\n", "PING", "\r\n", "\r", "\n", "*3", "$1", "*-1\r\n", "\u{0}", "ŷ",
    ]
    for round in 0..<600 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1...20, using: &seed) {
        let isWhole = Int.random(in: 0..<4, using: &seed) > 0
        let part =
          isWhole ? parts[Int.random(in: 0..<4, using: &seed)] : parts.randomElement(using: &seed)
        bytes += Array((part ?? "").utf8)
      }
      let whole = Self.events(bytes)
      let place: Comment = "seed \(seed.value) round \(round)"
      #expect(Self.events(bytes, sizes: [1]) == whole, place)
      let sizes = (0..<60).map { _ in Int.random(in: 1...9, using: &seed) }
      #expect(Self.events(bytes, sizes: sizes) == whole, place)
      let pings = Self.events(bytes, sizes: sizes, takesPings: true)
      #expect(pings.map(Self.upper) == whole.map(Self.upper), place)
    }
  }

  private static func upper(_ event: RESPFraming.Event) -> RESPFraming.Event {
    guard case .request(let request) = event else { return event }
    return RESPRequest(request.words.map { $0.uppercased() }).map { .request($0) } ?? event
  }

  @Test func `random bytes give requests or one refusal, and nothing after it`() {
    var seed = Seed()
    let few: [UInt8] = Array("*$0123\r\n\r\n-".utf8)
    for round in 0..<600 {
      let bytes = (0..<Int.random(in: 0...300, using: &seed)).map { _ in
        Int.random(in: 0..<8, using: &seed) == 0
          ? UInt8.random(in: 0...255, using: &seed) : few.randomElement(using: &seed) ?? 0
      }
      let events = Self.events(bytes, sizes: [7])
      let refusals = events.filter { if case .closing = $0 { true } else { false } }
      #expect(refusals.count <= 1, "seed \(seed.value) round \(round)")
      if let refusal = refusals.first { #expect(events.last == refusal) }
    }
  }
}
