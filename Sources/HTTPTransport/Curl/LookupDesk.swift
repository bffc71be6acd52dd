// CCurl too: its headers bring some of the same declarations, and Swift asks for both.
internal import CCurl
internal import Glibc
internal import Synchronization

/// Who looks names up with `getaddrinfo`, which may wait for half a minute: threads of its own, and
/// one more that watches the time.
///
/// Invariants of the unsafe part: what `getaddrinfo` returns is copied, then freed; the pointers of
/// its list are followed only until then.
final class LookupDesk: Sendable {
  typealias Answer = Result<[IPAddress], HTTPError>
  typealias Waiter = CheckedContinuation<Answer, Never>

  /// Names one asker.
  final class Ticket: Sendable {
    let isCancelled = Atomic(false)
  }

  private struct Lookup {
    var waiters: [ObjectIdentifier: Waiter] = [:]
    var deadline: ContinuousClock.Instant
  }

  private struct State {
    var known: [String: Answer] = [:]
    var pending: [String: Lookup] = [:]
    var queue: [String] = []
    var isRunning = false
    var isClosed = false
  }

  private let state = Mutex(State())
  /// One for each name that waits, and one for each thread at the end.
  private let work = Signal()
  /// For the thread that watches the time.
  private let watch = Signal()
  private let threads: Int
  private let patience: Duration
  private let question: @Sendable (String) -> Answer
  /// How many lookups' time a name waits for a thread, where all are kept by names that do not come.
  private static let queuePatience = 4

  /// Makes a desk that asks the system, or in tests `question`, which may wait.
  init(
    threads: Int, seconds: Double,
    question: @escaping @Sendable (String) -> Answer = { LookupDesk.lookUp($0) }
  ) {
    self.question = question
    self.threads = max(1, threads)
    patience = .milliseconds(Int64(max(1, min(seconds * 1_000, 3_600_000))))
  }

  /// Has `host` looked up, or finds the answer known; `waiter` is told however it ends.
  func ask(_ host: String, _ ticket: Ticket, _ waiter: Waiter) {
    let isCancelled = ticket.isCancelled.load(ordering: .acquiring)
    let answer: Answer? = state.withLock { state in
      if isCancelled || state.isClosed { return .failure(.cancelled) }
      if let known = state.known[host] { return known }
      let id = ObjectIdentifier(ticket)
      if state.pending[host] != nil {
        state.pending[host]?.waiters[id] = waiter
        return nil
      }
      guard state.isRunning || start() else { return .failure(.nameServiceFailed(host: host)) }
      state.isRunning = true
      state.pending[host] = Lookup(
        waiters: [id: waiter], deadline: .now + patience * Self.queuePatience)
      state.queue.append(host)
      work.post()
      watch.post()
      return nil
    }
    if let answer { return waiter.resume(returning: answer) }
    // Cancelled between the question above and the lock: who cancelled found nobody.
    if ticket.isCancelled.load(ordering: .acquiring) { cancel(ticket, host) }
  }

  /// Ends the asking of `ticket`; the lookup goes on for others and for later.
  func cancel(_ ticket: Ticket, _ host: String) {
    ticket.isCancelled.store(true, ordering: .releasing)
    let waiter = state.withLock { state in
      state.pending[host]?.waiters.removeValue(forKey: ObjectIdentifier(ticket))
    }
    waiter?.resume(returning: .failure(.cancelled))
  }

  /// Ends the threads, those that still wait for the system when it has answered.
  func close() {
    let waiters = state.withLock { state in
      state.isClosed = true
      defer { state.pending = [:] }
      return state.pending.values.flatMap { $0.waiters.values }
    }
    for waiter in waiters { waiter.resume(returning: .failure(.cancelled)) }
    watch.post()
    for _ in 0..<threads { work.post() }
  }

  private func start() -> Bool {
    // One thread is enough to go on; none is not.
    var count = 0
    for _ in 0..<threads where OwnThread.start({ [self] in lookUp() }) { count += 1 }
    return OwnThread.start { [self] in watchTime() } && count > 0
  }

  private func lookUp() {
    while true {
      work.wait()
      let (host, isClosed) = state.withLock { state -> (String?, Bool) in
        guard !state.queue.isEmpty else { return (nil, state.isClosed) }
        let host = state.queue.removeFirst()
        guard state.pending[host] != nil else { return (nil, state.isClosed) }
        // Its time runs from now: waiting for a thread is not the name service's doing.
        state.pending[host]?.deadline = .now + patience
        return (host, state.isClosed)
      }
      if isClosed { return }
      guard let host else { continue }
      watch.post()
      settle(host, question(host))
    }
  }

  /// Fails lookups whose time is over.
  private func watchTime() {
    while true {
      let (next, isClosed) = state.withLock { state in
        // As many as are asked for at once: a handful.
        let first = state.pending.min { $0.value.deadline < $1.value.deadline }
        return (first.map { ($0.key, $0.value.deadline) }, state.isClosed)
      }
      if isClosed { return }
      guard let (host, deadline) = next else {
        watch.wait()
        continue
      }
      let left = deadline - .now
      if left <= .zero {
        giveUp(host)
      } else {
        watch.wait(atMost: left)
      }
    }
  }

  /// Keeps an answer, the latest where a lookup outlives its time, and tells those who wait for it.
  private func settle(_ host: String, _ answer: Answer) {
    let lookup = state.withLock { state in
      // A service that did not answer may do so next time.
      if case .failure(.nameServiceFailed) = answer {} else { state.known[host] = answer }
      return state.pending.removeValue(forKey: host)
    }
    for waiter in lookup?.waiters.values ?? [:].values { waiter.resume(returning: answer) }
  }

  /// Fails a lookup whose time is over, unless its answer came just now.
  private func giveUp(_ host: String) {
    let answer = Answer.failure(.nameServiceFailed(host: host))
    let lookup = state.withLock { $0.pending.removeValue(forKey: host) }
    for waiter in lookup?.waiters.values ?? [:].values { waiter.resume(returning: answer) }
  }

  private static func lookUp(_ host: String) -> Answer {
    var hints = unsafe addrinfo()
    unsafe hints.ai_family = AF_UNSPEC
    unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    let status = unsafe getaddrinfo(host, nil, &hints, &list)
    guard status == 0 else {
      // EAI_NODATA and EAI_ADDRFAMILY: the name exists, but not with addresses.
      let isAbsent = [EAI_NONAME, -5, -9].contains(status)
      return .failure(isAbsent ? .nameNotFound(host: host) : .nameServiceFailed(host: host))
    }
    defer { unsafe freeaddrinfo(list) }
    var addresses: [IPAddress] = []
    var entry = unsafe list
    while let current = unsafe entry {
      if let pointer = unsafe current.pointee.ai_addr,
        let address = unsafe SocketAddress.address(
          pointer, length: Int(current.pointee.ai_addrlen)), !addresses.contains(address)
      {
        addresses.append(address)
      }
      unsafe entry = current.pointee.ai_next
    }
    return addresses.isEmpty ? .failure(.nameNotFound(host: host)) : .success(addresses)
  }
}
