import HTTPTransport
import TestSupport
import Testing

/// Servers that say anything at all.
@Suite struct TransportRandomTests {
  private static let pieces = [
    "HTTP/1.1 200 OK\r\n", "HTTP/1.1 ", "HTTP/1.0 301 \r\n", "HTTP/2 200\r\n", "HTTP/1.1 100 C\r\n",
    "HTTP/1.1 99999 No\r\n", "200", "\r\n", "\r\n\r\n", "\n", "\r", "\n\n", "\u{0}", " folded\r\n",
    "Content-Length: 5\r\n", "Content-Length: 99999999999999999999\r\n", "Content-Length: 5, 5\r\n",
    "Transfer-Encoding: chunked\r\n", "Transfer-Encoding: gzip, chunked\r\n", "Location: /a\r\n",
    "Content-Encoding: gzip\r\n", "Content-Encoding: br\r\n", "Content-Encoding: zstd, br\r\n",
    "Connection: close\r\n", "Upgrade: h2c\r\n", "Set-Cookie: a=b\r\n", ": x\r\n", "x\r\n", "5\r\n",
    "0\r\n\r\n", "hello", "FFFFFFFFFFFFFFFFF\r\n", "\u{1F}\u{8B}\u{8}", "é", "HTTP/0.9",
    "Trailer: x\r\n", "Alt-Svc: h3=\":443\"\r\n", "Strict-Transport-Security: max-age=1\r\n",
  ]

  @Test func `whatever a server says, there is an answer within limits or an error`() async throws {
    var seed = Seed()
    let texts = (0..<300).map { _ in
      let start = Bool.random(using: &seed) ? Self.pieces[0] : ""
      return start
        + (0..<Int.random(in: 0...12, using: &seed)).map { _ in
          Self.pieces.randomElement(using: &seed) ?? ""
        }.joined()
    }
    let value = seed.value
    let server = try RawServer { connection in
      // The connection's requests name the text that they want.
      guard let head = connection.readHead(),
        let number = Int(head.split(separator: " ")[1].dropFirst())
      else { return }
      connection.write(texts[number])
      if number % 3 == 0 { connection.reset() }
    }
    let transport = localTransport()
    let limits = HTTPLimits(totalSeconds: 20, bodyBytesMax: 20, headerBytesMax: 300)
    await withTaskGroup(of: Void.self) { group in
      for number in texts.indices {
        group.addTask {
          guard let address = try? server.address("/\(number)") else { return }
          let method: HTTPRequest.Method = number % 5 == 0 ? .head : .get
          let outcome = await transport.outcome(
            HTTPRequest(method, address, limits: limits) { _ in number % 4 != 0 })
          switch outcome {
          case .success(let response):
            #expect((200...999).contains(response.head.status), "seed \(value)")
            #expect(response.body.count <= 20, "seed \(value)")
          case .failure(let error):
            if case .other = error { Issue.record("\(error), seed \(value)") }
            #expect(error != .cancelled, "seed \(value): \(texts[number].debugDescription)")
          }
        }
      }
    }
    #expect(
      await transport.error(HTTPRequest(.get, try server.address("/0"))) != .cancelled)
  }
}
