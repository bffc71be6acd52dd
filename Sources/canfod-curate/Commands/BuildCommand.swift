import ArgumentParser
import Catalogue
import Curation
import Terminal

/// `canfod build`: corpus to index.
struct BuildCommand: CatalogueCommand {
  static let configuration = BuildOptions.configuration

  @OptionGroup var options: BuildOptions

  var basics: BasicOptions { options.basics }

  func run(on console: Console) throws(CatalogueError) -> ExitStatus {
    let progress = ProgressLine()
    defer { progress.end() }
    let builder = CatalogueBuilder(
      corpus: basics.corpus, index: basics.index, holder: Environment.holder)
    let report = try builder.build(anew: options.anew) { step in
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
