import HTTPTransport
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
}
