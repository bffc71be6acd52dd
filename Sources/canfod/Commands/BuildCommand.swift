import ArgumentParser
import Catalogue
import Terminal

/// `canfod build`: corpus to index.
struct BuildCommand: CatalogueCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Build the index from the corpus.",
    discussion: """
      Yn Gymraeg: adeiladu'r mynegai o'r corpws.

      Only what has changed is indexed anew; an index that is damaged is built again from nothing. \
      Faults of the corpus are listed all at once, and the index stays as it was.

      Example:
        canfod build --corpus corpus --index index
      """)

  @Flag(help: "Index everything again, whatever has changed.")
  var anew = false

  @OptionGroup var basics: BasicOptions

  func run(on console: Console) throws(CatalogueError) -> ExitStatus {
    let progress = ProgressLine()
    defer { progress.end() }
    let builder = CatalogueBuilder(
      corpus: basics.corpus, index: basics.index, holder: Environment.holder)
    let report = try builder.build(anew: anew) { step in
      progress.tell(console.wording.progress(step))
    }
    progress.end()
    if basics.json {
      console.lines(AnswerJSON.built(report, console.language))
    } else {
      console.paragraph(StyledText(console.wording.built(report)))
      for warning in report.warnings {
        console.paragraph(StyledText(console.wording.buildWarning(warning)))
      }
      for remark in report.remarks {
        console.paragraph(StyledText(console.wording.fault(remark), .warning))
      }
    }
    return .done
  }
}
