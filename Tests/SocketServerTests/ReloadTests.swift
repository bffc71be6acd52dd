import Catalogue
import SocketServer
import Testing

/// Taking up new generations while many ask.
struct ReloadTests {
  @Test func `no request fails while generation follows generation`() async throws {
    let small = try SmallCatalogue(count: 2)
    let rounds = SmallCatalogue.ids.count - 2
    try await TestServer.run(small.index, { $0.lookMilliseconds = 2 }) { server in
      try await withThrowingTaskGroup(of: (asked: Int, newest: Int).self) { tasks in
        for _ in 0..<4 {
          tasks.addTask {
            try await server.connect { client in
              var (asked, newest) = (0, 0)
              // Until the last generation answers; generations of a connection never go back.
              while newest < rounds + 2, asked < 1_000_000 {
                asked += 1
                let lines = try await client.ask("SEARCH language=cy|en limit=10")
                let end = try #require(lines.last)
                try #require(end.hasPrefix("{\"ok\":true"), "\(end)")
                let total = try #require(end.firstMatch(of: /"total":(\d+)/).flatMap { Int($0.1) })
                #expect(total >= newest)
                newest = max(newest, total)
              }
              return (asked, newest)
            }
          }
        }
        for id in SmallCatalogue.ids.dropFirst(2) {
          try small.add(id)
          try small.build()
        }
        for try await (asked, newest) in tasks { #expect(asked > 0 && newest == rounds + 2) }
      }
    }
  }

  @Test func `a reload that is asked for is there when it is done`() async throws {
    let small = try SmallCatalogue(count: 2)
    let keeper = LogKeeper()
    var configuration = ServerConfiguration(indexFolder: small.index, version: "0")
    configuration.port = 0
    let server = try SocketServer(configuration, logger: keeper.logger)
    await server.reload()
    #expect(keeper.entries.contains { $0.hasPrefix("nothing new to load") })
    try small.add(SmallCatalogue.ids[2])
    let report = try small.build()
    await server.reload()
    #expect(keeper.entries.last?.contains("\(report.generation)") ?? false)
    #expect(keeper.entries.last?.hasPrefix("a new index generation is served") ?? false)
  }
}
