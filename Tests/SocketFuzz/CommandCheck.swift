internal import NIOCore
internal import SocketServer

/// What must hold of the answers to single commands: each is one well-formed value of the version asked
/// for, and nothing traps.
struct CommandCheck {
  private let responder: AnsweringResponder

  init(_ responder: AnsweringResponder) {
    self.responder = responder
  }

  /// Asks for the query `bytes` in every way in which one can be asked for.
  func faults(query bytes: [UInt8]) -> [String] {
    guard let query = text(bytes) else { return [] }
    return faults(["FT.EXPLAIN", "catalogue", query])
      + faults(["FT.SEARCH", "catalogue", query, "WITHSCORES", "HIGHLIGHT", "SUMMARIZE"])
      + faults(["FT.SEARCH", "catalogue", query, "NOCONTENT", "SORTBY", "title"])
      + faults([
        "FT.AGGREGATE", "catalogue", query, "GROUPBY", "1", "@language", "REDUCE", "COUNT", "0",
      ])
      + faults(["SEARCH", query]) + faults(["SPELL", query]) + faults(["EXPLAIN", query])
  }

  /// Asks for the command whose words `bytes` are, an LF between each two.
  func faults(words bytes: [UInt8]) -> [String] {
    let words = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard words.count <= RESPLimits().argumentsMax else { return [] }
    let texts = words.compactMap { text(Array($0)) }
    return texts.count == words.count ? faults(texts) : []
  }

  private func faults(_ words: [String]) -> [String] {
    [RESPVersion.two, .three].flatMap { faults(words, $0) }
  }

  private func faults(_ words: [String], _ version: RESPVersion) -> [String] {
    guard let request = RESPRequest(words) else { return [] }
    var session = responder.makeSession()
    session.proto = version
    let reply: Reply =
      switch responder.take(.resp(request), &session) {
      case .done(let reply): reply
      case .work(let work): work.answer(ConnectionLife())
      }
    do throws(ReplyForm.Fault) {
      let count = try ReplyForm.valueCount(
        Array(reply.bytes.readableBytesView), session.proto)
      return count == 1 ? [] : ["\(count) values answer \(words)"]
    } catch {
      return ["\(words) is answered with \(error)"]
    }
  }

  /// `bytes` as the text of an argument; nil where the framing would refuse them.
  private func text(_ bytes: [UInt8]) -> String? {
    guard bytes.count <= RESPLimits().argumentBytesMax, !bytes.contains(0) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }
}
