import HTTPTransport
import Testing

/// Servers that show who they are, or fail to.
@Suite struct TransportTLSTests {
  private func request(_ server: TLSServer) throws -> HTTPRequest {
    HTTPRequest(.get, try #require(HTTPAddress("https://localhost:\(server.port)/")))
  }

  @Test(arguments: [true, false])
  func `a good certificate is told of, on a connection used again too`(isUsedAgain: Bool)
    async throws
  {
    let authority = try TestAuthority()
    let server = try authority.server("localhost", keepsOneConnection: isUsedAgain)
    let transport = localTransport(extraCA: authority.certificate)
    for _ in 0..<3 {
      let response = try await transport.send(try request(server))
      #expect(response.head.status == 200)
      let facts = try #require(response.tls)
      #expect(facts.notAfter == (try authority.notAfter()))
      #expect(facts.issuer.contains("Prawf"))
    }
  }

  @Test func `an authority that nobody knows is not trusted`() async throws {
    let server = try TestAuthority().server("localhost")
    #expect(await localTransport().error(try request(server)) == .tls(.untrusted))
  }

  @Test func `a file of authorities that is not there is no fault of the server's`() async throws {
    let server = try TestAuthority().server("localhost")
    let error = await localTransport(extraCA: "/nowhere.pem").error(try request(server))
    guard case .other? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `a certificate signed by itself is not trusted`() async throws {
    let authority = try TestAuthority()
    let server = try authority.server("localhost", isSelfSigned: true)
    let transport = localTransport(extraCA: authority.certificate)
    #expect(await transport.error(try request(server)) == .tls(.untrusted))
  }

  @Test func `a certificate past its end is told apart`() async throws {
    let authority = try TestAuthority()
    let server = try authority.server("localhost", days: -1)
    let transport = localTransport(extraCA: authority.certificate)
    #expect(await transport.error(try request(server)) == .tls(.expired))
  }

  @Test func `a certificate for another name is told apart`() async throws {
    let authority = try TestAuthority()
    let server = try authority.server("other.example")
    let transport = localTransport(extraCA: authority.certificate)
    #expect(await transport.error(try request(server)) == .tls(.wrongHost))
    // Also where the handle did something else before.
    #expect(await transport.error(try request(server)) == .tls(.wrongHost))
  }

  @Test func `a server that speaks no TLS cannot show who it is`() async throws {
    let server = try RawServer { connection in
      connection.write("HTTP/1.1 400 Bad Request\r\n\r\n")
      connection.waitForEnd()
    }
    let address = try #require(HTTPAddress("https://localhost:\(server.port)/"))
    #expect(await localTransport().error(HTTPRequest(.get, address)) == .tls(.handshake))
  }

  @Test func `a server that never finishes its handshake is still being connected to`()
    async throws
  {
    let server = try RawServer { connection in connection.waitForEnd() }
    let address = try #require(HTTPAddress("https://localhost:\(server.port)/"))
    let limits = HTTPLimits(connectSeconds: 0.3, totalSeconds: 20)
    #expect(
      await localTransport().error(HTTPRequest(.get, address, limits: limits))
        == .timedOut(.connecting))
  }
}
