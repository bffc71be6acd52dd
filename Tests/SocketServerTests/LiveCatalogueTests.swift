import Catalogue
import SocketServer
import Storage
import TestSupport
import Testing

/// Taking up new index generations.
struct LiveCatalogueTests {
  @Test func `a look finds nothing new until a build has committed`() throws {
    let small = try SmallCatalogue(count: 3)
    let live = try LiveCatalogue(index: small.index, logger: LogKeeper().logger)
    #expect(live.look() == .unchanged)
    try small.build()
    #expect(live.look() == .unchanged)
    let old = live.current
    try small.add(SmallCatalogue.ids[3])
    let report = try small.build()
    #expect(live.look() == .reloaded(report.generation))
    #expect(live.current.resourceCount == 4)
    #expect(live.look() == .unchanged)
    // Who holds the old generation can still ask it.
    #expect(try old.search(SearchRequest("")).total == 3)
  }

  @Test func `a generation that does not open leaves the old one in place and is logged once`()
    throws
  {
    let small = try SmallCatalogue(count: 3)
    let keeper = LogKeeper()
    let live = try LiveCatalogue(index: small.index, logger: keeper.logger)
    let disk = DiskFileSystem()
    let before = try disk.list(small.index).map(\.name)
    try small.add(SmallCatalogue.ids[3])
    let report = try small.build()
    // Every file of the new generation but those that say that there is one.
    var spoilt: [(name: String, bytes: [UInt8])] = []
    for entry in try disk.list(small.index)
    where !entry.isFolder && !before.contains(entry.name) && !entry.name.contains("manifest") {
      let path = small.index + "/" + entry.name
      spoilt.append((entry.name, try disk.read(path, bytesMax: 10_000_000)))
      try small.folder.write("index/" + entry.name, [])
    }
    try #require(!spoilt.isEmpty)
    for _ in 0..<50 { #expect(live.look() == .failed) }
    #expect(live.current.resourceCount == 3)
    #expect(keeper.entries.count == 1)
    for file in spoilt { try small.folder.write("index/" + file.name, file.bytes) }
    var looks = 0
    while live.look() == .failed, looks < 100 { looks += 1 }
    #expect(live.current.generation == report.generation)
    #expect(live.current.resourceCount == 4)
  }

  @Test func `an index folder that is gone leaves the old generation in place`() throws {
    let small = try SmallCatalogue(count: 2)
    let live = try LiveCatalogue(index: small.index, logger: LogKeeper().logger)
    let disk = DiskFileSystem()
    for entry in try disk.list(small.index) where !entry.isFolder {
      try disk.remove(small.index + "/" + entry.name)
    }
    #expect(live.look() == .failed)
    #expect(try live.current.search(SearchRequest("")).total == 2)
  }

  @Test func `an index that was removed and built anew is taken up, though it counts from 1 again`()
    throws
  {
    let small = try SmallCatalogue(count: 3)
    let live = try LiveCatalogue(index: small.index, logger: LogKeeper().logger)
    let disk = DiskFileSystem()
    for entry in try disk.list(small.index) where !entry.isFolder {
      try disk.remove(small.index + "/" + entry.name)
    }
    try small.add(SmallCatalogue.ids[3])
    let report = try small.build()
    try #require(report.generation == live.current.generation)
    #expect(live.look() == .reloaded(report.generation))
    #expect(live.current.resourceCount == 4)
    #expect(live.look() == .unchanged)
  }

  @Test func `an index that does not open at the start is an error`() throws {
    #expect(throws: CatalogueError.self) {
      try LiveCatalogue(index: "/nowhere/at/all", logger: LogKeeper().logger)
    }
  }
}
