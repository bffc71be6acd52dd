import ArgumentParser
import Catalogue
import Terminal

/// `canfod optimize`: merges the index into one segment.
struct OptimizeCommand: CatalogueCommand {
  static let configuration = CommandConfiguration(
    commandName: "optimize",
    abstract: "Merge the index into one segment, so that it answers faster.",
    discussion: """
      Yn Gymraeg: cyfuno'r mynegai yn un segment, iddo ateb yn gyflymach.

      Example:
        canfod optimize
      """)

  @OptionGroup var basics: BasicOptions

  func run(on console: Console) throws(CatalogueError) -> ExitStatus {
    let builder = CatalogueBuilder(
      corpus: basics.corpus, index: basics.index, holder: Environment.holder)
    let generation = try builder.optimize()
    if basics.json {
      console.lines(AnswerJSON.optimized(generation: generation))
    } else {
      console.paragraph(StyledText(console.wording.optimized(generation: generation)))
    }
    return .done
  }
}
