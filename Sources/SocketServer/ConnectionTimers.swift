internal import NIOCore

/// When a connection has waited too long: for a request, for the end of one, for its replies to be
/// taken, or for the client to close. One timer of the event loop serves all four; it is set for the
/// earliest, and set anew only when it fires or when something earlier comes up.
struct ConnectionTimers {
  /// What has taken too long.
  enum Expiry {
    case none
    case idle
    case slow
    case stalled
    case lingered
  }

  /// Whether the connection only waits for the client to close.
  var isLingering = false
  /// Whether replies are owed.
  var isOwing = false
  /// Whether replies are on their way.
  var isSending = false

  private let limits: ConnectionLimits
  private var lastTouched = NIODeadline.uptimeNanoseconds(0)
  private var lastProgress = NIODeadline.uptimeNanoseconds(0)
  private var lingerStart = NIODeadline.uptimeNanoseconds(0)
  private var lineUnderWay: (number: Int, since: NIODeadline)?
  private var task: (deadline: NIODeadline, scheduled: Scheduled<Void>)?

  init(limits: ConnectionLimits) {
    self.limits = limits
  }

  /// Something came, or a reply went out.
  mutating func touch(_ now: NIODeadline) { lastTouched = now }

  /// The client took some of its replies.
  mutating func progressed(_ now: NIODeadline) { lastProgress = now }

  /// The waiting for the client to close begins.
  mutating func linger(_ now: NIODeadline) { lingerStart = now }

  /// The line `number` is begun and not ended; nil where none is, or where we ourselves hold it up.
  mutating func line(_ number: Int?, _ now: NIODeadline) {
    guard let number else {
      lineUnderWay = nil
      return
    }
    if lineUnderWay?.number != number { lineUnderWay = (number, now) }
  }

  /// Sets the timer for the earliest of what can expire.
  mutating func arm(on eventLoop: any EventLoop, _ fire: @escaping @Sendable () -> Void) {
    guard let next = waits.map(\.deadline).min() else { return cancel() }
    if let task, task.deadline <= next { return }
    task?.scheduled.cancel()
    task = (next, eventLoop.scheduleTask(deadline: next, fire))
  }

  /// What has expired at `now`, the timer having fired.
  mutating func fired(_ now: NIODeadline) -> Expiry {
    task = nil
    return waits.first { $0.deadline <= now }?.expiry ?? .none
  }

  /// Ends all waiting.
  mutating func cancel() {
    task?.scheduled.cancel()
    task = nil
  }

  private var waits: [(expiry: Expiry, deadline: NIODeadline)] {
    if isLingering { return [(.lingered, lingerStart + .seconds(Int64(limits.lingerSeconds)))] }
    var waits: [(Expiry, NIODeadline)] = []
    if isSending { waits.append((.stalled, lastProgress + .seconds(Int64(limits.writeStallSeconds)))) }
    if let lineUnderWay {
      waits.append((.slow, lineUnderWay.since + .seconds(Int64(limits.requestSeconds))))
    } else if !isOwing, !isSending, limits.idleSeconds > 0 {
      waits.append((.idle, lastTouched + .seconds(Int64(limits.idleSeconds))))
    }
    return waits
  }
}

