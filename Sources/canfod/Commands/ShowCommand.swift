import ArgumentParser
import Catalogue
import Terminal

/// `canfod show`: all that is known of a resource.
struct ShowCommand: CatalogueCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show all that is known of a resource.",
    discussion: """
      Yn Gymraeg: dangos popeth sy'n hysbys am adnodd.

      Example:
        canfod show childline-keep-safe-under12-cy
      """)

  @Argument(help: ArgumentHelp("The ids, as search shows them.", valueName: "id"))
  var ids: [String]

  @OptionGroup var basics: BasicOptions

  func run(on console: Console) throws(CatalogueError) -> ExitStatus {
    let catalogue = try Catalogue(index: basics.index)
    var found: [(id: String, view: ResourceView?)] = []
    for id in ids { found.append((id, try catalogue.resource(id))) }
    if basics.json {
      console.lines(AnswerJSON.documents(found, generation: catalogue.generation))
    } else {
      let page = ResourcePage(console, ValueLabels(catalogue, console.wording))
      for (place, view) in found.compactMap(\.view).enumerated() {
        if place > 0 { console.line() }
        page.write(view)
      }
    }
    let missing = found.filter { $0.view == nil }.map(\.id)
    for id in missing {
      console.flush()
      console.complain("canfod: " + ErrorWording(.notFound(id: id), console.language).message)
    }
    return missing.isEmpty ? .done : .nothingFound
  }
}
