internal import NIOCore

/// How a connection reads on, waits, and ends.
extension ConnectionHandler {
  /// After all that could be done: ends, or reads on and waits.
  func settle() {
    guard let context, phase != .closed else { return }
    if phase == .closing, queue.isEmpty, unsentBytes == 0 {
      if isInputClosed { return context.close(promise: nil) }
      phase = .lingering
      timers.linger(context.eventLoop.now)
      context.close(mode: .output, promise: nil)
      guard self.context != nil, phase == .lingering else { return }
    }
    timers.request(
      phase == .open && mayRead ? framing.requestUnderWay : nil,
      context.eventLoop.now)
    armTimer()
    if isReadHeld, mayRead {
      isReadHeld = false
      context.read()
    }
  }

  func end() {
    phase = .closed
    life.end()
    queue.removeAll()
    timers.cancel()
  }

  func armTimer() {
    guard let context, phase != .closed else { return }
    timers.isLingering = phase == .lingering
    timers.isOwing = !queue.isEmpty || phase != .open
    timers.isSending = unsentBytes > 0
    guard let deadline = timers.deadlineToSet() else { return }
    let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
    timers.set(deadline, on: context.eventLoop) { bound.value.timerFired() }
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
      refuse(refusal ?? .idle(seconds: limits.idleSeconds), tag: nil, closes: true)
      pump()
    }
  }
}
