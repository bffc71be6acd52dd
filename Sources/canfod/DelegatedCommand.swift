import ArgumentParser
import Catalogue
import Terminal

/// A subcommand that is a program of its own: `canfod` becomes it.
///
/// A search is little more than its start, and must not load what writes indexes, serves or asks the
/// network. Usage, help and completions are `canfod`'s own: the other program reads the same words by
/// the same options.
protocol DelegatedCommand: ParsableCommand {
  /// The options that all commands share.
  var basics: BasicOptions { get }
  /// The file of the program, beside that of `canfod`.
  static var program: String { get }
  /// Whether the program has several commands, and is told which.
  static var isOneOfSeveral: Bool { get }

  /// What is said where the program at `path` cannot be started.
  static func missing(_ path: String, _ wording: Wording) -> String
}

extension DelegatedCommand {
  static var isOneOfSeveral: Bool { false }

  static func missing(_ path: String, _ wording: Wording) -> String { wording.noProgram(path) }

  /// Becomes the other program; returns, by throwing, only where it cannot be started.
  func run() throws {
    let words = CommandLine.arguments.dropFirst()
      .drop { $0 != Self.configuration.commandName }.dropFirst(Self.isOneOfSeveral ? 0 : 1)
    let path = (Program.folder.map { $0 + "/" } ?? "") + Self.program
    Program.replace(by: path, Array(words))
    let console = Console(basics)
    console.tell(
      code: "ENOPROGRAM", Self.missing(path, console.wording),
      hint: console.wording.noProgramHint(Self.program))
    console.flush()
    throw ExitStatus.unavailable.exitCode
  }
}
