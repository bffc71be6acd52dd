import Catalogue
import SocketServer
import TestSupport
import Testing

/// The commands of RESP on real sockets, as transcripts: what is sent, and what comes back.
struct RESPCommandTests {
  private static let shared = Result { try SmallCatalogue() }
  private var index: String { get throws { try Self.shared.get().index } }

  private func exchange(
    _ requests: String, _ change: @escaping @Sendable (inout ServerConfiguration) -> Void = { _ in }
  ) async throws -> String {
    try await TestServer.run(try index, { change(&$0) }) { try await $0.exchange(requests) }
  }

  @Test(
    arguments: [
      ("PING", "+PONG\r\n"), ("ping", "+PONG\r\n"), ("PING hi", "$2\r\nhi\r\n"),
      ("PING a b", "-ERR wrong number of arguments for 'ping' command\r\n"),
      ("ECHO hi", "$2\r\nhi\r\n"),
      ("ECHO", "-ERR wrong number of arguments for 'echo' command\r\n"),
      ("SELECT 0", "+OK\r\n"), ("SELECT 1", "-ERR DB index is out of range\r\n"),
      ("SELECT x", "-ERR value is not an integer or out of range\r\n"),
      ("CLIENT ID", ":1\r\n"), ("CLIENT GETNAME", "$-1\r\n"), ("CLIENT SETNAME x", "+OK\r\n"),
      ("CLIENT SETINFO LIB-NAME redis-py", "+OK\r\n"), ("CLIENT SETINFO LIB-VER 8.1.0", "+OK\r\n"),
      ("CLIENT NO-EVICT on", "+OK\r\n"), ("CLIENT REPLY ON", "+OK\r\n"),
      (
        "CLIENT MAINT_NOTIFICATIONS ON",
        "-ERR unknown subcommand 'MAINT_NOTIFICATIONS'. Try CLIENT HELP.\r\n"
      ),
      ("CLIENT TRACKING ON", "-ERR unknown subcommand 'TRACKING'. Try CLIENT HELP.\r\n"),
      ("HELLO 4", "-NOPROTO unsupported protocol version\r\n"),
      ("HELLO x", "-ERR Protocol version is not an integer or out of range\r\n"),
      ("HELLO 3 NAME x", "-ERR Syntax error in HELLO option 'NAME'\r\n"),
      ("CONFIG GET save", "*2\r\n$4\r\nsave\r\n$0\r\n\r\n"),
      ("CONFIG GET appendonly", "*2\r\n$10\r\nappendonly\r\n$2\r\nno\r\n"),
      ("CONFIG GET nothing", "*0\r\n"),
      ("CONFIG SET save x", "-READONLY the catalogue is built with canfod build\r\n"),
      ("COMMAND DOCS", "*0\r\n"), ("COMMAND COUNT", ":\(RESPCommands.table.count)\r\n"),
      ("COMMAND INFO nothing", "*1\r\n$-1\r\n"),
      ("DBSIZE", ":5\r\n"), ("TYPE gwella-resources-cy", "+hash\r\n"),
      ("TYPE nothing", "+none\r\n"),
      ("EXISTS gwella-resources-cy nothing gwella-resources-cy", ":2\r\n"),
      ("TTL gwella-resources-cy", ":-1\r\n"), ("TTL nothing", ":-2\r\n"),
      (
        "MODULE LIST",
        "*1\r\n*8\r\n$4\r\nname\r\n$6\r\nsearch\r\n$3\r\nver\r\n:21005\r\n$4\r\npath\r\n$0\r\n\r\n"
          + "$4\r\nargs\r\n*0\r\n"
      ),
      (
        "AUTH x",
        "-ERR AUTH <password> called without any password configured for the default user. "
          + "Are you sure your configuration is correct?\r\n"
      ),
      ("AUTH default x", "+OK\r\n"), ("RESET", "+RESET\r\n"), ("QUIT", "+OK\r\n"),
      ("SET a b", "-READONLY the catalogue is built with canfod build\r\n"),
      ("ft.create i", "-READONLY the catalogue is built with canfod build\r\n"),
      ("NOSUCH a b", "-ERR unknown command 'NOSUCH', with args beginning with: 'a' 'b' \r\n"),
      ("NOSUCH", "-ERR unknown command 'NOSUCH', with args beginning with: \r\n"),
      ("EXEC", "-ERR EXEC without MULTI\r\n"), ("DISCARD", "-ERR DISCARD without MULTI\r\n"),
      ("WATCH a", "+OK\r\n"),
    ])
  func `each command is answered in its form`(request: String, reply: String) async throws {
    #expect(try await exchange(RESPText.requests(request)) == reply)
  }

  @Test func `HELLO tells what clients look for, in the version that it sets`() async throws {
    let member = { (name: String) in "$\(name.utf8.count)\r\n\(name)\r\n" }
    let modules =
      member("name") + member("search") + member("ver") + ":21005\r\n" + member("path")
      + "$0\r\n\r\n" + member("args") + "*0\r\n"
    let facts = { (proto: Int, map: String) in
      member("server") + member("redis") + member("version") + member("7.4.0") + member("proto")
        + ":\(proto)\r\n" + member("id") + ":1\r\n" + member("mode") + member("standalone")
        + member("role") + member("master") + member("modules") + "*1\r\n" + map + modules
    }
    let text = try await exchange(
      RESPText.requests(
        "HELLO", "HELLO 3 SETNAME app", "CLIENT GETNAME", "NOSUCH", "HELLO 2", "RESET"))
    #expect(
      text == "*14\r\n" + facts(2, "*8\r\n") + "%7\r\n" + facts(3, "%4\r\n") + member("app")
        + "-ERR unknown command 'NOSUCH', with args beginning with: \r\n"
        + "*14\r\n" + facts(2, "*8\r\n") + "+RESET\r\n")
  }

  @Test func `INFO is plain text by sections`() async throws {
    let text = try await exchange(RESPText.requests("INFO", "HELLO 3", "INFO server"))
    #expect(text.contains("redis_version:7.4.0\r\n") && text.contains("loading:0\r\n"))
    #expect(text.contains("role:master\r\n") && text.contains("connected_clients:1\r\n"))
    #expect(text.contains("canfod_docs:5\r\n"))
    let last = text.components(after: "txt:")
    #expect(last.contains("redis_version") && !last.contains("role:master"))
  }

  @Test func `COMMAND tells of every command`() async throws {
    let text = try await exchange(RESPText.requests("COMMAND INFO ping"))
    #expect(
      text == "*1\r\n*10\r\n$4\r\nping\r\n:-1\r\n*2\r\n+fast\r\n+loading\r\n:0\r\n:0\r\n:0\r\n"
        + "*0\r\n*0\r\n*0\r\n*0\r\n")
    let all = try await exchange(RESPText.requests("COMMAND"))
    #expect(all.hasPrefix("*\(RESPCommands.table.count)\r\n"))
    for command in RESPCommands.table {
      #expect(all.contains("\r\n\(command.name.lowercased())\r\n"))
    }
  }

  @Test func `commands between MULTI and EXEC are queued and answered as one`() async throws {
    let text = try await exchange(
      RESPText.requests(
        "MULTI", "PING", "EXISTS gwella-resources-cy", "CLIENT SETNAME x", "EXEC", "CLIENT GETNAME")
    )
    #expect(
      text == "+OK\r\n+QUEUED\r\n+QUEUED\r\n+QUEUED\r\n*3\r\n+PONG\r\n:1\r\n+OK\r\n$1\r\nx\r\n")
  }

  @Test func `an EXEC of nothing is an empty array`() async throws {
    #expect(try await exchange(RESPText.requests("MULTI", "EXEC")) == "+OK\r\n*0\r\n")
  }

  @Test func `a wrong command between MULTI and EXEC discards them all`() async throws {
    let text = try await exchange(
      RESPText.requests("MULTI", "PING", "ECHO", "PING", "EXEC", "PING"))
    #expect(
      text == "+OK\r\n+QUEUED\r\n-ERR wrong number of arguments for 'echo' command\r\n+QUEUED\r\n"
        + "-EXECABORT Transaction discarded because of previous errors.\r\n+PONG\r\n"
    )
  }

  @Test func `DISCARD forgets what was queued, and MULTI does not nest`() async throws {
    let text = try await exchange(
      RESPText.requests("MULTI", "PING", "MULTI", "HELLO 3", "DISCARD", "PING"))
    #expect(
      text == "+OK\r\n+QUEUED\r\n-ERR MULTI calls can not be nested\r\n"
        + "-ERR Command not allowed inside a transaction\r\n+OK\r\n+PONG\r\n")
  }

  @Test func `what is queued is bounded`() async throws {
    let pings = String(repeating: RESPText.requests("ECHO x"), count: 4_097)
    let text = try await exchange(RESPText.requests("MULTI") + pings + RESPText.requests("EXEC"))
    #expect(text.contains("-ERR LIMIT exceeds maximum of 4096 commands"))
    #expect(text.hasSuffix("-EXECABORT Transaction discarded because of previous errors.\r\n"))
  }

  @Test func `RESET goes back to where the connection began`() async throws {
    let text = try await exchange(
      RESPText.requests("HELLO 3 SETNAME x", "MULTI", "RESET", "CLIENT GETNAME", "EXEC"))
    #expect(text.hasSuffix("+OK\r\n+RESET\r\n$-1\r\n-ERR EXEC without MULTI\r\n"))
  }

  @Test func `nothing after QUIT is answered`() async throws {
    #expect(
      try await exchange(RESPText.requests("EXISTS a", "QUIT", "PING", "HELLO 3"))
        == ":0\r\n+OK\r\n")
  }

  @Test func `SCAN gives every id once`() async throws {
    let small = try SmallCatalogue()
    let ids = try await TestServer.run(small.index) { server in
      try await server.connect { client in
        var ids: [String] = []
        var cursor = "0"
        repeat {
          try await client.send(RESPText.requests("SCAN \(cursor) COUNT 2"))
          // An array of the cursor and an array of ids, each after the line of its length.
          _ = try await client.line()
          _ = try await client.line()
          cursor = try await client.text()
          let count = Int(try await client.text().dropFirst()) ?? 0
          for _ in 0..<count {
            _ = try await client.line()
            ids.append(try await client.text())
          }
        } while cursor != "0" && ids.count < 100
        return ids
      }
    }
    #expect(ids.sorted() == SmallCatalogue.ids.sorted())
  }

  @Test func `SCAN keeps to a pattern, and refuses what is no cursor`() async throws {
    let text = try await exchange(
      RESPText.requests(
        "SCAN 0 MATCH gwella-*-cy COUNT 100", "SCAN 0 TYPE string", "SCAN x", "SCAN -1",
        "SCAN 0 COUNT",
        "SCAN 0 COUNT 0", "SCAN 99999999999999999999", "SCAN 999999999"))
    #expect(
      text == "*2\r\n$1\r\n0\r\n*1\r\n$19\r\ngwella-resources-cy\r\n*2\r\n$1\r\n0\r\n*0\r\n"
        + "-ERR invalid cursor\r\n-ERR invalid cursor\r\n-ERR syntax error\r\n-ERR syntax error\r\n"
        + "-ERR invalid cursor\r\n*2\r\n$1\r\n0\r\n*0\r\n")
  }

  @Test func `a resource is a hash under its id`() async throws {
    let text = try await exchange(
      RESPText.requests(
        "HGET gwella-resources-cy language", "HMGET gwella-resources-cy nothing language",
        "HGETALL nothing", "HGET nothing title"))
    #expect(
      text == "$2\r\ncy\r\n*2\r\n$-1\r\n$2\r\ncy\r\n*0\r\n$-1\r\n")
  }

  @Test func `Canfod's own verbs are answered with their lines`() async throws {
    let line = try await TestServer.run(try index) { try await $0.exchange("COUNT language=cy\n") }
    let text = try await exchange(
      RESPText.request(["COUNT", "language=cy"])
        + RESPText.request(["SEARCH", "\"diogelu plant\" cadw", "language=cy", "LIMIT", "0", "1"])
        + RESPText.request(["SEARCH", "(a"]))
    #expect(text.hasPrefix("*1\r\n$"))
    let total = line.firstMatch(of: /"total":(\d+)/).map { String($0.1) }
    #expect(text.contains("{\"ok\":true,\"total\":\(total ?? "?")"))
    #expect(text.contains("-ESYNTAX syntax error at offset"))
  }

  @Test func `requests that the log must not know are not in it`() async throws {
    let keeper = LogKeeper()
    try await TestServer.run(try index, logger: keeper.logger) { server in
      _ = try await server.exchange(
        RESPText.requests("ECHO zebrafish", "ZEBRAFISH", "TYPE zebrafish"))
    }
    for entry in keeper.entries { #expect(!entry.lowercased().contains("zebrafish")) }
  }
}

extension String {
  /// What comes after the last `mark`.
  fileprivate func components(after mark: String) -> String {
    ranges(of: mark).last.map { String(self[$0.upperBound...]) } ?? ""
  }
}

extension TestClient {
  /// The next line, without its CR.
  fileprivate mutating func text() async throws -> String {
    String((try await line() ?? "").unicodeScalars.filter { $0 != "\r" })
  }
}
