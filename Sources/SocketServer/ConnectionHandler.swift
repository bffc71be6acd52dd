package import NIOCore

/// One connection: takes its requests, in lines or in RESP, has them answered, and sends the replies in
/// the order of the requests.
///
/// A request's turn comes in the order of the requests too, and what it changes of the session it
/// changes then; the work that takes long is done elsewhere, some of it at the same time.
///
/// It reads only while it owes fewer than ``ConnectionLimits/unansweredMax`` replies, to requests of fewer
/// than ``ConnectionLimits/requestBytesMax`` bytes, and has fewer than
/// ``ConnectionLimits/unsentBytesMax`` bytes of replies unsent; what the client sends beyond that waits in
/// the kernel, and the client with it. So one connection holds at most twice a request, twice the unsent
/// bytes, and the replies of the ``ConnectionLimits/searchesAtOnceMax`` searches that run.
///
///     open ── input ended, stop ──► finishing ──┐
///       └──── QUIT, no request, too slow ───────┴─► last reply sent ─► lingering ─► closed
///
/// All of it runs on the connection's event loop.
package final class ConnectionHandler: ChannelDuplexHandler {
  package typealias InboundIn = ByteBuffer
  package typealias OutboundIn = ByteBuffer
  package typealias OutboundOut = ByteBuffer

  /// What the server tells a connection.
  package enum Event: Sendable {
    /// Answer what was received, then close.
    case stop
  }

  enum Phase {
    /// Requests are read and answered.
    case open
    /// No more is read; the requests that were received are still answered.
    case finishing
    /// The last reply is owed or on its way; what else was received is passed over.
    case closing
    /// All is sent; what still comes is thrown away until the client has closed, so that closing does
    /// not tear the last reply away from it (a reset would).
    case lingering
    /// Over.
    case closed
  }

  /// How many requests of one connection are taken before the others have their turn.
  private static let requestsAtOnceMax = 256

  /// How long the first byte of a client that is refused is waited for, since it says in which form to
  /// tell it.
  private static let refusalWaitSeconds = 1

  let limits: ConnectionLimits
  private let responder: any Responder
  let refusal: DoorError?
  let life = ConnectionLife()

  var context: ChannelHandlerContext?
  var phase = Phase.open
  var framing: Framing
  private var session: ConnectionSession
  var isInputClosed = false

  var queue = RequestQueue()
  private var running = 0

  /// The replies that are ready, to be written at once.
  var replies = ByteBuffer()
  var unsentBytes = 0
  var isReadHeld = false
  var isPumping = false
  private var mustPumpAgain = false
  /// How many requests may still be taken before other connections have their turn.
  private var requestsLeft = 0
  /// Whether the rest of what was read waits for the others to have had their turn.
  private var isYielding = false

  var timers: ConnectionTimers

  /// Makes a connection whose requests `responder` answers, or that is told `refusal` and ended.
  package init(
    limits: ConnectionLimits, responder: any Responder, refusal: DoorError? = nil
  ) {
    self.limits = limits
    self.responder = responder
    self.refusal = refusal
    framing = Framing(lineBytesMax: limits.lineBytesMax, limits.resp)
    session = responder.makeSession()
    var waits = limits
    if refusal != nil { waits.idleSeconds = Self.refusalWaitSeconds }
    timers = ConnectionTimers(limits: waits)
  }

  // MARK: What the channel tells

  package func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
    timers.touch(context.eventLoop.now)
    armTimer()
  }

  package func handlerRemoved(context: ChannelHandlerContext) {
    end()
    self.context = nil
  }

  package func channelInactive(context: ChannelHandlerContext) {
    end()
    context.fireChannelInactive()
  }

  package func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard phase == .open else { return }
    var bytes = unwrapInboundIn(data)
    timers.touch(context.eventLoop.now)
    framing.append(&bytes)
    if let refusal, framing.isDecided { refuse(refusal, tag: nil, closes: true) }
    pump()
  }

  package func read(context: ChannelHandlerContext) {
    if mayRead {
      context.read()
    } else {
      isReadHeld = true
    }
  }

  package func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    switch event {
    case ChannelEvent.inputClosed:
      isInputClosed = true
      if phase == .lingering {
        context.close(promise: nil)
      } else {
        finish(keepsLastLine: true)
      }
    case Event.stop: finish(keepsLastLine: false)
    default: context.fireUserInboundEventTriggered(event)
    }
  }

  package func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  // MARK: Requests to replies

  var mayRead: Bool {
    switch phase {
    case .open: !isYielding && hasRoom && unsentBytes <= limits.unsentBytesMax
    case .lingering: true
    case .finishing, .closing, .closed: false
    }
  }

  /// Whether more requests may be taken before those that were are answered.
  private var hasRoom: Bool {
    queue.count < limits.unansweredMax && queue.requestBytes < limits.requestBytesMax
  }

  /// No more will be read.
  private func finish(keepsLastLine: Bool) {
    guard phase == .open else { return }
    phase = .finishing
    framing.end(keepsLastLine: keepsLastLine)
    pump()
  }

  /// Does all that can be done now: takes requests, has them answered, sends, and ends.
  func pump() {
    guard !isPumping else {
      mustPumpAgain = true
      return
    }
    isPumping = true
    requestsLeft = Self.requestsAtOnceMax
    repeat {
      mustPumpAgain = false
      runRequests()
      takeRequests()
      sendReplies()
    } while mustPumpAgain
    isPumping = false
    settle()
  }

  private func takeRequests() {
    while phase == .open || phase == .finishing, hasRoom {
      guard unsentBytes + replies.readableBytes <= limits.unsentBytesMax else {
        mustPumpAgain = replies.readableBytes > 0
        return
      }
      guard requestsLeft > 0 else { return yield() }
      requestsLeft -= 1
      if queue.isEmpty, session.isPlain, takePings() { continue }
      guard let event = framing.next() else {
        if phase == .finishing { phase = .closing }
        return
      }
      switch event {
      case .request(let request):
        queue.append(request)
        runRequests()
      case .refused(let error, let tag): refuse(error, tag: tag, closes: false)
      case .closing(let error): refuse(error, tag: nil, closes: true)
      }
    }
  }

  /// Takes the rest of what was read when the event loop has served the other connections.
  private func yield() {
    guard !isYielding, let context else { return }
    isYielding = true
    let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
    context.eventLoop.execute {
      bound.value.isYielding = false
      bound.value.pump()
    }
  }

  /// Answers the `PING`s that come next.
  private func takePings() -> Bool {
    let count = framing.takePings(max: Pongs.countMax)
    guard count > 0 else { return false }
    responder.notePings(count)
    append(Pongs.bytes(count))
    return true
  }

  func refuse(_ error: DoorError, tag: String?, closes: Bool) {
    responder.noteRefusal()
    queue.append(
      framing.isRESP
        ? Reply(resp: error, closes: closes)
        : Reply(error, tag: tag, responder.language, closes: closes))
    if closes { phase = .closing }
    collectReplies()
  }

  /// Has requests answered whose turn has come, and collects what is ready.
  private func runRequests() {
    while running < limits.searchesAtOnceMax, !session.isEnding,
      unsentBytes <= limits.unsentBytesMax,
      // Where nothing runs the oldest has not begun, and all that is ready waits for it.
      running == 0 || queue.replyBytes <= limits.unsentBytesMax,
      let next = queue.startNext()
    {
      switch responder.take(next.request, &session) {
      case .done(let reply): queue.finish(next.number, reply)
      case .work(var work):
        work.isFurther = running > 0
        running += 1
        perform(work, for: next.number)
      }
    }
    collectReplies()
  }

  private func perform(_ work: Work, for number: Int) {
    guard let context else { return }
    let eventLoop = context.eventLoop
    let bound = NIOLoopBound(self, eventLoop: eventLoop)
    responder.perform(work, life: life) { reply in
      if eventLoop.inEventLoop {
        bound.value.answered(number, reply)
      } else {
        eventLoop.execute { bound.value.answered(number, reply) }
      }
    }
  }

  private func answered(_ number: Int, _ reply: Reply) {
    running -= 1
    guard phase != .closed else { return }
    queue.finish(number, reply)
    pump()
  }

  /// Moves the replies whose turn has come to those that are to be written.
  private func collectReplies() {
    while let reply = queue.popReply() {
      append(reply.bytes)
      if reply.closes {
        // Whatever was asked after it is passed over.
        phase = .closing
        queue.removeAll()
      }
    }
  }

  private func append(_ bytes: ByteBuffer) {
    if replies.readableBytes == 0 {
      replies = bytes
    } else {
      replies.writeImmutableBuffer(bytes)
    }
  }
}
