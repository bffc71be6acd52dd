import HTTPTransport
import Synchronization
import Testing

/// Many requests at once, cancelling and closing.
@Suite struct TransportConcurrencyTests {
  /// Lets the tests wait until a server has been asked.
  private final class Gate: Sendable {
    private let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() { (stream, continuation) = AsyncStream.makeStream() }
    func open() { continuation.yield() }
    func wait() async { for await _ in stream { return } }
  }

  @Test(arguments: [1, 7, 256])
  func `many requests at once each have their own answer`(connectionsMax: Int) async throws {
    let server = try RawServer { connection in
      while let head = connection.readHead() {
        let path = head.split(separator: " ")[1]
        connection.write("HTTP/1.1 200 OK\r\nContent-Length: \(path.utf8.count)\r\n\r\n\(path)")
      }
    }
    let transport = localTransport(connectionsMax: connectionsMax)
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 0..<200 {
        group.addTask {
          let address = try server.address("/\(number)")
          let body = try await transport.send(HTTPRequest(.get, address)).body
          return body == Array("/\(number)".utf8)
        }
      }
      for try await isRight in group { #expect(isRight) }
    }
    #expect(server.requestCount == 200 && server.connectionCount <= connectionsMax)
  }

  @Test func `a cancelled task ends its request`() async throws {
    let gate = Gate()
    let server = try RawServer { connection in
      _ = connection.readHead()
      gate.open()
      connection.waitForEnd()
      gate.open()
    }
    let transport = localTransport()
    let address = try server.address()
    let task = Task { await transport.error(HTTPRequest(.get, address)) }
    await gate.wait()
    task.cancel()
    #expect(await task.value == .cancelled)
  }

  @Test func `a task cancelled before it asks does not ask`() async throws {
    let server = try RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
    let transport = localTransport()
    let address = try server.address()
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return await transport.error(HTTPRequest(.get, address))
    }
    #expect(await task.value == .cancelled)
    #expect(server.requestCount == 0)
  }

  @Test func `requests that wait their turn can be cancelled`() async throws {
    let gate = Gate()
    let server = try RawServer { connection in
      _ = connection.readHead()
      gate.open()
      connection.waitForEnd()
    }
    let transport = localTransport(connectionsMax: 1)
    let address = try server.address()
    let first = Task { await transport.error(HTTPRequest(.get, address)) }
    await gate.wait()
    let second = Task { await transport.error(HTTPRequest(.get, address)) }
    second.cancel()
    #expect(await second.value == .cancelled)
    first.cancel()
    #expect(await first.value == .cancelled)
  }

  @Test func `cancelling at any moment ends a request once`() async throws {
    let server = try RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
    let transport = localTransport()
    let address = try server.address()
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<300 {
        group.addTask {
          let task = Task { await transport.outcome(HTTPRequest(.get, address)) }
          for _ in 0..<(number % 20) { await Task.yield() }
          task.cancel()
          switch await task.value {
          case .success(let response): #expect(response.body.count == 2)
          case .failure(let error): #expect(error == .cancelled)
          }
        }
      }
    }
    #expect(await transport.error(HTTPRequest(.get, address)) == nil)
  }

  @Test func `closing cancels what is under way and what comes later`() async throws {
    let gate = Gate()
    let server = try RawServer { connection in
      _ = connection.readHead()
      gate.open()
      connection.waitForEnd()
    }
    let transport = localTransport()
    let address = try server.address()
    let task = Task { await transport.error(HTTPRequest(.get, address)) }
    await gate.wait()
    transport.close()
    transport.close()
    #expect(await task.value == .cancelled)
    #expect(await transport.error(HTTPRequest(.get, address)) == .cancelled)
  }

  @Test func `a transport that nobody holds closes its connections`() async throws {
    let gate = Gate()
    let server = try RawServer { connection in
      _ = connection.readHead()
      connection.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
      connection.waitForEnd()
      gate.open()
    }
    _ = try await localTransport().send(HTTPRequest(.get, try server.address()))
    await gate.wait()
  }
}
