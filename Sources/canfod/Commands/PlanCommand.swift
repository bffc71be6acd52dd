import ArgumentParser
import Catalogue
import Records
import Terminal

/// `canfod plan`: the plan's actions and how they stand.
struct PlanCommand: CatalogueCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Show the plan's actions: who does them and how they stand.",
    discussion: """
      Yn Gymraeg: dangos camau'r cynllun: pwy sy'n eu gwneud a sut maen nhw'n sefyll.

      Example:
        canfod plan A14
      """)

  @Argument(help: ArgumentHelp("Only these actions.", valueName: "A14"))
  var actions: [String] = []

  @OptionGroup var basics: BasicOptions

  func run(on console: Console) throws(CatalogueError) -> ExitStatus {
    let catalogue = try Catalogue(index: basics.index)
    let asked = Set(actions.flatMap(CommaList.items).map { $0.uppercased() })
    let found = try catalogue.plan().actions.filter { asked.isEmpty || asked.contains($0.id) }
    if basics.json {
      console.lines(AnswerJSON.plan(found, generation: catalogue.generation))
    } else {
      for (place, action) in found.enumerated() {
        if place > 0 { console.line() }
        write(action, on: console)
      }
      if found.isEmpty {
        console.paragraph(StyledText(console.wording.found(total: 0, first: 1, last: 0)))
      }
    }
    return found.isEmpty ? .nothingFound : .done
  }

  private func write(_ action: PlanAction, on console: Console) {
    let wording = console.wording
    console.paragraph(
      StyledText("\(action.id): \(action.summary.text(in: console.language) ?? "")", .heading),
      hanging: 2)
    let members = [
      (
        wording.field("status"),
        "\(wording.trafficLight(action.statusColour)), \(action.statusStated)"
      ),
      (wording.partners, action.partners.joined(separator: ", ")),
      (wording.dates, action.dates.joined(separator: "; ")),
      (wording.status(.resources), "\(action.resources)"),
      (wording.field("note"), action.note ?? ""),
    ]
    for (name, value) in members where !value.isEmpty {
      console.paragraph(StyledText("\(name): \(value)"), indent: 2, hanging: 4)
    }
  }
}
