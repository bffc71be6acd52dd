import Foundation
import TestSupport
import Testing

/// What the binary says of itself.
@Suite struct HelpTests {
  private static let commands = [
    "search", "show", "facets", "coverage", "plan", "suggest", "spell", "understand", "analyze",
    "add", "build", "optimize", "verify", "check-links", "status", "serve",
  ]

  @Test func `help lists every command`() throws {
    let run = try CanfodProcess.run(["--help"], in: "/")
    #expect(run.status == 0)
    for command in Self.commands { #expect(run.output.contains("\n  \(command) ")) }
    try Golden().expect("help.txt", run.output)
  }

  @Test(arguments: commands) func `help of a command shows an example`(command: String) throws {
    let run = try CanfodProcess.run([command, "--help"], in: "/")
    #expect(run.status == 0)
    #expect(run.output.contains("  canfod \(command)"))
    #expect(run.output.contains("Yn Gymraeg: "))
    try Golden().expect("help-\(command).txt", run.output)
  }

  /// That a server's limits are the document's is a test of the server.
  @Test func `what help says is usual for a limit is what the document says`() throws {
    let help = try CanfodProcess.run(["serve", "--help"], in: "/").output
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let document = try String(
      contentsOf: CanfodProcess.repository.appendingPathComponent("docs/protocol.md"),
      encoding: .utf8)
    var seen = 0
    for line in document.split(whereSeparator: \.isNewline) {
      guard let row = line.firstMatch(of: /^\| `([a-z_]+)`[^|]*\| ([0-9,]+) \|/) else { continue }
      seen += 1
      let flag = "--\(row.1.replacing("_", with: "-")) <"
      let start = try #require(help.firstRange(of: flag), "\(flag)").upperBound
      let usual = try #require(help[start...].firstMatch(of: /\(default: ([0-9]+)\)/))
      #expect(usual.1 == row.2.replacing(",", with: ""), "\(flag)")
    }
    #expect(seen >= 22)
  }

  @Test func `the version is a name and a number`() throws {
    let run = try CanfodProcess.run(["--version"], in: "/")
    #expect(run.status == 0)
    #expect(run.output.wholeMatch(of: /canfod \d+\.\d+\.\d+\n/) != nil)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions are written for a shell`(shell: String) throws {
    let run = try CanfodProcess.run(["--generate-completion-script", shell], in: "/")
    #expect(run.status == 0)
    for command in Self.commands { #expect(run.output.contains(command)) }
    #expect(run.output.contains("audience"))
  }
}
