import NIOCore
import NIOEmbedded
import SocketServer
import TestSupport
import Testing

/// One connection that speaks RESP: its framing, its errors, its waiting.
struct RESPConnectionTests {
  private func limits(_ change: (inout ConnectionLimits) -> Void) -> ConnectionLimits {
    var limits = ConnectionLimits()
    change(&limits)
    return limits
  }

  @Test func `the first byte decides for the whole connection`() throws {
    let resp = try TestConnection(HandMadeResponder(answersAtOnce: true))
    try resp.send("*")
    try resp.send("1\r\n$1\r\nA\r\nB\n")
    #expect(try resp.received() == "A\n-ERR Protocol error: expected '*', got 'B'\r\n")
    #expect(resp.network.isOutputClosed)
    let line = try TestConnection(HandMadeResponder(answersAtOnce: true))
    try line.send("A\n*1\r\nB\n")
    let lines = try line.received().split(separator: "\n")
    #expect(lines.count == 3 && lines[0] == "A" && lines[1].contains("EVERB") && lines[2] == "B")
  }

  @Test func `a hundred thousand requests in one pipeline are answered in order`() throws {
    let connection = try TestConnection(HandMadeResponder(answersAtOnce: true))
    let words = (1...100_000).map { "V\($0)" }
    try connection.send(words.map { RESPText.request([$0]) }.joined())
    #expect(try connection.received() == words.map { $0 + "\n" }.joined())
  }

  @Test func `pings are answered in their turn between other requests`() throws {
    let connection = try TestConnection()
    try connection.send(RESPText.requests("PING", "PING", "A", "PING", "B"))
    #expect(try connection.received() == "+PONG\r\n+PONG\r\n")
    #expect(connection.responder.pings == 2)
    connection.responder.answer(2)
    connection.responder.answer(1)
    #expect(try connection.received() == "")
    connection.responder.answer()
    #expect(try connection.received() == "A\nPING\nB\n")
  }

  @Test func `pings in lines are answered in their turn too`() throws {
    let connection = try TestConnection()
    try connection.send("PING\r\nping\nA\nPING\n")
    #expect(try connection.received() == "+PONG\r\n+PONG\r\n")
    connection.responder.answer(1)
    connection.responder.answer()
    #expect(try connection.received() == "A\nPING\n")
  }

  @Test func `replies to a pipeline go out in one write`() throws {
    let connection = try TestConnection(HandMadeResponder(answersAtOnce: true))
    try connection.send(RESPText.requests("PING", "A", "PING", "B", "PING"))
    let bytes = try connection.channel.readOutbound(as: ByteBuffer.self)
    #expect(bytes.map { String(buffer: $0) } == "+PONG\r\nA\n+PONG\r\nB\n+PONG\r\n")
    #expect(try connection.received() == "")
  }

  @Test
  func `one connection's pipeline lets others have their turn, and is not read from meanwhile`()
    throws
  {
    let connection = try TestConnection(HandMadeResponder(answersAtOnce: true))
    let requests = String(repeating: RESPText.requests("A"), count: 1_000)
    try connection.channel.writeInbound(ByteBuffer(string: requests))
    #expect(connection.responder.taken < 1_000)
    connection.channel.read()
    #expect(connection.network.reads == 0)
    connection.channel.embeddedEventLoop.run()
    #expect(connection.responder.taken == 1_000)
    #expect(connection.network.reads == 1)
    #expect(try connection.received() == String(repeating: "A\n", count: 1_000))
  }

  @Test func `a length that lies ends the connection before anything of it has come`() throws {
    for announced in ["-1", "1073741824", "9223372036854775808"] {
      let connection = try TestConnection(HandMadeResponder(answersAtOnce: true))
      try connection.send("*2\r\n$4\r\nECHO\r\n$\(announced)\r\n")
      #expect(
        try connection.received().hasPrefix("-ERR Protocol error: invalid bulk length"))
      #expect(connection.network.isOutputClosed)
    }
  }

  @Test func `an idle client is closed without a word`() throws {
    let connection = try TestConnection(HandMadeResponder(answersAtOnce: true))
    try connection.send(RESPText.requests("A"))
    #expect(try connection.received() == "A\n")
    connection.advance(seconds: 299)
    #expect(!connection.network.isOutputClosed)
    connection.advance(seconds: 1)
    #expect(try connection.received() == "")
    #expect(connection.network.isOutputClosed)
  }

  @Test func `a request that is begun must be ended in time, however its bytes trickle`() throws {
    let connection = try TestConnection()
    try connection.send("*1\r\n$40\r\n")
    for _ in 0..<30 {
      connection.advance(seconds: 1)
      try connection.send("x")
    }
    #expect(try connection.received() == "-ERR a request was not ended within 30 seconds\r\n")
    #expect(connection.network.isOutputClosed)
  }

  @Test func `a request too large for the limits is refused`() throws {
    let limits = limits {
      $0.argumentsMax = 2
      $0.argumentBytesMax = 10
      $0.requestBytesMax = 15
    }
    let requests = [
      (["A", "B", "C"], "multibulk"), (["12345678901"], "bulk length"),
      (["1234567890", "123456"], "request exceeds 15 bytes"),
    ]
    for (words, expected) in requests {
      let connection = try TestConnection(HandMadeResponder(answersAtOnce: true), limits: limits)
      try connection.send(RESPText.request(words))
      let text = try connection.received()
      #expect(text.hasPrefix("-ERR Protocol error: ") && text.contains(expected))
      #expect(connection.network.isOutputClosed)
    }
  }

  @Test func `after the client has closed its half everything received is answered`() throws {
    let connection = try TestConnection()
    try connection.send(RESPText.requests("A", "B") + "*1\r\n$5\r\nLA")
    connection.closeInput()
    connection.responder.answer()
    connection.responder.answer()
    #expect(try connection.received() == "A\nB\n")
    #expect(!connection.isOpen)
  }

  @Test func `random bytes after a star end in replies or a close`() throws {
    var seed = Seed()
    let few: [UInt8] = Array("*1\r\n$4\r\nPING\r\n*$0123456789\r\n-".utf8)
    for _ in 0..<300 {
      let connection = try TestConnection(HandMadeResponder(answersAtOnce: true))
      try connection.send("*")
      try connection.sendAnything(few, partMax: 40, &seed)
      #expect(!connection.isOpen, "seed \(seed.value)")
    }
  }
}
