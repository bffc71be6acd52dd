import HTTPTransport
import Synchronization
import Testing

/// What comes back from servers that answer.
@Suite struct TransportAnswersTests {
  @Test func `an ordinary answer comes back whole`() async throws {
    let server = try RawServer { connection in
      let head = connection.readHead() ?? ""
      let body = head.contains("\r\nX-Own: yes\r\n") ? head : "no field"
      connection.write(
        "HTTP/1.1 200 OK\r\nContent-Type: Text/HTML; charset=\"UTF-8\"\r\nSet-Cookie: a=1\r\n"
          + "set-cookie: b=2\r\nContent-Length: \(body.utf8.count)\r\n\r\n" + body)
    }
    let response = try await localTransport().send(
      HTTPRequest(.get, try server.address("/a?b#c"), headers: [HTTPHeader("X-Own", "yes")]))
    #expect(response.head.status == 200)
    #expect(response.head.mediaType == "text/html" && response.head.charset == "UTF-8")
    #expect(response.head.all("Set-Cookie") == ["a=1", "b=2"])
    #expect(!response.isCut && response.version == "1.1" && response.peer == "127.0.0.1")
    #expect(response.tls == nil)
    let seen = String(decoding: response.body, as: UTF8.self)
    #expect(seen.hasPrefix("GET /a?b HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\n"))
    #expect(seen.contains("User-Agent: canfod-test\r\n") && seen.contains("Accept-Encoding: "))
  }

  @Test func `a HEAD has a head and no body`() async throws {
    let server = try RawServer { connection in
      while let head = connection.readHead() {
        connection.write(
          "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-Method: \(head.prefix(4))\r\n\r\n")
        if head.hasPrefix("GET") { connection.write("hello") }
      }
    }
    let transport = localTransport()
    for method in [HTTPRequest.Method.head, .get, .head, .get] {
      let response = try await transport.send(HTTPRequest(method, try server.address()))
      #expect(response.body.count == (method == .head ? 0 : 5) && !response.isCut)
      #expect(response.head["x-method"] == String(method.rawValue.prefix(4)).filter { $0 != " " })
    }
    #expect(server.connectionCount == 1)
  }

  @Test func `a redirect is an answer like any other`() async throws {
    let server = try RawServer.answering(
      "HTTP/1.1 301 Moved\r\nLocation: /there\r\nContent-Length: 0\r\n\r\n")
    let response = try await localTransport().send(HTTPRequest(.get, try server.address()))
    #expect(response.head.status == 301 && response.head["location"] == "/there")
    #expect(server.requestCount == 1)
  }

  @Test func `only the final head counts`() async throws {
    let server = try RawServer.answering(
      "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n"
        + "HTTP/1.1 404 Not Found\r\nX-A: b\r\nContent-Length: 2\r\n\r\nno")
    let response = try await localTransport().send(HTTPRequest(.get, try server.address()))
    #expect(response.head.status == 404 && response.head["link"] == nil)
    #expect(response.head["X-A"] == "b" && response.body == Array("no".utf8))
  }

  @Test func `odd heads are read as far as they can be`() async throws {
    let server = try RawServer { connection in
      _ = connection.readHead()
      connection.write("HTTP/1.1 999 Request denied\r\nX-Folded: a\r\n  b\r\nX-Latin: ")
      connection.write([0xE9])
      connection.write("\r\nX-UTF8: ŵ\r\nX-Empty:\r\nContent-Length: 0\r\n\r\n")
    }
    let response = try await localTransport().send(HTTPRequest(.get, try server.address()))
    #expect(response.head.status == 999)
    #expect(response.head["X-Folded"] == "a b" && response.head["X-Latin"] == "é")
    #expect(response.head["X-UTF8"] == "ŵ" && response.head["X-Empty"] == "")
  }

  @Test func `a body without a length ends with its connection`() async throws {
    let server = try RawServer { connection in
      _ = connection.readHead()
      connection.write("HTTP/1.0 200 OK\r\n\r\nhello")
    }
    let response = try await localTransport().send(HTTPRequest(.get, try server.address()))
    #expect(response.body == Array("hello".utf8) && response.version == "1.0")
  }

  @Test func `a chunked body is put together and its trailers are passed over`() async throws {
    let server = try RawServer.answering(
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\nX-T: y\r\n\r\n"
    )
    let transport = localTransport()
    for _ in 0..<2 {
      let response = try await transport.send(HTTPRequest(.get, try server.address()))
      #expect(response.body == Array("abcde".utf8) && response.head["X-T"] == nil)
    }
    #expect(server.connectionCount == 1)
  }

  @Test(arguments: [(999, true), (1_000, false), (1_001, false), (0, true)])
  func `a body is cut where it passes its limit`(bytesMax: Int, isCut: Bool) async throws {
    let server = try RawServer.answering(
      "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + String(repeating: "a", count: 1_000))
    let response = try await localTransport().send(
      HTTPRequest(.get, try server.address(), limits: HTTPLimits(bodyBytesMax: bytesMax)))
    #expect(response.isCut == isCut && response.body.count == min(bytesMax, 1_000))
  }

  @Test func `an endless body is cut`() async throws {
    let server = try RawServer { connection in
      _ = connection.readHead()
      connection.write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
      let piece = [UInt8](repeating: 0x61, count: 10_000)
      while connection.write(piece) {}
    }
    let response = try await localTransport().send(
      HTTPRequest(.get, try server.address(), limits: HTTPLimits(bodyBytesMax: 123_456)))
    #expect(response.isCut && response.body.count == 123_456)
  }

  @Test func `a gzip bomb is cut at the limit`() async throws {
    let bomb = try gzipped(zeros: 50_000_000)
    #expect(bomb.count < 100_000)
    let server = try RawServer { connection in
      _ = connection.readHead()
      connection.write(
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(bomb.count)\r\n\r\n")
      connection.write(bomb)
    }
    let response = try await localTransport().send(
      HTTPRequest(.get, try server.address(), limits: HTTPLimits(bodyBytesMax: 70_000)))
    #expect(response.isCut && response.body == [UInt8](repeating: 0, count: 70_000))
  }

  @Test func `whether the body is wanted is asked once and ends the transfer well`() async throws {
    let server = try RawServer { connection in
      _ = connection.readHead()
      connection.write(
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n"
          + "Content-Length: 1000000000\r\n\r\nabc")
      connection.waitForEnd()
    }
    let asked = Mutex<[HTTPHead]>([])
    let transport = localTransport()
    let request = HTTPRequest(.get, try server.address()) { head in
      asked.withLock { $0.append(head) }
      return false
    }
    let response = try await transport.send(request)
    #expect(response.isCut && response.body.isEmpty && response.head.status == 200)
    #expect(asked.withLock { $0 } == [response.head])
  }

  @Test func `a short body that is not wanted leaves its connection open`() async throws {
    let server = try RawServer.answering(
      "HTTP/1.1 301 Moved\r\nLocation: /a\r\nContent-Length: 5\r\n\r\nmoved")
    let transport = localTransport()
    for _ in 0..<3 {
      let response = try await transport.send(
        HTTPRequest(.get, try server.address()) { $0.status == 200 })
      #expect(response.isCut && response.body.isEmpty && response.head.status == 301)
    }
    #expect(server.connectionCount == 1)
  }

  @Test func `a body that is not wanted is no error when it is broken`() async throws {
    let server = try RawServer { connection in
      _ = connection.readHead()
      connection.write("HTTP/1.1 302 Found\r\nLocation: /a\r\nContent-Length: 9\r\n\r\n")
      connection.reset()
    }
    let request = HTTPRequest(.get, try server.address()) { _ in false }
    #expect(try await localTransport().send(request).head["location"] == "/a")
  }

  @Test func `connections are used again`() async throws {
    let server = try RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
    let transport = localTransport()
    for _ in 0..<20 { _ = try await transport.send(HTTPRequest(.get, try server.address())) }
    #expect(server.connectionCount == 1 && server.requestCount == 20)
  }

  @Test func `a connection that died while idle is replaced without a word`() async throws {
    let server = try RawServer { connection in
      _ = connection.readHead()
      connection.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
    }
    let transport = localTransport()
    for _ in 0..<5 { _ = try await transport.send(HTTPRequest(.get, try server.address())) }
    #expect(server.requestCount == 5)
  }

  @Test func `a name leads to the addresses that were judged`() async throws {
    let server = try RawServer { connection in
      let head = connection.readHead() ?? ""
      connection.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + head)
    }
    let transport = localTransport(
      resolver: FixedNameResolver(
        ["tŷ.cymru", "xn--t-foa.cymru"].reduce(into: [:]) {
          $0[$1] = [.v4(0x7F00_0001)]
        }, else: NoNames()))
    let address = try #require(HTTPAddress("http://tŷ.cymru:\(server.port)/"))
    let response = try await transport.send(HTTPRequest(.get, address))
    #expect(String(decoding: response.body, as: UTF8.self).contains("Host: xn--t-foa.cymru:"))
    #expect(response.peer == "127.0.0.1")
  }

  @Test func `a proxy is asked for names that nobody looks up here`() async throws {
    let proxy = try RawServer { connection in
      let head = connection.readHead() ?? ""
      connection.write("HTTP/1.1 200 OK\r\n\r\n" + head)
    }
    let transport = HTTPTransport(
      HTTPTransport.Configuration(
        userAgent: "canfod-test", proxy: "http://127.0.0.1:\(proxy.port)"), resolver: NoNames())
    let address = try #require(HTTPAddress("http://far.example/a"))
    let body = try await transport.send(HTTPRequest(.get, address)).body
    #expect(String(decoding: body, as: UTF8.self).hasPrefix("GET http://far.example/a HTTP/1.1"))
    let near = try #require(HTTPAddress("http://10.0.0.1/"))
    #expect(
      await transport.error(HTTPRequest(.get, near))
        == .refusedAddress(host: "10.0.0.1", address: "10.0.0.1"))
  }

  @Test func `a field that would become two is not sent`() async throws {
    let server = try RawServer { connection in
      let head = connection.readHead() ?? ""
      connection.write("HTTP/1.1 200 OK\r\n\r\n" + head)
    }
    let request = HTTPRequest(
      .get, try server.address(),
      headers: [HTTPHeader("X-A", "b\r\nX-Evil: c"), HTTPHeader("Accept", "text/html")])
    let body = String(decoding: try await localTransport().send(request).body, as: UTF8.self)
    #expect(!body.contains("Evil") && body.contains("\r\nAccept: text/html\r\n"))
    #expect(!body.contains("*/*"))
  }
}
