import ArgumentParser
import Catalogue
import Terminal

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
    let health = try IndexHealth.check(index: basics.index)
    if basics.json {
      console.lines(AnswerJSON.verified(health))
    } else if health.faults.isEmpty {
      console.paragraph(
        StyledText(console.wording.verified(files: health.files, bytes: health.bytes)))
    } else {
      for fault in health.faults {
        console.paragraph(StyledText(console.wording.damage(fault), .warning), hanging: 2)
      }
      console.paragraph(StyledText(console.wording.rebuildHint))
    }
    return health.faults.isEmpty ? .done : .problemFound
  }
}
