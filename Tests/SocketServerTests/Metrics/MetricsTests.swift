import SocketServer
import Testing

/// The metrics port of a real server.
struct MetricsTests {
  private static let shared = Result { try SmallCatalogue() }
  private var index: String { get throws { try Self.shared.get().index } }

  /// Sends `request` to the metrics port and gives all that comes back.
  private static func ask(_ server: TestServer, _ request: String) async throws -> String {
    let place: ListeningPlace = try #require(Self.place(server))
    return try await server.connect(to: place) { client in
      try await client.send(request)
      return try await client.rest()
    }
  }

  private static func place(_ server: TestServer) -> ListeningPlace? {
    server.places.first { if case .metrics = $0 { true } else { false } }
  }

  private static func get(_ server: TestServer, _ path: String) async throws -> String {
    try await ask(server, "GET \(path) HTTP/1.1\r\nHost: localhost\r\n\r\n")
  }

  @Test func `there is no metrics port unless it is asked for`() async throws {
    let places = try await TestServer.run(index) { $0.places }
    #expect(places.count == 1)
  }

  @Test func `GET metrics tells what was done, and nothing of what was asked`() async throws {
    let text = try await TestServer.run(index, { $0.metricsPort = 0 }) { server in
      _ = try await server.exchange("SEARCH gwella\nCOUNT gwella\nGWELLA x\nFOO gwella\n")
      // Alone: then its latency is not measured.
      _ = try await server.exchange("PING\n")
      return try await Self.get(server, "/metrics")
    }
    #expect(text.hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(text.contains("Content-Type: text/plain; version=0.0.4; charset=utf-8\r\n"))
    for line in [
      "# TYPE canfod_requests_total counter", "canfod_requests_total{verb=\"SEARCH\"} 1",
      "canfod_requests_total{verb=\"PING\"} 1", "canfod_requests_refused_total 2",
      "canfod_connections_total 2", "canfod_index_documents 5", "canfod_ready 1",
      "canfod_build_info{version=\"0.0-test\"} 1", "canfod_index_failing 0",
      "canfod_request_duration_seconds_count 2",
      "canfod_request_duration_seconds_bucket{le=\"+Inf\"} 2",
    ] {
      #expect(text.contains("\n\(line)\n"), "\(line)")
    }
    #expect(!text.lowercased().contains("gwella") && !text.contains("127.0.0.1"))
  }

  @Test func `every metric has its help and its type, and every line a number`() async throws {
    let text = try await TestServer.run(index, { $0.metricsPort = 0 }) { server in
      _ = try await server.exchange("SEARCH gwella\n")
      return try await Self.get(server, "/metrics")
    }
    let body = try #require(text.split(separator: "\r\n\r\n").last)
    var types: [Substring: Substring] = [:]
    var helped: Set<Substring> = []
    for line in body.split(separator: "\n") {
      let words = line.split(separator: " ")
      if line.hasPrefix("# HELP ") {
        #expect(helped.insert(words[2]).inserted && words.count > 3)
      } else if line.hasPrefix("# TYPE ") {
        types[words[2]] = words[3]
      } else {
        let sample = try #require(
          line.wholeMatch(of: /(canfod_[a-z_]+?)(_bucket|_sum|_count)?(\{.*\})? [0-9.e-]+/))
        let name = types[sample.1] == nil ? sample.1 + (sample.2 ?? "") : sample.1
        #expect(types[Substring(name)] != nil && helped.contains(Substring(name)), "\(line)")
      }
    }
    #expect(types.count == helped.count && types.count > 10)
    let buckets = body.matches(of: /_bucket\{le="[^"]+"\} (\d+)/).compactMap { Int($0.1) }
    #expect(buckets == buckets.sorted() && buckets.last == 1)
  }

  @Test(arguments: [
    ("GET /live", 200), ("GET /ready", 200), ("GET /ready?now=1", 200), ("GET /", 404),
    ("GET /metrics/", 404), ("POST /metrics", 404), ("HEAD /live", 404), ("GET /../etc", 404),
  ])
  func `three places are known and all others are not`(request: String, status: Int) async throws {
    let text = try await TestServer.run(index, { $0.metricsPort = 0 }) { server in
      try await Self.ask(server, "\(request) HTTP/1.1\r\nHost: x\r\n\r\n")
    }
    #expect(text.hasPrefix("HTTP/1.1 \(status) "), "\(text)")
  }

  @Test func `what is no request, or too long for one, is refused and the server lives on`()
    async throws
  {
    try await TestServer.run(index, { $0.metricsPort = 0 }) { server in
      let odd = try await Self.ask(server, "SEARCH gwella\r\n\r\n")
      #expect(odd.hasPrefix("HTTP/1.1 400 "))
      let filler = String(repeating: "x", count: 9_000)
      let long = try await Self.ask(server, "GET /live HTTP/1.1\r\nX: \(filler)")
      #expect(long.hasPrefix("HTTP/1.1 431 "))
      #expect(try await Self.get(server, "/live").hasPrefix("HTTP/1.1 200 "))
    }
  }

  @Test(.timeLimit(.minutes(10)))
  func `a stopping server is not ready, takes nobody, and still answers what it received`()
    async throws
  {
    let asked = 50_000
    let answered = try await TestServer.run(index, { $0.metricsPort = 0 }) { server in
      try await server.connect { client in
        try await client.send(String(repeating: "GET gwella-resources-cy\n", count: asked))
        // The first line is here, and what is not read holds the stop up.
        var lines = try await client.line() == nil ? 0 : 1
        #expect(try await Self.get(server, "/ready").hasPrefix("HTTP/1.1 200 "))
        await server.stop()
        var ready = ""
        while !ready.hasPrefix("HTTP/1.1 503 ") { ready = try await Self.get(server, "/ready") }
        #expect(try await Self.get(server, "/live").hasPrefix("HTTP/1.1 200 "))
        // Either there is no listener any more, or who came just before its end is closed.
        let late = try? await server.exchange("PING\n")
        #expect(late ?? "" == "")
        var last: String?
        while let line = try await client.line() {
          lines += 1
          last = line
        }
        #expect(last?.hasPrefix("{\"ok\":true") ?? false)
        return lines
      }
    }
    #expect(answered > 2 && answered.isMultiple(of: 2))
  }

  @Test func `a metrics port that is taken is told`() async throws {
    try await TestServer.run(index, { $0.metricsPort = 0 }) { server in
      let place: ListeningPlace = try #require(Self.place(server))
      guard case .metrics(_, let port) = place else { return }
      await #expect(
        throws: ServerError.cannotListen(
          place: "127.0.0.1:\(port)", flag: .metricsPort, fault: .taken)
      ) {
        try await TestServer.run(try index, { $0.metricsPort = port }) { _ in }
      }
    }
  }
}
