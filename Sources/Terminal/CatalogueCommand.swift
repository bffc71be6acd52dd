public import ArgumentParser
public import Catalogue

/// A subcommand that asks the service one thing and writes the answer.
public protocol CatalogueCommand: ParsableCommand {
  /// The options that all commands share.
  var basics: BasicOptions { get }

  /// Does what the command is for and writes the answer to `console`.
  func run(on console: Console) throws(CatalogueError) -> ExitStatus
}

extension CatalogueCommand {
  /// Runs the command, words its error if it has one, and ends with its status.
  public func run() throws {
    Interruption.endsWithItsStatus()
    let console = Console(basics)
    var status: ExitStatus
    do throws(CatalogueError) {
      status = try run(on: console)
    } catch {
      console.tell(error)
      status = ExitStatus(error)
    }
    if !console.flush() { status = .inputOutput }
    guard status == .done else { throw status.exitCode }
  }
}
