import ArgumentParser
import Catalogue
import Terminal

/// `canfod status`: what the index holds.
struct StatusCommand: CatalogueCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show what the index holds.",
    discussion: """
      Yn Gymraeg: dangos beth sydd yn y mynegai.

      Example:
        canfod status --json
      """)

  @OptionGroup var basics: BasicOptions

  func run(on console: Console) throws(CatalogueError) -> ExitStatus {
    let catalogue = try Catalogue(index: basics.index)
    let status = try catalogue.status()
    if basics.json {
      console.lines(AnswerJSON.status(status))
    } else {
      StatusPage(catalogue, on: console).write(status)
    }
    return .done
  }
}
