import ArgumentParser
import Catalogue

/// `canfod verify`: whether the index is whole.
struct VerifyCommand: CatalogueCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check every byte of the index and name the damage.",
    discussion: """
      Yn Gymraeg: gwirio pob beit o'r mynegai ac enwi'r difrod.

      Example:
        canfod verify --index index
      """)

  @OptionGroup var basics: BasicOptions

  func run(on console: Console) throws(CatalogueError) -> ExitStatus {
    let report = try Catalogue.verify(index: basics.index)
    if basics.json {
      console.lines(AnswerJSON.verified(report))
    } else if report.faults.isEmpty {
      console.paragraph(
        StyledText(console.wording.verified(files: report.files, bytes: report.bytes)))
    } else {
      for fault in report.faults {
        console.paragraph(StyledText(console.wording.damage(fault), .warning), hanging: 2)
      }
      console.paragraph(StyledText(console.wording.rebuildHint))
    }
    return report.faults.isEmpty ? .done : .problemFound
  }
}
