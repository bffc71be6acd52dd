import Testing

@testable import SearchIndex

struct IndexFilesTests {
  @Test(arguments: [
    "segment-1.seg", "segment-12.34.del", "catalogue-7.json", "manifest.json.tmp",
    "segment-1.seg.tmp", "segment-1.seg.positions.tmp", "segment-12.34.del.tmp",
    "catalogue-7.json.tmp",
  ])
  func `files that a writer makes are known`(name: String) {
    #expect(IndexFiles.isOurs(name, attachments: ["catalogue"]))
  }

  @Test(arguments: [
    "links.sqlite", "links.sqlite-wal", "manifest.json", "write.lock", "segment-x.seg",
    "segment-.seg", "segment-1.seg.bak", "notes-7.json", "catalogue-7.JSON", "catalogue-.json",
    "catalogue-x.json", "catalogue.json", "my.tmp", ".tmp", "", "segment-1.seg.other.tmp",
    "segment-1..del", "catalogue-7.json.tmp.tmp2",
  ])
  func `everything else is somebody else's`(name: String) {
    #expect(!IndexFiles.isOurs(name, attachments: ["catalogue"]))
  }
}
