import ArgumentParser
import Terminal

/// The command line of Canfod.
@main
struct Canfod: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "canfod",
    abstract: "Find resources on safeguarding children, in Welsh and English.",
    discussion: """
      Yn Gymraeg: dod o hyd i adnoddau diogelu plant, yn Gymraeg ac yn Saesneg.

      Examples:
        canfod build
        canfod search "what exists in Welsh for under-12s"
        canfod search "beth sydd ar gael yn Gymraeg i blant dan 12" --lang cy

      Exit status: 0 found or done, 1 nothing found, 2 a problem in the data found, 64 wrong \
      usage, 65 bad input or damaged index, 66 input missing, 69 unavailable, 73 \
      cannot write, 74 input or output failed, 75 locked or timed out, 130 interrupted.
      """,
    version: "canfod \(Program.version)",
    subcommands: table)

  /// THE TABLE of subcommands.
  ///
  /// The order is that of `canfod --help`: first what readers need, then curators, then operators.
  private static let table: [any ParsableCommand.Type] = [
    SearchCommand.self,
    ShowCommand.self,
    FacetsCommand.self,
    CoverageCommand.self,
    PlanCommand.self,
    SuggestCommand.self,
    SpellCommand.self,
    UnderstandCommand.self,
    AnalyzeCommand.self,
    AddCommand.self,
    BuildCommand.self,
    OptimizeCommand.self,
    VerifyCommand.self,
    CheckLinksCommand.self,
    StatusCommand.self,
    ServeCommand.self,
    BenchCommand.self,
  ]
}
