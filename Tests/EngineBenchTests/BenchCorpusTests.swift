import FoundationEssentials
import Storage
import TestSupport
import Testing

@testable import EngineBench

@Suite struct BenchCorpusTests {
  private struct Line: Decodable {
    var id: Int
    var title: String
    var body: String
    var tag: String
  }

  private func read(_ line: String) -> BenchCorpus.Entry? { read(Array(line.utf8)) }

  private func read(_ line: [UInt8]) -> BenchCorpus.Entry? {
    var scanner = BenchLineScanner()
    return try? scanner.entry(line.span)
  }

  @Test(arguments: [
    #"{"id":1,"title":"a","body":"b","tag":"t0"}"#,
    #" { "tag" : "t" , "body" : "" , "title" : "\"\\\/\b\f\n\r\t" , "id" : -0 } "#,
    #"{"id":9223372036854775807,"title":"\u0041\u00e9\u20AC\ud83d\uDE00","body":"ŵ€😀","tag":""}"#,
    #"{"id":-9223372036854775808,"title":"","body":"","tag":"","x":[1,{"y":null},[],{},true,false]}"#,
    #"{"id":2,"title":"long enough for eight \" and \\ more","body":"b","tag":"t","n":-1.5e+3}"#,
    #"{"\u0069d":3,"title":"a","body":"b\u0000c","tag":"t"}"#,
    #"{"id":9223372036854775808,"title":"a","body":"b","tag":"t"}"#,
    #"{"id":"1","title":"a","body":"b","tag":"t"}"#,
    #"{"id":1,"title":"a","body":"b"}"#,
    #"{"id":1,"title":"a","body":null,"tag":"t"}"#,
    #"{"id":1,"title":"a","body":"b","tag":"t"}}"#,
    #"{"id":1,"title":"a","body":"b","tag":"t","x":{1:2}}"#,
    #"{"id":1,"title":"a","body":"b","tag":"t","x":tru}"#,
    #"{"id":1,"title":"a","body":"b","tag":"t""#,
    #"{"id":1,"title":"a\q","body":"b","tag":"t"}"#,
    #"{"id":1,"title":"\u12G4","body":"b","tag":"t"}"#,
    #"{"id":1,"title":"\ud800","body":"b","tag":"t"}"#,
    #"{"id":1,"title":"\udc00","body":"b","tag":"t"}"#,
    #"{"id":1,"title":"\ud800\u0041","body":"b","tag":"t"}"#,
    "{\"id\":1,\"title\":\"a\tb\",\"body\":\"b\",\"tag\":\"t\"}",
    "{\"id\":1,\"title\":\"a\u{1}bcdefghi\",\"body\":\"b\",\"tag\":\"t\"}",
    "[]", "{}", "1", "\"", "{", " ", "nonsense",
  ])
  func `a line means what a full JSON decoder makes of it`(line: String) {
    let expected = try? JSONDecoder().decode(Line.self, from: Data(line.utf8))
    let entry = read(line)
    #expect((entry == nil) == (expected == nil))
    #expect(entry?.id == expected?.id)
    #expect(entry?.tag == expected?.tag)
    #expect(entry?.text == expected.map { $0.title + "\n" + $0.body })
  }

  @Test func `damaged lines are taken or refused as by a full JSON decoder`() {
    var seed = Seed()
    let good = Array(
      #"{"id":12,"title":"a\u00e9 b","body":"ŵ \"x\" \\ y","tag":"t1","more":[1,"z",{"k":2.5}]}"#
        .utf8)
    for _ in 0..<300 {
      var line = good
      let at = Int.random(in: 0..<line.count, using: &seed)
      switch Int.random(in: 0..<3, using: &seed) {
      case 0: line[at] = UInt8.random(in: 0x0B...0xFF, using: &seed)
      case 1: line.remove(at: at)
      default: line.insert(line[Int.random(in: 0..<line.count, using: &seed)], at: at)
      }
      let expected = try? JSONDecoder().decode(Line.self, from: Data(line))
      let entry = read(line)
      // The decoder does not look closely at what it does not need.
      if entry == nil, at >= good.count - #""more":[1,"z",{"k":2.5}]}"#.utf8.count { continue }
      #expect(
        entry?.text == expected.map { $0.title + "\n" + $0.body },
        "seed \(seed.value): \(String(decoding: line, as: UTF8.self))")
    }
  }

  @Test func `errors name the line, empty ones counted`() throws {
    let folder = try TemporaryFolder()
    let good = #"{"id":1,"title":"a","body":"b","tag":"t"}"#
    try DiskFileSystem().replaceFile(
      "c.jsonl", in: folder.path, with: Array("\(good)\n\n\(good)\nbad\n".utf8))
    let file = folder.path("c.jsonl")
    #expect(throws: BenchCorpus.Failure.badLine(file: file, line: 4)) {
      try BenchCorpus(file: file)
    }
  }

  @Test(arguments: ["[1,]", "01", "1.", "-", ".5", "1e", "[1 2]", "{\"a\" 1}", "tru", "\"\\x\""])
  func `what is passed over must be JSON as well`(value: String) {
    #expect(read(#"{"id":1,"title":"a","body":"b","tag":"t","x":"# + value + "}") == nil)
  }

  @Test func `a member given twice, bytes that are not UTF-8 and deep nesting are refused`() {
    #expect(read(#"{"id":1,"id":1,"title":"a","body":"b","tag":"t"}"#) == nil)
    #expect(read(#"{"id":1,"title":"a","body":"b","tag":"t","tag":"t"}"#) == nil)
    #expect(
      read(
        Array(#"{"id":1,"title":"a","body":""#.utf8) + [0xFF]
          + Array(#"","tag":"t"}"#.utf8)) == nil)
    let deep = String(repeating: "[", count: 5_000) + String(repeating: "]", count: 5_000)
    #expect(read(#"{"id":1,"title":"a","body":"b","tag":"t","x":"# + deep + "}") == nil)
  }
}
