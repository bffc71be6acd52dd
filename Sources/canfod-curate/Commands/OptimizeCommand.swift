import ArgumentParser
import Catalogue
import Curation
import Terminal

/// `canfod optimize`: the index in one segment.
struct OptimizeCommand: CatalogueCommand {
  static let configuration = OptimizeOptions.configuration

  @OptionGroup var options: OptimizeOptions

  var basics: BasicOptions { options.basics }

  func run(on console: Console) throws(CatalogueError) -> ExitStatus {
    let builder = CatalogueBuilder(
      corpus: basics.corpus, index: basics.index, holder: Environment.holder)
    let generation = try builder.optimize(reorder: options.reorder)
    if basics.json {
      console.lines(AnswerJSON.optimized(generation: generation))
    } else {
      console.paragraph(StyledText(console.wording.optimized(generation: generation)))
    }
    return .done
  }
}
