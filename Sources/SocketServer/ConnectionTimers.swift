internal import NIOCore

/// When a connection has waited too long: for a request, for the end of one, for its replies to be
/// taken, or for the client to close.
///
/// One timer of the event loop serves all four; it is set for the earliest, and set anew only when
/// it fires or when something earlier comes up.
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
  private var requestUnderWay: (number: Int, since: NIODeadline)?
  private var deadline: NIODeadline?
  private var scheduled: Scheduled<Void>?

  init(limits: ConnectionLimits) {
    self.limits = limits
  }

  /// Something came, or a reply went out.
  mutating func touch(_ now: NIODeadline) { lastTouched = now }

  /// The client took some of its replies.
  mutating func progressed(_ now: NIODeadline) { lastProgress = now }

  /// The waiting for the client to close begins.
  mutating func linger(_ now: NIODeadline) { lingerStart = now }

  /// The request `number` is begun and not ended; nil where none is, or where we ourselves hold it up.
  mutating func request(_ number: Int?, _ now: NIODeadline) {
    guard let number else {
      requestUnderWay = nil
      return
    }
    if requestUnderWay?.number != number { requestUnderWay = (number, now) }
  }

  /// When the timer must fire, where it has to be set anew: for the earliest of what can expire.
  mutating func deadlineToSet() -> NIODeadline? {
    guard let next = earliest?.deadline else {
      cancel()
      return nil
    }
    if let deadline, deadline <= next { return nil }
    return next
  }

  /// Sets the timer.
  mutating func set(
    _ deadline: NIODeadline, on eventLoop: any EventLoop, _ fire: @escaping @Sendable () -> Void
  ) {
    scheduled?.cancel()
    self.deadline = deadline
    scheduled = eventLoop.scheduleTask(deadline: deadline, fire)
  }

  /// What has expired at `now`, the timer having fired.
  mutating func fired(_ now: NIODeadline) -> Expiry {
    deadline = nil
    scheduled = nil
    guard let earliest, earliest.deadline <= now else { return .none }
    return earliest.expiry
  }

  /// Ends all waiting.
  mutating func cancel() {
    scheduled?.cancel()
    deadline = nil
    scheduled = nil
  }

  /// What expires first.
  private var earliest: (expiry: Expiry, deadline: NIODeadline)? {
    if isLingering { return (.lingered, lingerStart + .seconds(Int64(limits.lingerSeconds))) }
    var earliest: (expiry: Expiry, deadline: NIODeadline)?
    if isSending {
      earliest = (.stalled, lastProgress + .seconds(Int64(limits.writeStallSeconds)))
    }
    var other: (expiry: Expiry, deadline: NIODeadline)?
    if let requestUnderWay {
      other = (.slow, requestUnderWay.since + .seconds(Int64(limits.requestSeconds)))
    } else if !isOwing, !isSending, limits.idleSeconds > 0 {
      other = (.idle, lastTouched + .seconds(Int64(limits.idleSeconds)))
    }
    guard let other else { return earliest }
    if let earliest, earliest.deadline <= other.deadline { return earliest }
    return other
  }
}
