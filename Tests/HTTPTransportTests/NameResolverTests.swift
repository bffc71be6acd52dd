@testable import HTTPTransport
import Synchronization
import Testing

/// How names become addresses.
@Suite struct NameResolverTests {
  @Test func `an IP address needs no look-up`() async throws {
    let resolver = SystemNameResolver()
    #expect(try await resolver.addresses(of: "192.0.2.7").map(\.description) == ["192.0.2.7"])
    #expect(try await resolver.addresses(of: "2001:db8::7").map(\.description) == ["2001:db8::7"])
  }

  @Test func `names under invalid are not found`() async {
    await #expect(throws: HTTPError.nameNotFound(host: "a.b.invalid")) {
      try await SystemNameResolver().addresses(of: "a.b.invalid")
    }
  }

  @Test func `localhost is a loopback address, for all who ask at once`() async throws {
    let resolver = SystemNameResolver(threads: 2)
    try await withThrowingTaskGroup(of: [IPAddress].self) { group in
      for _ in 0..<50 { group.addTask { try await resolver.addresses(of: "localhost") } }
      for try await addresses in group {
        #expect(!addresses.isEmpty && addresses.allSatisfy { !$0.isPublic })
      }
    }
  }

  @Test func `a given name is not asked for elsewhere`() async throws {
    let resolver = FixedNameResolver(["a.example": [.v4(0x0102_0304)]], else: NoNames())
    #expect(try await resolver.addresses(of: "a.example") == [.v4(0x0102_0304)])
    await #expect(throws: HTTPError.nameNotFound(host: "b.example")) {
      try await resolver.addresses(of: "b.example")
    }
  }

  @Test(arguments: [
    Result<[IPAddress], HTTPError>.success([.v4(0x0102_0304)]),
    .failure(.nameNotFound(host: "a.example")), .failure(.nameServiceFailed(host: "a.example")),
  ])
  func `a name is asked for once, whatever comes of it`(answer: Result<[IPAddress], HTTPError>)
    async
  {
    let count = Mutex(0)
    let resolver = SystemNameResolver(threads: 3, lookupSeconds: 60) { _ in
      count.withLock { $0 += 1 }
      return answer
    }
    await withTaskGroup(of: Result<[IPAddress], HTTPError>.self) { group in
      for _ in 0..<40 { group.addTask { await outcome(resolver, "a.example") } }
      for await outcome in group { #expect(outcome == answer) }
    }
    #expect(await outcome(resolver, "a.example") == answer)
    // Only a service that did not answer is asked again.
    let isFinal = answer != .failure(.nameServiceFailed(host: "a.example"))
    if isFinal { #expect(count.withLock { $0 } == 1) }
  }

  @Test func `a name service that does not answer is waited for only so long`() async {
    let release = Signal()
    let resolver = SystemNameResolver(threads: 1, lookupSeconds: 0.05) { _ in
      release.wait()
      return .success([.v4(0x0102_0304)])
    }
    // The second waits for the only thread, and not for ever.
    for host in ["slow.example", "next.example"] {
      #expect(await outcome(resolver, host) == .failure(.nameServiceFailed(host: host)))
    }
    for _ in 0..<2 { release.post() }
  }

  @Test func `one who gives up while the others wait leaves them waiting`() async {
    let (asked, release) = (AsyncStream<Void>.makeStream(), Signal())
    let resolver = SystemNameResolver(threads: 1, lookupSeconds: 60) { _ in
      asked.continuation.finish()
      release.wait()
      return .success([.v4(0x0102_0304)])
    }
    let patient = Task { await outcome(resolver, "a.example") }
    let hasty = Task { await outcome(resolver, "a.example") }
    for await _ in asked.stream {}
    hasty.cancel()
    #expect(await hasty.value == .failure(.cancelled))
    release.post()
    #expect(await patient.value == .success([.v4(0x0102_0304)]))
  }

  @Test func `one who gives up is told so at once`() async {
    let resolver = SystemNameResolver(threads: 1)
    let task = Task { () -> HTTPError? in
      withUnsafeCurrentTask { $0?.cancel() }
      do { _ = try await resolver.addresses(of: "localhost") } catch {
        return error as? HTTPError
      }
      return nil
    }
    #expect(await task.value == .cancelled)
  }

  private func outcome(
    _ resolver: any NameResolver, _ host: String
  ) async -> Result<[IPAddress], HTTPError> {
    do { return .success(try await resolver.addresses(of: host)) } catch { return .failure(error) }
  }
}
