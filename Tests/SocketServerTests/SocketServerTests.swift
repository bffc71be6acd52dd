import Catalogue
import Records
import ServiceLifecycle
import SocketServer
import Storage
import TestSupport
import Testing

/// The server on real sockets.
struct SocketServerTests {
  /// One index for the tests that only read.
  private static let shared = Result { try SmallCatalogue() }
  private var index: String { get throws { try Self.shared.get().index } }

  private static func ids(_ text: some StringProtocol) -> [String] {
    String(text).split(separator: "\n").compactMap { line -> String? in
      guard line.hasPrefix("{\"hit\":") else { return nil }
      return line.firstMatch(of: /"id":"([^"]+)"/).map { String($0.1) }
    }
  }

  // MARK: Answers

  @Test(arguments: [
    "SEARCH what exists in Welsh for under-12s", "SEARCH language:cy age:under-12",
    "SEARCH beth sydd ar gael yn Gymraeg i blant dan 12", "search language=cy age=under-12",
    "SEARCH q=\"what exists in Welsh for under-12s\"",
  ])
  func `a question is answered with the resources that the service finds`(line: String) async throws
  {
    var request = SearchRequest("language:cy age:under-12")
    request.wording = .english
    let expected = try Catalogue(index: index).search(request).hits.map(\.resource.id.slug)
    let text = try await TestServer.run(index) { server in
      try await server.exchange(line + "\r\nQUIT\r\n")
    }
    #expect(Self.ids(text) == expected)
    #expect(expected.first == "childline-keep-safe-under12-cy")
    #expect(text.hasSuffix("{\"ok\":true,\"bye\":true}\n"))
    #expect(text.contains("{\"ok\":true,\"total\":\(expected.count),"))
  }

  @Test func `every verb's example is answered with data lines and one end line`() async throws {
    let change: (inout ServerConfiguration) -> Void = {
      $0.password = Password(firstLineOf: "a long password")
    }
    try await TestServer.run(index, change) { server in
      for command in Commands.table where command.verb != "PING" {
        let text = try await server.exchange(
          "AUTH \"a long password\"\n@t " + command.example + "\n")
        let lines = text.split(separator: "\n").dropFirst()
        let ends = lines.filter { $0.hasPrefix("{\"ok\":") }
        #expect(ends.count == 1 && ends.first == lines.last, "\(command.verb): \(text)")
        #expect(lines.allSatisfy { $0.hasSuffix(",\"tag\":\"t\"}") }, "\(command.verb)")
        #expect(ends.first?.hasPrefix("{\"ok\":true") ?? false, "\(command.verb): \(text)")
      }
    }
  }

  @Test func `PING alone is answered in one plain line, and with a tag in JSON`() async throws {
    let text = try await TestServer.run(index) { server in
      try await server.exchange("PING\r\n@a PING\r\n")
    }
    #expect(text == "+PONG\r\n{\"ok\":true,\"pong\":true,\"tag\":\"a\"}\n")
  }

  @Test(arguments: [
    ("SERCH x", "EVERB"), ("SUGEST x", "EVERB"), ("SEARCH", "EARGS"), ("SEARCH  ", "EARGS"),
    ("SEARCH \"a", "ESYNTAX"), ("SEARCH (a", "ESYNTAX"), ("SEARCH titel:a", "EFIELD"),
    ("SEARCH a language=xx", "EFIELD"), ("SEARCH a langauge=cy", "EOPTION"),
    ("FT.AGGREGATE catalogue * APPLY 1 AS one", "EOPTION"),
    ("SEARCH a LIMIT 0 1001", "ELIMIT"), ("SEARCH a LIMIT 9999 1000", "ELIMIT"),
    ("SEARCH a timeout=10001", "ELIMIT"),
    ("SEARCH a timeout=0", "EARGS"), ("GET no-such-id", "ENOTFOUND"),
    ("EXPLAIN language:cy id=no-such-id", "ENOTFOUND"), ("HELLO 2", "EARGS"),
    ("HELP SERCH", "EVERB"), ("STATUS weather", "EARGS"), ("COVERAGE by=colour", "EFIELD"),
  ])
  func `what cannot be answered gets its code, and the connection lives on`(
    line: String, code: String
  ) async throws {
    let text = try await TestServer.run(index) { server in
      try await server.exchange(line + "\nPING\n")
    }
    #expect(text.hasPrefix("{\"ok\":false,\"code\":\"\(code)\""), "\(text)")
    #expect(text.hasSuffix("}\n+PONG\r\n"))
  }

  @Test func `messages and help are in the language that a request or the server asks for`()
    async throws
  {
    let texts = try await TestServer.run(index, { $0.language = .welsh }) { server in
      [
        try await server.exchange("GET no-such-id\n"),
        try await server.exchange("GET no-such-id lang=en\n"),
        try await server.exchange("HELP QUIT\n"), try await server.exchange("HELP QUIT lang=en\n"),
      ]
    }
    #expect(texts[0] != texts[1] && texts[1].contains("there is no resource"))
    #expect(texts[2].contains("Enghraifft") && texts[3].contains("Example"))
  }

  @Test func `records are given by their ids, and those that are missing are named`() async throws {
    let text = try await TestServer.run(index) { server in
      try await server.exchange("GET gwella-resources-cy nothing gwella-resources-en\n")
    }
    let lines = text.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[0].hasPrefix("{\"doc\":\"gwella-resources-cy\",\"fields\":{\"title\":"))
    #expect(lines[1] == "{\"missing\":\"nothing\"}")
    #expect(lines[3].hasPrefix("{\"ok\":true,\"found\":2,\"missing\":1,"))
  }

  @Test func `return= sends only the members that were asked for`() async throws {
    let text = try await TestServer.run(index) { server in
      try await server.exchange("SEARCH language=cy return=language LIMIT 0 1\n")
    }
    #expect(text.contains("\"fields\":{\"language\":[\"cy\"]}"))
  }

  @Test func `every member that a record has can be asked for`() async throws {
    let text = try await TestServer.run(index) { server in
      try await server.exchange("GET " + SmallCatalogue.ids.joined(separator: " ") + "\n")
    }
    let names = text.matches(of: /[{,]"([a-z_]+)":/).map { String($0.1) }
    let others = [
      "doc", "fields", "en", "cy", "versions", "id", "ok", "found", "missing", "generation",
    ]
    for name in Set(names).subtracting(others) {
      #expect(AnswerJSON.memberNames.contains(name))
    }
  }

  @Test func `EXPLAIN with an id tells that resource's score`() async throws {
    let texts = try await TestServer.run(index) { server in
      [
        try await server.exchange("EXPLAIN gwella\n"),
        try await server.exchange("EXPLAIN gwella id=gwella-resources-en\n"),
      ]
    }
    #expect(texts[0].hasPrefix("{\"line\":"))
    #expect(texts[1].split(separator: "\n").count > texts[0].split(separator: "\n").count)
  }

  @Test func `STATUS counts what was asked and tells the limits`() async throws {
    let lines = try await TestServer.run(index) { server in
      try await server.connect { client in
        _ = try await client.ask("COUNT gwella")
        _ = try await client.ask("COUNT gwella")
        _ = try await client.ask("NONSENSE")
        return try await client.ask("STATUS")
      }
    }
    let line = try #require(lines.first)
    #expect(line.contains("\"requests\":{\"COUNT\":2}") && line.contains("\"refused\":1"))
    #expect(line.contains("\"docs\":5") && line.contains("\"connections\":1"))
    #expect(line.contains("\"limits\":{\"max_line\":65536,"))
  }

  @Test func `numbers too small are told the range that they may have`() throws {
    let catalogue = try Catalogue(index: index)
    let changes: [(option: String, range: String, set: (inout SearchRequest) -> Void)] = [
      ("limit", "0–1000", { $0.limit = -1 }), ("offset", "0–10000", { $0.offset = -1 }),
      ("timeout", "1–10000", { $0.timeoutMilliseconds = 0 }),
    ]
    for (option, range, set) in changes {
      var request = SearchRequest("a")
      set(&request)
      let found = option == "timeout" ? "0" : "-1"
      #expect(
        throws: CatalogueError.badValue(option: option, found: found, expected: range)
      ) { try catalogue.search(request) }
    }
  }

  // MARK: Connections

  @Test func `a thousand requests sent at once are answered in order`() async throws {
    let text = try await TestServer.run(index) { server in
      try await server.exchange((0..<1_000).map { "@r\($0) COUNT gwella\n" }.joined())
    }
    let tags = text.matches(of: /"tag":"r(\d+)"/).compactMap { Int($0.1) }
    #expect(tags == Array(0..<1_000))
  }

  @Test func `after the client has closed its half everything is answered, an unended line too`()
    async throws
  {
    let text = try await TestServer.run(index) { server in
      try await server.exchange("COUNT gwella\nPING\n@last COUNT gwella")
    }
    let lines = text.split { $0.isNewline }
    #expect(lines.count == 3)
    #expect(lines.last?.hasSuffix("\"tag\":\"last\"}") ?? false)
  }

  @Test func `a line too long or no text is refused and the connection lives on`() async throws {
    let text = try await TestServer.run(index) { server in
      try await server.exchange(
        "SEARCH " + String(repeating: "x", count: 200_000) + "\nSEARCH a\u{0}b\nPING\n")
    }
    let lines = text.split { $0.isNewline }
    #expect(lines.count == 3)
    #expect(lines[0].contains("ELIMIT") && lines[1].contains("EUTF8") && lines[2] == "+PONG")
  }

  @Test func `a web page is told that this is no web server`() async throws {
    let text = try await TestServer.run(index) { server in
      try await server.exchange(
        "POST / HTTP/1.1\r\nHost: localhost:7411\r\n\r\nSEARCH a\r\n")
    }
    #expect(text.contains("EHTTP") && text.filter { $0 == "\n" }.count == 1)
  }

  @Test func `a connection too many is told so, and there is room again when one has left`()
    async throws
  {
    try await TestServer.run(index, { $0.limits.connectionsMax = 1 }) { server in
      try await server.connect { client in
        #expect(try await client.ask("FIELDS").last?.hasPrefix("{\"ok\":true") ?? false)
        let refused = try await server.connect { try await $0.rest() }
        #expect(refused.contains("EBUSY"))
        #expect(try await client.ask("FIELDS").last?.hasPrefix("{\"ok\":true") ?? false)
        client.finish()
        _ = try await client.rest()
      }
      // The server has closed its end before we saw it, and forgets it on the same event loop.
      var text = ""
      for _ in 0..<1_000 where !text.contains("PONG") { text = try await server.exchange("PING\n") }
      #expect(text == "+PONG\r\n")
    }
  }

  @Test func `one address may have so many connections where the server is public`() async throws {
    let change: (inout ServerConfiguration) -> Void = { configuration in
      configuration.insecurePublic = true
      configuration.limits.connectionsPerAddressMax = 1
    }
    try await TestServer.run(index, change) { server in
      try await server.connect { client in
        _ = try await client.ask("FIELDS")
        #expect(try await server.connect { try await $0.rest() }.contains("EBUSY"))
      }
    }
  }

  @Test func `a Unix socket is served as well, and is gone afterwards`() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path("s")
    let text = try await TestServer.run(index, { $0.unixPath = path }) { server in
      #expect(server.places.count == 2)
      return try await server.connect(to: .unix(path: path)) { client in
        try await client.send("PING\n")
        client.finish()
        return try await client.rest()
      }
    }
    #expect(text == "+PONG\r\n")
    #expect(try DiskFileSystem().entry(at: path) == nil)
  }

  @Test func `a Unix socket that is answered is left alone, also when its own server has stopped`()
    async throws
  {
    let folder = try TemporaryFolder()
    let path = folder.path("s")
    try await TestServer.run(index, { $0.unixPath = path }) { server in
      await #expect(
        throws: ServerError.cannotListen(place: path, flag: .unix, fault: .taken)
      ) {
        try await TestServer.run(try index, { $0.unixPath = path }) { _ in }
      }
      let text = try await server.connect(to: .unix(path: path)) { client in
        try await client.send("PING\n")
        client.finish()
        return try await client.rest()
      }
      #expect(text == "+PONG\r\n")
      // Another file takes the name: it is not the server's to remove.
      try DiskFileSystem().remove(path)
      try folder.write("s", [])
    }
    #expect(try DiskFileSystem().entry(at: path) != nil)
  }

  @Test func `a Unix socket that was left behind is replaced, another file is not`() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path("s")
    // The name outlives the listener: it was another at the time.
    try await TestServer.run(index, { $0.unixPath = folder.path("first") }) { _ in
      try DiskFileSystem().rename(folder.path("first"), to: path)
    }
    try #require(try DiskFileSystem().entry(at: path) != nil)
    let places = try await TestServer.run(index, { $0.unixPath = path }) { $0.places }
    #expect(places.count == 2)
    try folder.write("s", [1])
    await #expect(
      throws: ServerError.cannotListen(place: path, flag: .unix, fault: .notASocket)
    ) {
      try await TestServer.run(try index, { $0.unixPath = path }) { _ in }
    }
    #expect(try DiskFileSystem().read(path, bytesMax: 1) == [1])
  }

  @Test(arguments: ["0.0.0.0", "::", "192.0.2.1"])
  func `an address that others can reach is refused unless it is asked for`(host: String)
    async throws
  {
    await #expect(throws: ServerError.publicAddress(host: host)) {
      try await TestServer.run(try index, { $0.host = host }) { _ in }
    }
  }

  @Test func `a port that is taken is told`() async throws {
    try await TestServer.run(index) { server in
      guard case .tcp(_, let port) = server.places.first else {
        Issue.record("\(server.places)")
        return
      }
      let place = "127.0.0.1:\(port)"
      let error = ServerError.cannotListen(place: place, flag: .port, fault: .taken)
      await #expect(throws: error) {
        try await TestServer.run(try index, { $0.port = port }) { _ in }
      }
      #expect(
        error.message(.english)
          == "cannot listen on \(place): the port is taken; choose another with --port")
      #expect(
        error.message(.welsh)
          == "ni ellir gwrando ar \(place): mae'r porth eisoes ar waith; "
          + "dewiswch un arall â --port")
    }
  }

  // MARK: Stopping and reloading

  @Test func `a stop answers what was received, then closes`() async throws {
    let text = try await TestServer.run(index) { server in
      try await server.connect { client in
        try await client.send((0..<50).map { "@r\($0) COUNT gwella\n" }.joined())
        // With the first reply here, the segment that held all requests was read.
        var text = try await client.line() ?? ""
        await server.stop()
        text += try await client.rest()
        return text
      }
    }
    let tags = text.matches(of: /"tag":"r(\d+)"/).compactMap { Int($0.1) }
    #expect(tags == Array(0..<50))
  }

  @Test(.timeLimit(.minutes(10)))
  func `a stop does not wait for ever for a client that does not read`() async throws {
    let change: (inout ServerConfiguration) -> Void = { $0.limits.drainSeconds = 0 }
    let asked = 50_000
    let answered = try await TestServer.run(index, change) { server in
      try await server.connect { client in
        try await client.send(String(repeating: "GET gwella-resources-cy\n", count: asked))
        // The first line is here, so the server is at work on what it will never get rid of.
        var lines = try await client.line() == nil ? 0 : 1
        await server.stopAndWait()
        // The cut may show as an error or as an end.
        while (try? await client.line()) ?? nil != nil { lines += 1 }
        return lines
      }
    }
    #expect(answered > 0)
    #expect(answered < asked)
  }

  @Test func `a new generation is served without dropping a connection`() async throws {
    let small = try SmallCatalogue(count: 3)
    try await TestServer.run(small.index, { $0.lookMilliseconds = 5 }) { server in
      try await server.connect { client in
        let before = try await client.ask("HELLO")
        #expect(before.last?.contains("\"docs\":3") ?? false)
        try small.add(SmallCatalogue.ids[3])
        try small.build()
        var line = ""
        for _ in 0..<1_000_000 where !line.contains("\"docs\":4") {
          line = try await client.ask("HELLO").last ?? ""
        }
        #expect(line.contains("\"docs\":4"))
      }
    }
  }

  @Test func `nothing of what is asked, nor by whom, is logged`() async throws {
    let small = try SmallCatalogue(count: 2)
    let keeper = LogKeeper()
    let port = try await TestServer.run(small.index, logger: keeper.logger) { server in
      _ = try await server.exchange(
        "SEARCH zebrafish\nSEARCH zebrafish:x\nGET zebrafish\nZEBRAFISH\n")
      return server.places
    }
    #expect(!keeper.entries.isEmpty && !port.isEmpty)
    for entry in keeper.entries { #expect(!entry.lowercased().contains("zebrafish"), "\(entry)") }
    #expect(keeper.entries.filter { $0.contains("127.0.0.1") }.count <= 1)
  }
}
