import SocketServer
import Storage
import Testing

@testable import SocketFuzz

/// What the fuzzer kept (`tools/fuzz`), put to the server once more.
struct FuzzCorpusTests {
  private static let folder =
    #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/tools/fuzz/corpus/"

  @Test func `all that was kept of the fuzzer's inputs is answered as it must be`() throws {
    let catalogue = try SmallCatalogue()
    let fuzzer = try SocketFuzzer(index: catalogue.index)
    let disk = DiskFileSystem()
    let names = try disk.list(Self.folder).map(\.name).sorted()
    #expect(names.count > 200)
    for name in names {
      let faults = fuzzer.faults(try disk.read(Self.folder + name, bytesMax: 65_536))
      #expect(faults == [], "\(name)")
    }
  }

  @Test(arguments: [
    "+OK", "+OK\r", "$3\r\nab\r\n", "$2\r\nabc\r\n", "*2\r\n:1\r\n", "*-1\r\n", ":x\r\n", "OK\r\n",
    "%1\r\n+a\r\n", ",x\r\n",
  ])
  func `bytes that are no values are told from those that are`(_ text: String) {
    #expect(throws: ReplyForm.Fault.self) { try ReplyForm.valueCount(Array(text.utf8)) }
  }

  @Test func `replies are counted`() throws {
    let values = Array("+OK\r\n%1\r\n$1\r\na\r\n*2\r\n:1\r\n_\r\n-ERR x\r\n".utf8)
    #expect(try ReplyForm.valueCount(values) == 3)
    #expect(throws: ReplyForm.Fault.self) { try ReplyForm.valueCount(values, .two) }
    let lines = Array("{\"hit\":1}\n{\"ok\":true}\n+PONG\r\n{\"ok\":false}\n".utf8)
    #expect(try ReplyForm.lineReplyCount(lines) == 3)
    #expect(throws: ReplyForm.Fault.self) { try ReplyForm.lineReplyCount(Array(lines.dropLast())) }
    #expect(throws: ReplyForm.Fault.self) { try ReplyForm.lineReplyCount(Array("{}\n".utf8)) }
  }
}
