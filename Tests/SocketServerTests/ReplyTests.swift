import Catalogue
import NIOCore
import Records
import SearchIndex
import SocketServer
import Testing

/// How replies are written.
struct ReplyTests {
  private func text(_ reply: Reply) -> String { String(buffer: reply.bytes) }

  @Test func `each line is an object on a line of its own, and a tag is its last member`() {
    let lines = ["{\"hit\":1}", "{\"ok\":true}"]
    #expect(text(Reply(lines: lines)) == "{\"hit\":1}\n{\"ok\":true}\n")
    #expect(
      text(Reply(lines: lines, tag: "a-1"))
        == "{\"hit\":1,\"tag\":\"a-1\"}\n{\"ok\":true,\"tag\":\"a-1\"}\n")
  }

  @Test(
    arguments: [
      (DoorError.unknownVerb(found: "SERCH", nearest: "SEARCH"), "EVERB"),
      (.argumentCount(verb: "GET", usage: "GET id…"), "EARGS"),
      (.badValue(option: "limit", found: "x", expected: "count"), "EARGS"),
      (.unknownOption(verb: "GET", name: "x", nearest: nil), "EOPTION"),
      (.quoting(at: 3, expected: .escape), "ESYNTAX"), (.lineTooLong(bytesMax: 9), "ELIMIT"),
      (.limit(name: "ids", max: 100), "ELIMIT"), (.notText(at: 7), "EUTF8"), (.http, "EHTTP"),
      (.connectionsFull, "EBUSY"), (.searchesFull, "EBUSY"), (.idle(seconds: 1), "EIDLE"),
      (.slow(seconds: 1), "EIDLE"), (.passwordNeeded, "EAUTH"), (.wrongPassword, "EAUTH"),
      (.noPassword, "EAUTH"), (.readOnly(verb: "SET"), "EREADONLY"),
      (.catalogue(.timeout), "ETIME"),
      (.catalogue(.notFound(id: "x")), "ENOTFOUND"),
      (.catalogue(.limit(name: "limit", max: 1_000)), "ELIMIT"),
      (.catalogue(.index(.tooComplex(what: "clauses", limit: 16))), "ELIMIT"),
      (.catalogue(.index(.timeout)), "ETIME"),
      (.catalogue(.unknownField(name: "x", nearest: nil)), "EFIELD"),
    ] as [(DoorError, String)])
  func `every error is one end line with its code, in both languages`(
    error: DoorError, code: String
  ) {
    let english = text(Reply(error, .english))
    let welsh = text(Reply(error, .welsh))
    for line in [english, welsh] {
      #expect(line.hasPrefix("{\"ok\":false,\"code\":\"\(code)\",\"message\":\""))
      #expect(line.filter { $0 == "\n" }.count == 1)
    }
    #expect(english != welsh)
  }

  @Test func `an error that has a place tells its byte`() {
    #expect(text(Reply(.notText(at: 7), .english)).contains(",\"at\":7"))
    #expect(text(Reply(.quoting(at: 3, expected: .escape), .english)).contains(",\"at\":3"))
    #expect(!text(Reply(.http, .english)).contains("\"at\""))
  }

  @Test func `what was sent is cut short in messages and escaped`() {
    let verb = String(repeating: "x\u{2028}", count: 10_000)
    let line = text(Reply(.unknownVerb(found: verb, nearest: nil), .english))
    #expect(line.utf8.count < 1_000)
    #expect(!line.contains("\u{2028}"))
  }
}
