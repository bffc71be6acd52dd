import NIOCore
import NIOEmbedded
import Records
import SocketServer
import Synchronization
import Testing

/// A responder whose replies the test gives, in any order, when it likes.
final class HandMadeResponder: Responder {
  struct Waiting: Sendable {
    var work: Work
    var life: ConnectionLife
    var done: @Sendable (Reply) -> Void
  }

  private struct State {
    var waiting: [Waiting] = []
    var refusals = 0
    var taken = 0
    var pings = 0
  }

  let language = InterfaceLanguage.english
  private let answersAtOnce: Bool
  private let state = Mutex(State())

  /// Echoes each request's verb at once, or waits to be told.
  init(answersAtOnce: Bool = false) {
    self.answersAtOnce = answersAtOnce
  }

  func makeSession() -> ConnectionSession { ConnectionSession(id: 1, isAuthenticated: true) }

  func take(_ request: Request, _ session: inout ConnectionSession) -> Turn {
    state.withLock { $0.taken += 1 }
    let reply = Self.reply(to: request)
    return answersAtOnce ? .done(reply) : .work(Work(answer: { _ in reply }, refusal: { reply }))
  }

  func perform(
    _ work: Work, life: ConnectionLife, done: @escaping @Sendable (Reply) -> Void
  ) {
    state.withLock { $0.waiting.append(Waiting(work: work, life: life, done: done)) }
  }

  func notePings(_ count: Int) { state.withLock { $0.pings += count } }

  func noteRefusal() { state.withLock { $0.refusals += 1 } }

  /// How many requests have reached it.
  var taken: Int { state.withLock { $0.taken } }
  /// How many pings it was told of.
  var pings: Int { state.withLock { $0.pings } }
  /// The requests that wait for their reply.
  var waiting: [Waiting] { state.withLock { $0.waiting } }

  /// Answers the waiting request at `index`.
  func answer(_ index: Int = 0) {
    let waiting = state.withLock { $0.waiting.remove(at: index) }
    waiting.done(waiting.work.answer(waiting.life))
  }

  /// Answers the waiting request at `index` with `reply`.
  func answer(_ index: Int = 0, with reply: Reply) {
    let waiting = state.withLock { $0.waiting.remove(at: index) }
    waiting.done(reply)
  }

  /// The verb on a line of its own; QUIT closes.
  static func reply(to request: Request) -> Reply {
    let verb =
      switch request {
      case .line(let request): request.verb
      case .resp(let request): request.words.joined(separator: " ")
      }
    return Reply(plain: verb + "\n", closes: verb == "QUIT")
  }
}

/// Stands between the connection and the network: counts reads, and can hold writes back.
final class NetworkEnd: ChannelOutboundHandler {
  typealias OutboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private(set) var reads = 0
  private(set) var isOutputClosed = false
  var holdsWrites = false
  private var held: [(NIOAny, EventLoopPromise<Void>?)] = []

  func read(context: ChannelHandlerContext) { reads += 1 }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard holdsWrites else { return context.write(data, promise: promise) }
    held.append((data, promise))
  }

  func close(
    context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?
  ) {
    // The embedded channel would close wholly.
    guard mode == .output else { return context.close(mode: mode, promise: promise) }
    isOutputClosed = true
    promise?.succeed()
  }

  /// Lets `count` of the writes that are held go on.
  func release(_ count: Int, context: ChannelHandlerContext) {
    for (data, promise) in held.prefix(count) { context.write(data, promise: promise) }
    held.removeFirst(min(count, held.count))
    context.flush()
  }
}

/// A connection without a network, whose time the test moves.
struct TestConnection {
  let channel: EmbeddedChannel
  let network = NetworkEnd()
  let responder: HandMadeResponder

  init(
    _ responder: HandMadeResponder = HandMadeResponder(),
    limits: ConnectionLimits = ConnectionLimits(), refusal: DoorError? = nil
  ) throws {
    self.responder = responder
    channel = EmbeddedChannel()
    try channel.pipeline.syncOperations.addHandlers([
      network, ConnectionHandler(limits: limits, responder: responder, refusal: refusal),
    ])
    try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
  }

  var isOpen: Bool { channel.isActive }

  func send(_ text: String) throws { try send(Array(text.utf8)) }

  /// Sends `bytes`, and lets the connection take its turns.
  func send(_ bytes: [UInt8]) throws {
    try channel.writeInbound(ByteBuffer(bytes: bytes))
    channel.embeddedEventLoop.run()
  }

  func closeInput() {
    channel.pipeline.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
    channel.embeddedEventLoop.run()
  }

  func stop() {
    channel.pipeline.fireUserInboundEventTriggered(ConnectionHandler.Event.stop)
    channel.embeddedEventLoop.run()
  }

  func advance(seconds: Int) { channel.embeddedEventLoop.advanceTime(by: .seconds(Int64(seconds))) }

  func release(_ count: Int) throws {
    let context = try channel.pipeline.syncOperations.context(handler: network)
    network.release(count, context: context)
  }

  /// All that was sent since it was last asked for.
  func received() throws -> String {
    var text = ""
    while let bytes = try channel.readOutbound(as: ByteBuffer.self) {
      text += String(buffer: bytes)
    }
    return text
  }
}
