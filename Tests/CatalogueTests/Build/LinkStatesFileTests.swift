import Catalogue
import Records
import Storage
import TestSupport
import Testing

@Suite struct LinkStatesFileTests {
  let folder: TemporaryFolder
  let file: LinkStatesFile

  init() throws {
    folder = try TemporaryFolder()
    file = LinkStatesFile(index: folder.path("index"))
  }

  /// One link for every sort of evidence, each with another state and every member filled at times.
  static let links = LinkEvidenceSamples.all.enumerated().map { number, evidence in
    LinkStatus(
      url: "https://example.org/\(number)", state: LinkState.allCases[number % 13],
      since: Int64(number) * 1_000_000, checked: number % 2 == 0 ? 1_764_115_200 : nil,
      code: number % 3 == 0 ? 404 : nil, evidence: [evidence, .retried(2)],
      replacement: number % 5 == 0 ? "https://example.org/newydd" : nil,
      archived: number % 7 == 0 ? "https://archive.example/1" : nil,
      before: number % 4 == 0 ? .alive : nil)
  }

  private func bytes() throws -> [UInt8] {
    try DiskFileSystem().read(folder.path("index/links.json"), bytesMax: 1_000_000)
  }

  @Test func `what was written is read, in order of the addresses`() throws {
    try file.write(Self.links.shuffled())
    let read = try file.read()
    #expect(Set(read) == Set(Self.links))
    #expect(read.map(\.url) == read.map(\.url).sorted())
    let before = try bytes()
    try file.write(read)
    #expect(try bytes() == before)
  }

  @Test func `of two states of one address the last counts`() throws {
    let url = "https://example.org/"
    try file.write([
      LinkStatus(url: url, state: .alive, since: 1), LinkStatus(url: url, state: .dead, since: 2),
    ])
    #expect(try file.read().map(\.state) == [.dead])
  }

  @Test func `without a file nothing is known`() throws {
    #expect(try file.read() == [])
  }

  @Test func `a truncated file is refused`() throws {
    try file.write(Array(Self.links.prefix(3)))
    let whole = try bytes()
    for count in stride(from: 0, to: whole.count, by: 7) {
      try folder.write("index/links.json", Array(whole.prefix(count)))
      #expect(throws: CatalogueError.badLinkStates(file: folder.path("index/links.json"))) {
        try file.read()
      }
    }
  }

  @Test(arguments: [
    #"{"links":[],"version":2}"#, #"{"links":[]}"#, #"[]"#, "null", "\u{0}",
    #"{"links":[{"evidence":[],"since":0,"state":"ded","url":"a"}],"version":1}"#,
    #"{"links":[{"evidence":[],"since":0,"state":"dead","url":"b"},"#
      + #"{"evidence":[],"since":0,"state":"dead","url":"a"}],"version":1}"#,
  ])
  func `a file of another version or form is refused`(text: String) throws {
    try folder.write("index/links.json", text)
    #expect(throws: CatalogueError.badLinkStates(file: folder.path("index/links.json"))) {
      try file.read()
    }
  }

  @Test func `a full disk leaves the states as they were`() throws {
    try file.write(Array(Self.links.prefix(2)))
    let before = try bytes()
    for failing in 1...4 {
      let disk = FaultyFileSystem(.full, at: failing)
      #expect(throws: CatalogueError.self) {
        try LinkStatesFile(index: folder.path("index"), fileSystem: disk).write(Self.links)
      }
      #expect(try bytes() == before)
    }
  }
}
