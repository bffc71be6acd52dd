internal import NIOCore
internal import Synchronization

/// The connections of a server: how many there are, how many of one address, and how to end them.
///
/// Addresses are kept for as long as their connections and are told to nobody.
final class ConnectionRegistry: Sendable {
  /// What becomes of a new connection.
  enum Admission {
    /// It is served.
    case admitted
    /// It is told that there are too many.
    case refused
    /// It is closed: too many are being told so already, or the server stops.
    case dropped
  }

  /// How many may be told at once that there are too many.
  private static let refusalsMax = 64

  private struct State {
    var channels: [ObjectIdentifier: any Channel] = [:]
    var admitted = 0
    var byAddress: [String: Int] = [:]
    var isStopping = false
  }

  private let limits: ConnectionLimits
  private let statistics: Statistics
  private let state = Mutex(State())
  private let allClosed: EventLoopPromise<Void>

  init(limits: ConnectionLimits, statistics: Statistics, eventLoop: any EventLoop) {
    self.limits = limits
    self.statistics = statistics
    allClosed = eventLoop.makePromise()
  }

  /// Takes up `channel` until it is closed.
  func admit(_ channel: any Channel) -> Admission {
    let address = limits.connectionsPerAddressMax > 0 ? channel.remoteAddress?.ipAddress : nil
    let admission = state.withLock { state -> Admission in
      guard !state.isStopping else { return .dropped }
      let isFull =
        state.admitted >= limits.connectionsMax
        || address.map { state.byAddress[$0, default: 0] >= limits.connectionsPerAddressMax }
          ?? false
      if isFull, state.channels.count - state.admitted >= Self.refusalsMax { return .dropped }
      state.channels[ObjectIdentifier(channel)] = channel
      guard !isFull else { return .refused }
      state.admitted += 1
      if let address { state.byAddress[address, default: 0] += 1 }
      return .admitted
    }
    switch admission {
    case .admitted:
      statistics.opened()
      channel.closeFuture.whenComplete { [self] _ in
        statistics.closed()
        remove(channel, address, wasAdmitted: true)
      }
    case .refused:
      statistics.turnedAway()
      channel.closeFuture.whenComplete { [self] _ in
        remove(channel, address, wasAdmitted: false)
      }
    case .dropped: statistics.turnedAway()
    }
    return admission
  }

  /// Has every connection answer what it received and close; after `patience` closes those left.
  ///
  /// No connection is admitted any more.
  func stop(patience: TimeAmount) async {
    let channels = state.withLock { state in
      state.isStopping = true
      return Array(state.channels.values)
    }
    if channels.isEmpty { allClosed.succeed() }
    for channel in channels {
      channel.pipeline.fireUserInboundEventTriggered(ConnectionHandler.Event.stop)
    }
    let deadline = allClosed.futureResult.eventLoop.scheduleTask(in: patience) { [self] in
      for channel in state.withLock({ Array($0.channels.values) }) { channel.close(promise: nil) }
    }
    // The promise is only ever kept.
    try? await allClosed.futureResult.get()
    deadline.cancel()
  }

  private func remove(_ channel: any Channel, _ address: String?, wasAdmitted: Bool) {
    let isLast = state.withLock { state in
      state.channels[ObjectIdentifier(channel)] = nil
      if wasAdmitted {
        state.admitted -= 1
        if let address, let count = state.byAddress[address] {
          state.byAddress[address] = count > 1 ? count - 1 : nil
        }
      }
      return state.isStopping && state.channels.isEmpty
    }
    if isLast { allClosed.succeed() }
  }
}
