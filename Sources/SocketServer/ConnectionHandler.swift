package import NIOCore

/// One connection: takes its request lines, has them answered, and sends the replies in the order of
/// the requests.
///
/// It reads only while it owes fewer than ``ConnectionLimits/unansweredMax`` replies and has fewer than
/// ``ConnectionLimits/unsentBytesMax`` bytes of them unsent; what the client sends beyond that waits in
/// the kernel, and the client with it.
///
///     open ── input ended, stop ──► finishing ──┐
///       └──── QUIT, HTTP, RESP, too slow ───────┴─► last reply sent ─► lingering ─► closed
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

  private enum Phase {
    /// Lines are read and answered.
    case open
    /// No more is read; the lines that were received are still answered.
    case finishing
    /// The last reply is owed or on its way; what else was received is passed over.
    case closing
    /// All is sent; what still comes is thrown away until the client has closed, so that closing does
    /// not tear the last reply away from it (a reset would).
    case lingering
    /// Over.
    case closed
  }

  private enum Slot {
    case waiting(LineRequest)
    case running
    case done(Reply)
  }

  /// How much is written at once: small enough that a slow reader's progress shows.
  private static let writeBytesMax = 16_384

  private let limits: ConnectionLimits
  private let responder: any Responder
  private let refusal: DoorError?
  private let life = ConnectionLife()

  private var context: ChannelHandlerContext?
  private var phase = Phase.open
  private var framing: LineFraming
  private var isInputClosed = false

  /// The replies that are owed, oldest first; the first has the number `firstNumber`.
  private var slots = CircularBuffer<Slot>()
  private var firstNumber = 0
  /// The number of the first request that waits.
  private var nextToRun = 0
  private var running = 0

  private var unsentBytes = 0
  private var isReadHeld = false
  private var isPumping = false
  private var mustPumpAgain = false

  private var timers: ConnectionTimers

  /// Makes a connection whose requests `responder` answers, or that is told `refusal` and ended.
  package init(
    limits: ConnectionLimits, responder: any Responder, refusal: DoorError? = nil
  ) {
    self.limits = limits
    self.responder = responder
    self.refusal = refusal
    framing = LineFraming(bytesMax: limits.lineBytesMax)
    timers = ConnectionTimers(limits: limits)
  }

  // MARK: What the channel tells

  package func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
    timers.touch(context.eventLoop.now)
    armTimer()
  }

  package func channelActive(context: ChannelHandlerContext) {
    if let refusal {
      refuse(refusal, tag: nil, closes: true)
      pump()
    }
    context.fireChannelActive()
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

  private var mayRead: Bool {
    switch phase {
    case .open: slots.count < limits.unansweredMax && unsentBytes <= limits.unsentBytesMax
    case .lingering: true
    case .finishing, .closing, .closed: false
    }
  }

  /// No more will be read.
  private func finish(keepsLastLine: Bool) {
    guard phase == .open else { return }
    phase = .finishing
    framing.end(keepsLastLine: keepsLastLine)
    pump()
  }

  /// Does all that can be done now: takes lines, has them answered, sends, and ends.
  private func pump() {
    guard !isPumping else {
      mustPumpAgain = true
      return
    }
    isPumping = true
    repeat {
      mustPumpAgain = false
      takeRequests()
      runRequests()
      sendReplies()
    } while mustPumpAgain
    isPumping = false
    settle()
  }

  private func takeRequests() {
    while phase == .open || phase == .finishing, slots.count < limits.unansweredMax,
      unsentBytes <= limits.unsentBytesMax
    {
      guard let event = framing.next() else {
        if phase == .finishing { phase = .closing }
        return
      }
      mustPumpAgain = true
      switch event {
      case .request(let request): slots.append(.waiting(request))
      case .refused(let error, let tag): refuse(error, tag: tag, closes: false)
      case .closing(let error): refuse(error, tag: nil, closes: true)
      }
    }
  }

  private func refuse(_ error: DoorError, tag: String?, closes: Bool) {
    responder.noteRefusal()
    slots.append(.done(Reply(error, tag: tag, responder.language, closes: closes)))
    if closes { phase = .closing }
  }

  private func runRequests() {
    guard let context else { return }
    let eventLoop = context.eventLoop
    let bound = NIOLoopBound(self, eventLoop: eventLoop)
    while running < limits.searchesAtOnceMax, nextToRun < firstNumber + slots.count {
      let number = nextToRun
      nextToRun += 1
      guard case .waiting(let request) = slot(number) else { continue }
      setSlot(number, .running)
      running += 1
      responder.respond(to: request, life: life) { reply in
        if eventLoop.inEventLoop {
          bound.value.answered(number, reply)
        } else {
          eventLoop.execute { bound.value.answered(number, reply) }
        }
      }
    }
  }

  private func answered(_ number: Int, _ reply: Reply) {
    running -= 1
    guard phase != .closed, number >= firstNumber, number < firstNumber + slots.count else { return }
    setSlot(number, .done(reply))
    pump()
  }

  private func slot(_ number: Int) -> Slot {
    slots[slots.index(slots.startIndex, offsetBy: number - firstNumber)]
  }

  private func setSlot(_ number: Int, _ slot: Slot) {
    slots[slots.index(slots.startIndex, offsetBy: number - firstNumber)] = slot
  }

  private func sendReplies() {
    guard let context else { return }
    var bytes = ByteBuffer()
    while case .done(let reply) = slots.first {
      slots.removeFirst()
      firstNumber += 1
      mustPumpAgain = true
      if bytes.readableBytes == 0 {
        bytes = reply.bytes
      } else {
        bytes.writeImmutableBuffer(reply.bytes)
      }
      if reply.closes {
        // Whatever was asked after it is passed over.
        phase = .closing
        firstNumber += slots.count
        nextToRun = max(nextToRun, firstNumber)
        slots.removeAll()
      }
    }
    nextToRun = max(nextToRun, firstNumber)
    guard bytes.readableBytes > 0 else { return }
    timers.touch(context.eventLoop.now)
    if unsentBytes == 0 { timers.progressed(context.eventLoop.now) }
    unsentBytes += bytes.readableBytes
    let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
    while let part = bytes.readSlice(length: min(bytes.readableBytes, Self.writeBytesMax)),
      part.readableBytes > 0
    {
      let count = part.readableBytes
      let promise = context.eventLoop.makePromise(of: Void.self)
      promise.futureResult.whenSuccess { bound.value.sent(count) }
      context.write(wrapOutboundOut(part), promise: promise)
    }
    context.flush()
  }

  private func sent(_ count: Int) {
    let wasFull = unsentBytes > limits.unsentBytesMax
    unsentBytes -= count
    guard phase != .closed, let context else { return }
    timers.progressed(context.eventLoop.now)
    timers.touch(context.eventLoop.now)
    if unsentBytes == 0 || (wasFull && unsentBytes <= limits.unsentBytesMax) { pump() }
  }

  // MARK: Reading on, waiting, ending

  /// After all that could be done: ends, or reads on and waits.
  private func settle() {
    guard let context, phase != .closed else { return }
    if phase == .closing, slots.isEmpty, unsentBytes == 0 {
      if isInputClosed { return context.close(promise: nil) }
      phase = .lingering
      timers.linger(context.eventLoop.now)
      context.close(mode: .output, promise: nil)
      guard self.context != nil, phase == .lingering else { return }
    }
    timers.line(
      phase == .open && mayRead && framing.isMidLine ? framing.lineNumber : nil,
      context.eventLoop.now)
    armTimer()
    if isReadHeld, mayRead {
      isReadHeld = false
      context.read()
    }
  }

  private func end() {
    phase = .closed
    life.end()
    slots.removeAll()
    timers.cancel()
  }

  private func armTimer() {
    guard let context, phase != .closed else { return }
    timers.isLingering = phase == .lingering
    timers.isOwing = !slots.isEmpty || phase != .open
    timers.isSending = unsentBytes > 0
    let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
    timers.arm(on: context.eventLoop) { bound.value.timerFired() }
  }

  private func timerFired() {
    guard let context, phase != .closed else { return }
    switch timers.fired(context.eventLoop.now) {
    case .none: armTimer()
    case .stalled, .lingered: context.close(promise: nil)
    case .slow:
      refuse(.slow(seconds: limits.requestSeconds), tag: nil, closes: true)
      pump()
    case .idle:
      refuse(.idle(seconds: limits.idleSeconds), tag: nil, closes: true)
      pump()
    }
  }
}
