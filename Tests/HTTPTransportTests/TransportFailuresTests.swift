import HTTPTransport
import Testing

/// What servers that do not answer, or not as they should, are told apart as.
@Suite struct TransportFailuresTests {
  static let short = HTTPLimits(connectSeconds: 0.3, totalSeconds: 0.3)

  /// What the asker is told when a server writes `bytes` and goes.
  private func error(
    after text: String, thenResets: Bool = false, limits: HTTPLimits = HTTPLimits()
  ) async throws -> HTTPError? {
    let server = try RawServer { connection in
      _ = connection.readHead()
      connection.write(text)
      if thenResets { connection.reset() }
    }
    return await localTransport().error(HTTPRequest(.get, try server.address(), limits: limits))
  }

  @Test func `nobody listens`() async throws {
    let server = try RawServer { _ in }
    server.stop()
    let address = try server.address()
    #expect(await localTransport().error(HTTPRequest(.get, address)) == .connectionRefused)
  }

  @Test func `a name that is not known`() async throws {
    let address = try #require(HTTPAddress("http://nowhere.example/"))
    #expect(
      await localTransport().error(HTTPRequest(.get, address))
        == .nameNotFound(host: "nowhere.example"))
  }

  @Test func `a network that cannot be reached`() async throws {
    // Multicast is nothing that a stream connects to.
    let address = try #require(HTTPAddress("http://224.0.0.1/"))
    #expect(await localTransport().error(HTTPRequest(.get, address)) == .networkUnreachable)
  }

  @Test func `an empty reply is a lost connection`() async throws {
    #expect(try await error(after: "") == .connectionLost)
  }

  @Test func `a reset is a lost connection`() async throws {
    #expect(try await error(after: "", thenResets: true) == .connectionLost)
    #expect(
      try await error(
        after: "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc", thenResets: true)
        == .connectionLost)
  }

  @Test func `half a head is a lost connection, and half a body what came of it`() async throws {
    #expect(try await error(after: "HTTP/1.1 200 OK\r\nContent-Le") == .connectionLost)
    #expect(try await error(after: "HTTP/1.1 200 OK") == .connectionLost)
    #expect(
      try await error(after: "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n") == .connectionLost)
    for half in [
      "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nabc",
    ] {
      let server = try RawServer { connection in
        _ = connection.readHead()
        connection.write(half)
      }
      let response = try await localTransport().send(HTTPRequest(.get, try server.address()))
      #expect(String(decoding: response.body, as: UTF8.self) == "abc")
      #expect(response.isCut)
    }
  }

  @Test func `chunks that are none are malformed`() async throws {
    #expect(
      try await error(
        after: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nzzz\r\n")
        == .malformed)
  }

  @Test func `garbage is malformed`() async throws {
    #expect(try await error(after: "SSH-2.0-OpenSSH_9.2\r\n") == .malformed)
    #expect(try await error(after: "<html>hello</html>") == .malformed)
    #expect(try await error(after: "HTTP/1.1 abc\r\n\r\n") == .malformed)
    #expect(
      try await error(after: "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nabc") == .malformed)
    #expect(
      try await error(
        after: "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 9\r\n\r\nnot gzip!")
        == .malformed)
  }

  @Test func `endless fields are too large`() async throws {
    let server = try RawServer { connection in
      _ = connection.readHead()
      connection.write("HTTP/1.1 200 OK\r\n")
      while connection.write("X-More: and more\r\n") {}
    }
    #expect(
      await localTransport().error(HTTPRequest(.get, try server.address()))
        == .headersTooLarge(bytesMax: 64 << 10))
  }

  @Test func `endless interim answers are too large`() async throws {
    let server = try RawServer { connection in
      _ = connection.readHead()
      while connection.write("HTTP/1.1 103 Early Hints\r\n\r\n") {}
    }
    #expect(
      await localTransport().error(HTTPRequest(.get, try server.address()))
        == .headersTooLarge(bytesMax: 64 << 10))
  }

  @Test func `one endless field is too large`() async throws {
    let server = try RawServer { connection in
      _ = connection.readHead()
      connection.write("HTTP/1.1 200 OK\r\nX-Long: ")
      let piece = [UInt8](repeating: 0x61, count: 1_000)
      while connection.write(piece) {}
    }
    #expect(
      await localTransport().error(HTTPRequest(.get, try server.address()))
        == .headersTooLarge(bytesMax: 64 << 10))
  }

  @Test func `a server that takes no more connections is waited for only so long`() async throws {
    let server = try FullServer()
    let address = try #require(HTTPAddress("http://127.0.0.1:\(server.port)/"))
    let limits = HTTPLimits(connectSeconds: 0.3, totalSeconds: 20)
    #expect(
      await localTransport().error(HTTPRequest(.get, address, limits: limits))
        == .timedOut(.connecting))
  }

  @Test func `a server that says nothing is waited for only so long`() async throws {
    let server = try RawServer { connection in connection.waitForEnd() }
    #expect(
      await localTransport().error(HTTPRequest(.get, try server.address(), limits: Self.short))
        == .timedOut(.waiting))
  }

  @Test func `a server that stops in the middle is waited for only so long`() async throws {
    let server = try RawServer { connection in
      _ = connection.readHead()
      connection.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc")
      connection.waitForEnd()
    }
    #expect(
      await localTransport().error(HTTPRequest(.get, try server.address(), limits: Self.short))
        == .timedOut(.receiving))
  }

  @Test func `a connection used again that says nothing is waited for, not connected to`()
    async throws
  {
    let server = try RawServer { connection in
      _ = connection.readHead()
      connection.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
      connection.waitForEnd()
    }
    let transport = localTransport()
    _ = try await transport.send(HTTPRequest(.get, try server.address()))
    #expect(
      await transport.error(HTTPRequest(.get, try server.address(), limits: Self.short))
        == .timedOut(.waiting))
    #expect(server.connectionCount == 1)
  }
}
