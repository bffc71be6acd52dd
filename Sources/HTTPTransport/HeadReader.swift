/// Reads header lines as they come and keeps the last block: the head of the final answer.
struct HeadReader {
  /// Fields kept at most; a server that sends more gets no more read.
  static let fieldsMax = 1_000

  /// What a line was.
  enum Line {
    /// One of several.
    case inside
    /// The empty line at the end of the final answer's head.
    case last
    /// One that passes the limit.
    case tooMuch
  }

  /// The block that is being read, with its line ends.
  var block: [UInt8] = []
  /// The final answer's head, once it has all come.
  private(set) var head: HTTPHead?
  /// Bytes of all blocks so far, those of 1xx answers too: an endless row of them ends.
  private(set) var count = 0

  private let bytesMax: Int

  init(bytesMax: Int) { self.bytesMax = bytesMax }

  /// Judges the line that was just appended to ``block`` at `start`.
  mutating func judge(lineAt start: Int) -> Line {
    count += block.count - start
    guard count <= bytesMax else { return .tooMuch }
    guard head == nil else {
      // A trailer after the body: nobody needs it.
      block.removeLast(block.count - start)
      return .inside
    }
    if start > 0, block[start...].starts(with: "HTTP/".utf8) {
      block.removeFirst(start)
      return .inside
    }
    let isEmpty = block[start...].allSatisfy { $0 == 0x0D || $0 == 0x0A }
    guard isEmpty, let status = Self.status(block), status >= 200 else { return .inside }
    head = HTTPHead(status: status, headers: Self.fields(block))
    return .last
  }

  /// The status code of a block's first line.
  private static func status(_ block: [UInt8]) -> Int? {
    guard let blank = block.firstIndex(of: 0x20) else { return nil }
    let digits = block[(blank + 1)...].drop { $0 == 0x20 }.prefix { (0x30...0x39).contains($0) }
    guard digits.count == 3 else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// The fields of a block; lines that begin with a blank go on with the field before them
  /// (RFC 9112 §5.2), lines without a colon are passed over.
  private static func fields(_ block: [UInt8]) -> [HTTPHeader] {
    var fields: [HTTPHeader] = []
    fields.reserveCapacity(16)
    for line in block.split(separator: 0x0A).dropFirst() {
      guard let first = line.first else { continue }
      if isBlank(first) {
        let more = text(trimmed(line))
        if let last = fields.indices.last, !more.isEmpty { fields[last].value += " " + more }
        continue
      }
      guard fields.count < fieldsMax, let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
        continue
      }
      let name = trimmed(line[..<colon])
      guard !name.isEmpty else { continue }
      fields.append(HTTPHeader(text(name), text(trimmed(line[(colon + 1)...]))))
    }
    return fields
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes
    while let first = bytes.first, isBlank(first) { bytes.removeFirst() }
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    return bytes
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D
  }

  /// UTF-8 where it is that, else Latin-1, which HTTP once meant.
  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: bytes.lazy.map { Unicode.Scalar($0) })
    return String(text)
  }
}
