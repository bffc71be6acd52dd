internal import SocketServer

/// Reads the bytes of replies strictly, as a client that trusts nothing.
enum ReplyForm {
  /// What is no reply.
  struct Fault: Error {
    let what: String
    let offset: Int
  }

  /// How many values of RESP `bytes` are.
  ///
  /// What only the other version has is refused where `version` tells one.
  static func valueCount(_ bytes: [UInt8], _ version: RESPVersion? = nil) throws(Fault) -> Int {
    var reader = Reader(bytes: bytes, version: version)
    var count = 0
    while !reader.isAtEnd {
      try reader.value(depth: 0)
      count += 1
    }
    return count
  }

  /// How many replies `bytes` are in lines: JSON objects, the last of each beginning with `{"ok":`, or
  /// the one line that is none.
  static func lineReplyCount(_ bytes: [UInt8]) throws(Fault) -> Int {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Fault(what: "not UTF-8", offset: 0)
    }
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.popLast()?.isEmpty ?? true else {
      throw Fault(what: "a line without its end", offset: bytes.count)
    }
    var count = 0
    var isInReply = false
    for line in lines {
      let isPong = line.elementsEqual("+PONG\r".utf8)
      guard isPong || (line.first == UInt8(ascii: "{") && line.last == UInt8(ascii: "}")) else {
        throw Fault(what: "no object: \(Substring(line))", offset: 0)
      }
      let isEnd = isPong || line.starts(with: "{\"ok\":".utf8)
      if isPong, isInReply { throw Fault(what: "a pong amid a reply", offset: 0) }
      if isEnd { count += 1 }
      isInReply = !isEnd
    }
    if isInReply { throw Fault(what: "a reply without its end line", offset: bytes.count) }
    return count
  }
}

extension ReplyForm {
  private struct Reader {
    private static let depthMax = 64

    let bytes: [UInt8]
    private let mayBe2: Bool
    private let mayBe3: Bool
    private var index = 0

    init(bytes: [UInt8], version: RESPVersion?) {
      self.bytes = bytes
      mayBe2 = version != .three
      mayBe3 = version != .two
    }

    var isAtEnd: Bool { index == bytes.count }

    mutating func value(depth: Int) throws(Fault) {
      guard depth <= Self.depthMax else { throw fault("nested too deep") }
      guard !isAtEnd else { throw fault("a value is missing") }
      let sign = bytes[index]
      let line = try line()
      switch sign {
      case UInt8(ascii: "+"), UInt8(ascii: "-"): break
      case UInt8(ascii: ":"): _ = try number(line)
      case UInt8(ascii: "$"):
        let length = try number(line)
        if length == -1, mayBe2 { return }
        try text(length)
      case UInt8(ascii: "*"): try values(number(line), depth)
      case UInt8(ascii: "=") where mayBe3: try text(number(line))
      case UInt8(ascii: "_") where mayBe3 && line.isEmpty: break
      case UInt8(ascii: ",") where mayBe3:
        guard Double(line) != nil else { throw fault("no number: \(line)") }
      case UInt8(ascii: "~") where mayBe3: try values(number(line), depth)
      case UInt8(ascii: "%") where mayBe3: try values(number(line) * 2, depth)
      default: throw fault("no type: \(sign)")
      }
    }

    private mutating func values(_ count: Int, _ depth: Int) throws(Fault) {
      guard count >= 0 else { throw fault("a negative count") }
      for _ in 0..<count { try value(depth: depth + 1) }
    }

    /// What stands between the sign and CR LF.
    private mutating func line() throws(Fault) -> String {
      guard let end = bytes[index...].firstIndex(of: UInt8(ascii: "\r")), end + 1 < bytes.count,
        bytes[end + 1] == UInt8(ascii: "\n")
      else { throw fault("no line end") }
      guard let text = String(validating: bytes[(index + 1)..<end], as: UTF8.self),
        !text.utf8.contains(UInt8(ascii: "\n"))
      else { throw fault("no line of text") }
      index = end + 2
      return text
    }

    private func number(_ text: String) throws(Fault) -> Int {
      guard let number = Int(text) else { throw fault("no number: \(text)") }
      return number
    }

    private mutating func text(_ length: Int) throws(Fault) {
      guard length >= 0, index + length + 2 <= bytes.count else { throw fault("no such length") }
      let end = index + length
      guard bytes[end] == UInt8(ascii: "\r"), bytes[end + 1] == UInt8(ascii: "\n") else {
        throw fault("no end of text")
      }
      guard String(validating: bytes[index..<end], as: UTF8.self) != nil else {
        throw fault("not UTF-8")
      }
      index = end + 2
    }

    private func fault(_ what: String) -> Fault { Fault(what: what, offset: index) }
  }
}
