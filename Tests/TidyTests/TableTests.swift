import Testing

/// What a table of the product promises, something else must keep: a label in both languages, a file
/// of its own.
@Suite struct TableTests {
  @Test func `every value of every vocabulary is labelled in both languages`() throws {
    let files = Repository.files("corpus/vocabulary", endings: ["yaml"])
    #expect(files.count >= 8)
    for file in files where !file.hasSuffix("aliases.yaml") {
      let lines = try Repository.text(file).split(separator: "\n").map(String.init)
      for (index, line) in lines.enumerated() where line.hasPrefix("  - id:") {
        let label = index + 1 < lines.count ? lines[index + 1] : ""
        #expect(
          label.contains("label:") && label.contains("en:") && label.contains("cy:"),
          "\(file):\(index + 1) has no label in both languages")
      }
    }
  }

  @Test func `every subcommand has a file of its own`() throws {
    let table = try Repository.text("Sources/canfod/Canfod.swift")
    let commands = table.matches(of: /([A-Z][A-Za-z]+)Command\.self/).map { String($0.1) }
    #expect(commands.count >= 11)
    for command in commands {
      #expect(Repository.exists("Sources/canfod/Commands/\(command)Command.swift"), "\(command)")
    }
  }

  @Test func `no file is called after nothing in particular`() {
    let vague = ["Utils", "Helpers", "Common", "Manager", "Misc"]
    for file in Repository.files("Sources", endings: ["swift"]) {
      #expect(!vague.contains(where: file.contains), "\(file)")
    }
  }
}
