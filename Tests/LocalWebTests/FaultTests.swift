import Foundation
import LocalWeb
import NIOCore
import NIOPosix
import Testing

/// What a raw socket sees of the faults.
@Suite struct FaultTests {
  @Test func `an ordinary page is answered in full`() async throws {
    let seen = try await ask("ordinary-page")
    #expect(seen.hasPrefix("HTTP/1.1 200 "))
    #expect(seen.contains("<title>"))
  }

  @Test func `a server without HTTP answers without HTTP`() async throws {
    #expect(try await ask("garbage") == "SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n")
  }

  @Test func `a silent close brings not a byte`() async throws {
    #expect(try await ask("close").isEmpty)
  }

  @Test func `HEAD is answered otherwise than GET`() async throws {
    #expect(try await ask("head-405", method: "HEAD").hasPrefix("HTTP/1.1 405 "))
    #expect(try await ask("head-405").hasPrefix("HTTP/1.1 200 "))
  }

  @Test func `a page is there on the first day and not found on the third`() async throws {
    #expect(try await ask("not-found-later").hasPrefix("HTTP/1.1 200 "))
    #expect(try await ask("not-found-later", day: 3).hasPrefix("HTTP/1.1 404 "))
  }

  @Test func `nobody listens where a connection is to be refused`() async throws {
    await #expect(throws: (any Error).self) { try await ask("refused") }
  }

  @Test func `a farm has as many links as it is told to have`() async throws {
    let web = try await LocalWeb.farm(hosts: 3, linksPerHost: 10)
    #expect(web.scenarios.count == 30)
    #expect(Set(web.scenarios.map(\.url)).count == 30)
    let link = try #require(web.scenarios.last)
    #expect(try await raw(link.url, "GET").hasPrefix("HTTP/1.1 200 "))
    #expect(web.measures.map(\.requests) == [1])
    try await web.stop()
  }

  /// All that the scenario's server sends for one request.
  private func ask(_ name: String, method: String = "GET", day: Int = 0) async throws -> String {
    let web = try await LocalWeb.start()
    web.beginRun(day: day)
    let answer: Result<String, any Error>
    do {
      let link = try #require(web.scenarios.first { $0.name == name })
      answer = .success(try await raw(try #require(link.plainURL), method))
    } catch { answer = .failure(error) }
    try await web.stop()
    return try answer.get()
  }

  private func raw(_ url: String, _ method: String) async throws -> String {
    let parts = url.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true)
    let host = parts[1].split(separator: ":")
    let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .connect(host: String(host[0]), port: try #require(Int(host[1]))) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
      }
    return try await channel.executeThenClose { inbound, outbound in
      let request = "\(method) /\(parts[2]) HTTP/1.1\r\nHost: \(parts[1])\r\n\r\n"
      try await outbound.write(ByteBuffer(string: request))
      var seen = ByteBuffer()
      for try await piece in inbound {
        seen.writeImmutableBuffer(piece)
        if isComplete(String(buffer: seen), method) { break }
      }
      return String(buffer: seen)
    }
  }

  /// Whether all of an answer of known length is there.
  private func isComplete(_ text: String, _ method: String) -> Bool {
    guard let end = text.range(of: "\r\n\r\n") else { return false }
    guard method != "HEAD", let length = text.firstMatch(of: /Content-Length: (\d+)/) else {
      return true
    }
    return text[end.upperBound...].utf8.count >= Int(length.1) ?? 0
  }
}
