import Catalogue
import Curation
import SocketServer
import Storage
import TestSupport
import Testing

/// What `docs/protocol.md` shows is what happens.
struct DocumentTests {
  private static let repository = #filePath.split(separator: "/").dropLast(3)
    .reduce("") { $0 + "/" + $1 }

  private static func document() throws -> [Substring] {
    let bytes = try DiskFileSystem().read(repository + "/docs/protocol.md", bytesMax: 1_000_000)
    return String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// One request of a transcript, and the lines that answer it.
  private struct Exchange {
    var request: String
    var reply: [Substring] = []
  }

  private static func exchanges() throws -> [Exchange] {
    var exchanges: [Exchange] = []
    var isInside = false
    for line in try document() {
      if line.hasPrefix("```") { isInside = line == "```transcript" }
      guard isInside else { continue }
      if line.hasPrefix("> ") {
        exchanges.append(Exchange(request: String(line.dropFirst(2))))
      } else if line.hasPrefix("< "), !exchanges.isEmpty {
        exchanges[exchanges.count - 1].reply.append(line.dropFirst(2))
      }
    }
    return exchanges
  }

  @Test func `every example of the document is answered as it says`() async throws {
    let folder = try TemporaryFolder()
    let index = folder.path("index")
    _ = try CatalogueBuilder(
      corpus: Self.repository + "/corpus", index: index, holder: "test"
    ).build()
    let exchanges = try Self.exchanges()
    #expect(exchanges.count >= 20)
    try await TestServer.run(index) { server in
      for exchange in exchanges {
        let text = try await server.exchange(exchange.request + "\n")
        let lines = text.split { $0.isNewline }
        #expect(
          Self.lines(lines[...], are: exchange.reply[...]), "\(exchange.request) gave \(text)")
      }
    }
  }

  @Test func `every limit of the document is the server's`() async throws {
    let small = try SmallCatalogue(count: 1)
    let hello = try await TestServer.run(
      small.index,
      {
        $0.insecurePublic = true
        $0.limits = ConnectionLimits()
      }
    ) { server in
      try await server.exchange("HELLO\n")
    }
    var seen = 0
    for line in try Self.document() {
      guard let row = line.wholeMatch(of: /\| `([a-z_]+)`[^|]*\| ([0-9,]+) \|.*/) else { continue }
      seen += 1
      let member = "\"\(row.1)\":\(row.2.replacing(",", with: ""))"
      #expect(hello.contains(member + ",") || hello.contains(member + "}"), "\(member)")
    }
    let limits = try #require(hello.firstMatch(of: /"limits":\{([^}]*)\}/))
    #expect(seen == limits.1.split(separator: ",").count)
  }

  @Test func `every verb and every code has its row in the document`() throws {
    let text = try Self.document().joined(separator: "\n")
    for command in Commands.table {
      #expect(text.contains("\n| `\(command.verb)` |"), "\(command.verb)")
      for option in command.options {
        #expect(text.contains("`\(option.name)="), "\(command.verb) \(option.name)")
      }
    }
    let errors: [DoorError] = [
      .unknownVerb(found: "", nearest: nil), .argumentCount(verb: "", usage: ""), .http,
      .unknownOption(verb: "", name: "", nearest: nil), .quoting(at: 0, expected: .escape),
      .lineTooLong(bytesMax: 0), .notText(at: 0), .searchesFull, .idle(seconds: 0),
      .catalogue(.timeout), .catalogue(.notFound(id: "")), .catalogue(.outdated(file: "")),
      .catalogue(.unknownField(name: "", nearest: nil)),
    ]
    for error in errors { #expect(text.contains("\n| `\(error.code)` |"), "\(error.code)") }
  }

  /// Whether `lines` are what `expected` says; a `…` alone is any number of lines.
  private static func lines(
    _ lines: ArraySlice<Substring>, are expected: ArraySlice<Substring>
  ) -> Bool {
    guard let first = expected.first else { return lines.isEmpty }
    let rest = expected.dropFirst()
    if first == "…" {
      return (lines.startIndex...lines.endIndex).contains { Self.lines(lines[$0...], are: rest) }
    }
    guard let line = lines.first, matches(line, first) else { return false }
    return Self.lines(lines.dropFirst(), are: rest)
  }

  /// Whether `line` is `expected`, whose `…` is any text and whose `<number>` is a number.
  private static func matches(_ line: Substring, _ expected: Substring) -> Bool {
    if let hole = expected.firstRange(of: "<number>") {
      if let dots = expected.firstRange(of: "…"), dots.lowerBound < hole.lowerBound {
        return anyText(line, expected, dots)
      }
      guard line.hasPrefix(expected[..<hole.lowerBound]) else { return false }
      let rest = line.dropFirst(expected[..<hole.lowerBound].count)
      let digits = rest.prefix { $0.isNumber || $0 == "." || $0 == "-" }
      return !digits.isEmpty
        && matches(rest.dropFirst(digits.count), expected[hole.upperBound...])
    }
    if let dots = expected.firstRange(of: "…") { return anyText(line, expected, dots) }
    return line == expected
  }

  private static func anyText(
    _ line: Substring, _ expected: Substring, _ dots: Range<Substring.Index>
  ) -> Bool {
    guard line.hasPrefix(expected[..<dots.lowerBound]) else { return false }
    var rest = line.dropFirst(expected[..<dots.lowerBound].count)
    let after = expected[dots.upperBound...]
    while true {
      if matches(rest, after) { return true }
      guard !rest.isEmpty else { return false }
      rest.removeFirst()
    }
  }
}
