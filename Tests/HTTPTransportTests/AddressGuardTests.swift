@testable import HTTPTransport
import Testing

/// What the guard refuses before anything is connected to.
@Suite struct AddressGuardTests {
  static let strict = HTTPTransport.Configuration(userAgent: "canfod-test")

  @Test(arguments: [
    ["10.0.0.1"], ["::ffff:127.0.0.1"], ["93.184.216.34", "192.168.1.1"],
    ["2606:2800:220:1::1", "fe80::1"], ["169.254.169.254"],
  ])
  func `a name that leads to any private address is refused`(texts: [String]) async throws {
    let addresses = texts.compactMap { IPAddress($0) }
    let transport = HTTPTransport(
      Self.strict, resolver: FixedNameResolver(["rebind.example": addresses], else: NoNames()))
    let address = try #require(HTTPAddress("http://rebind.example/"))
    let last = try #require(addresses.last).description
    #expect(
      await transport.error(HTTPRequest(.get, address))
        == .refusedAddress(host: "rebind.example", address: last))
  }

  @Test(arguments: [
    ("http://127.0.0.1/", "127.0.0.1"), ("http://2130706433/", "127.0.0.1"),
    ("http://[::1]/", "::1"), ("http://[::ffff:127.0.0.1]/", "::ffff:127.0.0.1"),
    ("http://0/", "0.0.0.0"), ("http://169.254.169.254/latest/meta-data/", "169.254.169.254"),
  ])
  func `a private address written out is refused`(text: String, ip: String) async throws {
    let address = try #require(HTTPAddress(text))
    let transport = HTTPTransport(Self.strict, resolver: NoNames())
    #expect(
      await transport.error(HTTPRequest(.get, address))
        == .refusedAddress(host: address.host, address: ip))
  }

  @Test func `other ports are refused before the name is looked up`() async throws {
    let transport = HTTPTransport(Self.strict, resolver: NoNames())
    let address = try #require(HTTPAddress("http://nowhere.example:22/"))
    #expect(await transport.error(HTTPRequest(.get, address)) == .refusedPort(22))
  }

  @Test func `a loopback server hears nothing where private addresses are refused`() async throws {
    let server = try RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
    let transport = HTTPTransport(Self.strict, resolver: NoNames())
    let error = await transport.error(HTTPRequest(.get, try server.address()))
    #expect(error == .refusedPort(server.port))
    #expect(server.connectionCount == 0)
  }

  @Test(arguments: ["127.0.0.1", "::1", "::ffff:127.0.0.1", "fd00:ec2::254"])
  func `a socket is judged again where an address slipped through`(ip: String) async throws {
    let server = try RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
    let address = try #require(HTTPAddress("http://slipped.example:\(server.port)/"))
    let judged = try #require(IPAddress(ip))
    let loop = TransferLoop(Self.strict)
    let result = await withCheckedContinuation { waiter in
      loop.take(
        TransferOrder(
          ticket: TransferOrder.Ticket(), request: HTTPRequest(.get, address),
          addresses: [judged], seconds: 10, waiter: waiter))
    }
    loop.close()
    #expect(
      result == .failure(.refusedAddress(host: "slipped.example", address: ip)))
    #expect(server.connectionCount == 0)
  }

  @Test func `a name without addresses is not found`() {
    #expect(throws: HTTPError.nameNotFound(host: "a.example")) {
      try AddressGuard().check([], of: "a.example")
    }
  }

  @Test(arguments: ["169.254.169.254", "::ffff:169.254.0.1", "fe80::1", "fd00:ec2::254"])
  func `link-local addresses are refused even where private ones are allowed`(
    text: String
  ) throws {
    let address = try #require(IPAddress(text))
    #expect(!AddressGuard(allowsPrivate: true).allows(address))
    #expect(AddressGuard(allowsPrivate: true).allows(try #require(IPAddress("10.0.0.1"))))
    #expect(AddressGuard(allowsPrivate: true).allows(try #require(IPAddress("fd00::1"))))
  }

  @Test func `ports that browsers refuse are refused even where others are allowed`() {
    let inside = AddressGuard(allowsPrivate: true)
    #expect(throws: HTTPError.refusedPort(22)) { try inside.check(port: 22) }
    #expect(throws: Never.self) { try inside.check(port: 8_080) }
  }
}
