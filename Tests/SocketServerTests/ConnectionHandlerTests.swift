import NIOCore
import SocketServer
import TestSupport
import Testing

/// One connection: order, limits, waiting and ending.
///
/// Time is the test's own.
struct ConnectionHandlerTests {
  private func limits(_ change: (inout ConnectionLimits) -> Void) -> ConnectionLimits {
    var limits = ConnectionLimits()
    change(&limits)
    return limits
  }

  // MARK: Order

  @Test func `a thousand requests in one write are answered in order`() throws {
    let connection = try TestConnection(HandMadeResponder(answersAtOnce: true))
    let verbs = (1...1_000).map { "V\($0)\n" }
    try connection.send(verbs.joined())
    #expect(try connection.received() == verbs.joined())
    #expect(connection.isOpen)
  }

  @Test func `replies go out in the order of the requests, in whatever order they are ready`()
    throws
  {
    var seed = Seed()
    for round in 0..<50 {
      let connection = try TestConnection()
      let verbs = (1...200).map { "V\($0)\n" }
      try connection.send(verbs.joined())
      while !connection.responder.waiting.isEmpty {
        let count = connection.responder.waiting.count
        connection.responder.answer(Int.random(in: 0..<count, using: &seed))
      }
      #expect(try connection.received() == verbs.joined(), "seed \(seed.value) round \(round)")
    }
  }

  @Test func `a refused line is answered in its turn and the connection lives on`() throws {
    let connection = try TestConnection()
    try connection.send("A\n@t B \"\nC\n")
    #expect(try connection.received() == "")
    connection.responder.answer(1)
    #expect(try connection.received() == "")
    connection.responder.answer(0)
    let lines = try connection.received().split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.first == "A" && lines.last == "C")
    #expect(
      lines[1].hasPrefix("{\"ok\":false,\"code\":\"ESYNTAX\"") && lines[1].contains("\"at\":5"))
    #expect(lines[1].hasSuffix(",\"tag\":\"t\"}"))
  }

  @Test func `lines too long, with NUL and not UTF-8 are refused and the next is answered`() throws
  {
    let connection = try TestConnection(HandMadeResponder(answersAtOnce: true))
    try connection.send([UInt8](repeating: 0x41, count: 200_000))
    try connection.send("\nA\nx\u{0}y\nB\n")
    try connection.send([0xFF, 0xFE, 0x0A])
    try connection.send("C\n")
    let lines = try connection.received().split(separator: "\n")
    #expect(lines.count == 6)
    #expect(lines[0].contains("ELIMIT") && lines[2].contains("EUTF8") && lines[4].contains("EUTF8"))
    #expect([lines[1], lines[3], lines[5]] == ["A", "B", "C"])
    #expect(connection.isOpen)
  }

  // MARK: Backpressure

  @Test func `no more than the allowed number of requests is taken before replies go out`() throws {
    let connection = try TestConnection()
    try connection.send((1...100).map { "V\($0)\n" }.joined())
    #expect(connection.responder.waiting.count == ConnectionLimits().searchesAtOnceMax)
    connection.channel.read()
    #expect(connection.network.reads == 0)
    for _ in 0..<36 { connection.responder.answer() }
    #expect(connection.network.reads == 0)
    connection.responder.answer()
    #expect(connection.network.reads == 1)
  }

  @Test func `the oldest unanswered request holds the reading up, whatever is ready behind it`()
    throws
  {
    let connection = try TestConnection()
    try connection.send((1...64).map { "V\($0)\n" }.joined())
    connection.channel.read()
    while connection.responder.waiting.count > 1 { connection.responder.answer(1) }
    #expect(connection.responder.taken == 64)
    #expect(connection.network.reads == 0)
    #expect(try connection.received() == "")
    connection.responder.answer()
    #expect(connection.network.reads == 1)
  }

  @Test func `a client that does not take its replies is no longer read from`() throws {
    let limits = limits { $0.unsentBytesMax = 100_000 }
    let connection = try TestConnection(limits: limits)
    connection.network.holdsWrites = true
    try connection.send("A\nB\nC\n")
    let reply = Reply(plain: String(repeating: "x", count: 60_000))
    connection.responder.answer(with: reply)
    connection.channel.read()
    #expect(connection.network.reads == 1)
    connection.responder.answer(with: reply)
    connection.channel.read()
    #expect(connection.network.reads == 1)
    try connection.send("D\n")
    #expect(connection.responder.taken == 3)
    try connection.release(4)
    #expect(connection.network.reads == 2)
    #expect(connection.responder.taken == 4)
  }

  @Test func `requests that are large are taken one after the other`() throws {
    let limits = limits { $0.requestBytesMax = 300 }
    let connection = try TestConnection(limits: limits)
    let word = String(repeating: "x", count: 59)
    try connection.send(String(repeating: "V \(word)\n", count: 6))
    #expect(connection.responder.taken == 2)
    connection.channel.read()
    #expect(connection.network.reads == 0)
    connection.responder.answer()
    #expect(connection.responder.taken == 3)
    for _ in 0..<5 { connection.responder.answer() }
    #expect(connection.responder.taken == 6)
    #expect(connection.network.reads == 1)
  }

  @Test func `replies that wait for one before them do not pile up`() throws {
    let limits = limits { $0.unsentBytesMax = 10_000 }
    let connection = try TestConnection(limits: limits)
    try connection.send((1...20).map { "V\($0)\n" }.joined())
    #expect(connection.responder.taken == 4)
    let reply = Reply(plain: String(repeating: "x", count: 20_000))
    for _ in 0..<3 { connection.responder.answer(1, with: reply) }
    #expect(connection.responder.taken == 4)
    connection.responder.answer()
    #expect(try connection.received().utf8.count == 3 + 60_000)
    #expect(connection.responder.taken == 8)
  }

  // MARK: Ending

  @Test func `QUIT is answered in its turn, and nothing after it is`() throws {
    let connection = try TestConnection()
    try connection.send("A\nQUIT\nB\n")
    connection.responder.answer(2)
    connection.responder.answer(1)
    #expect(try connection.received() == "")
    connection.responder.answer(0)
    #expect(try connection.received() == "A\nQUIT\n")
    #expect(connection.network.isOutputClosed)
    try connection.send("C\n")
    #expect(connection.responder.taken == 3)
    connection.closeInput()
    #expect(!connection.isOpen)
  }

  @Test func `a connection that we end is closed though the client does not close it`() throws {
    let connection = try TestConnection(HandMadeResponder(answersAtOnce: true))
    try connection.send("QUIT\n")
    #expect(connection.isOpen)
    connection.advance(seconds: ConnectionLimits().lingerSeconds - 1)
    #expect(connection.isOpen)
    connection.advance(seconds: 1)
    #expect(!connection.isOpen)
  }

  @Test func `after the client has closed its half everything received is answered`() throws {
    let connection = try TestConnection()
    try connection.send((1...150).map { "V\($0)\n" }.joined() + "LAST")
    connection.closeInput()
    while !connection.responder.waiting.isEmpty { connection.responder.answer() }
    #expect(
      try connection.received() == (1...150).map { "V\($0)\n" }.joined() + "LAST\n")
    #expect(!connection.isOpen)
  }

  @Test func `a stop answers what was received but not a line that was only begun`() throws {
    let connection = try TestConnection()
    try connection.send((1...150).map { "V\($0)\n" }.joined() + "LAST")
    connection.stop()
    try connection.send("MORE\n")
    while !connection.responder.waiting.isEmpty { connection.responder.answer() }
    #expect(try connection.received() == (1...150).map { "V\($0)\n" }.joined())
    #expect(connection.network.isOutputClosed)
    connection.closeInput()
    #expect(!connection.isOpen)
  }

  @Test func `a stop ends an idle connection at once`() throws {
    let connection = try TestConnection()
    connection.stop()
    #expect(connection.network.isOutputClosed)
  }

  @Test func `HTTP gets one error and its end`() throws {
    let connection = try TestConnection(HandMadeResponder(answersAtOnce: true))
    try connection.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\nPING\n")
    let text = try connection.received()
    #expect(
      text.hasPrefix("{\"ok\":false,\"code\":\"EHTTP\"") && text.filter { $0 == "\n" }.count == 1)
    #expect(connection.network.isOutputClosed)
    #expect(connection.responder.taken == 0)
  }

  @Test func `a connection too many is told so and ended`() throws {
    let connection = try TestConnection(refusal: .connectionsFull)
    try connection.send("A\n")
    #expect(try connection.received().hasPrefix("{\"ok\":false,\"code\":\"EBUSY\""))
    #expect(connection.network.isOutputClosed)
    #expect(connection.responder.taken == 0)
  }

  @Test func `a connection too many that speaks RESP is told so in RESP`() throws {
    let connection = try TestConnection(refusal: .connectionsFull)
    #expect(try connection.received() == "")
    try connection.send("*1\r\n$4\r\nPING\r\n")
    #expect(try connection.received() == "-ERR max number of clients reached\r\n")
    #expect(connection.network.isOutputClosed)
  }

  @Test func `a connection too many that says nothing is told so in a line`() throws {
    let connection = try TestConnection(refusal: .connectionsFull)
    connection.advance(seconds: 1)
    #expect(try connection.received().hasPrefix("{\"ok\":false,\"code\":\"EBUSY\""))
    #expect(connection.network.isOutputClosed)
  }

  @Test func `requests of a client that is gone are marked so`() throws {
    let connection = try TestConnection()
    try connection.send("A\nB\n")
    let waiting = connection.responder.waiting
    #expect(waiting.allSatisfy { !$0.life.isOver })
    try connection.channel.close().wait()
    #expect(waiting.allSatisfy { $0.life.isOver })
    connection.responder.answer()
  }

  // MARK: Waiting too long

  @Test func `a client that asks for nothing is told and ended`() throws {
    let connection = try TestConnection()
    connection.advance(seconds: 299)
    #expect(try connection.received() == "")
    connection.advance(seconds: 1)
    #expect(try connection.received().hasPrefix("{\"ok\":false,\"code\":\"EIDLE\""))
    #expect(connection.network.isOutputClosed)
  }

  @Test func `the time of idleness begins anew with each request and each reply`() throws {
    let connection = try TestConnection()
    connection.advance(seconds: 200)
    try connection.send("A\n")
    connection.advance(seconds: 1_000)
    #expect(try connection.received() == "")
    connection.responder.answer()
    connection.advance(seconds: 299)
    #expect(try connection.received() == "A\n")
    connection.advance(seconds: 1)
    #expect(try connection.received().contains("EIDLE"))
  }

  @Test func `an idle timeout of 0 never ends`() throws {
    let connection = try TestConnection(limits: limits { $0.idleSeconds = 0 })
    connection.advance(seconds: 100_000)
    #expect(connection.isOpen)
    #expect(try connection.received() == "")
  }

  @Test func `a request that is begun must be ended in time, however its bytes trickle`() throws {
    let connection = try TestConnection()
    for _ in 0..<29 {
      try connection.send("x")
      connection.advance(seconds: 1)
    }
    #expect(try connection.received() == "")
    try connection.send("x")
    connection.advance(seconds: 1)
    #expect(try connection.received().contains("EIDLE"))
    #expect(connection.network.isOutputClosed)
  }

  @Test func `each request has its own time`() throws {
    let connection = try TestConnection(HandMadeResponder(answersAtOnce: true))
    for _ in 0..<10 {
      try connection.send("A")
      connection.advance(seconds: 20)
      try connection.send("\nA")
      connection.advance(seconds: 20)
      try connection.send("\n")
    }
    #expect(try connection.received() == String(repeating: "A\n", count: 20))
  }

  @Test func `a line that is too long must end in time as well`() throws {
    let connection = try TestConnection()
    try connection.send([UInt8](repeating: 0x41, count: 70_000))
    for _ in 0..<30 {
      connection.advance(seconds: 1)
      try connection.send("A")
    }
    #expect(try connection.received().contains("EIDLE"))
  }

  @Test func `the time does not run while we ourselves do not read`() throws {
    let connection = try TestConnection(limits: limits { $0.unansweredMax = 2 })
    try connection.send("A\nB\nC")
    connection.advance(seconds: 100)
    connection.responder.answer()
    connection.responder.answer()
    connection.advance(seconds: 29)
    #expect(try connection.received() == "A\nB\n")
    try connection.send("\n")
    connection.responder.answer()
    #expect(try connection.received() == "C\n")
  }

  @Test func `a client that takes nothing of its replies is cut off`() throws {
    let connection = try TestConnection()
    connection.network.holdsWrites = true
    try connection.send("A\n")
    connection.responder.answer(with: Reply(plain: String(repeating: "x", count: 100_000)))
    connection.advance(seconds: 29)
    try connection.release(1)
    connection.advance(seconds: 29)
    #expect(connection.isOpen)
    connection.advance(seconds: 1)
    #expect(!connection.isOpen)
  }

  // MARK: Anything at all

  @Test func `random bytes in random parts with random waits end in replies or a close`() throws {
    var seed = Seed()
    let few: [UInt8] = Array("PING \"\\@#=*:\n\r\t\nQUIT\n".utf8)
    for _ in 0..<200 {
      let connection = try TestConnection(HandMadeResponder(answersAtOnce: true))
      try connection.sendAnything(few, partMax: 80, &seed)
      #expect(!connection.isOpen, "seed \(seed.value)")
    }
  }
}
