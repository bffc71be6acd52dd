import ArgumentParser
import Catalogue
import Terminal

/// `canfod check-links`: which links work; done by a program of its own.
///
/// That program loads some thirty shared libraries, which a search must not wait for.
struct CheckLinksCommand: ParsableCommand {
  static let configuration = CheckLinksOptions.configuration(named: "check-links")

  /// The file of the program that checks links, beside that of `canfod`.
  static let program = "canfod-check-links"

  @OptionGroup var options: CheckLinksOptions

  func run() throws {
    // The other program reads the same words by the same options.
    let words = CommandLine.arguments.drop { $0 != "check-links" }.dropFirst()
    let path = (Program.folder.map { $0 + "/" } ?? "") + Self.program
    Program.replace(by: path, Array(words))
    let console = Console(options.basics)
    console.tell(
      code: "ENOPROGRAM", console.wording.noLinkChecker(path),
      hint: console.wording.noLinkCheckerHint(Self.program))
    console.flush()
    throw ExitStatus.unavailable.exitCode
  }
}
