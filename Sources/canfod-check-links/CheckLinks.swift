import ArgumentParser
import Catalogue
import Terminal

/// The program that `canfod check-links` becomes.
@main
struct CheckLinks: AsyncParsableCommand {
  static let configuration = CheckLinksOptions.configuration(named: "canfod-check-links")

  @OptionGroup var options: CheckLinksOptions

  /// Runs what was asked for, words its error if it has one, and ends with its status.
  func run() async throws {
    Interruption.endsWithItsStatus()
    let console = Console(options.basics)
    var status: ExitStatus
    do throws(CatalogueError) {
      status = try await run(on: console)
    } catch {
      console.tell(error)
      status = ExitStatus(error)
    }
    if !console.flush() { status = .inputOutput }
    guard status == .done else { throw status.exitCode }
  }

  private func run(on console: Console) async throws(CatalogueError) -> ExitStatus {
    if options.dryRun { return try DryRun(options).run(on: console) }
    return .unavailable
  }
}
