import Catalogue
import Records
import Terminal

/// What the index holds, as people read it.
struct StatusPage {
  private let catalogue: Catalogue
  private let console: Console

  /// Writes the status of `catalogue` to `console`.
  init(_ catalogue: Catalogue, on console: Console) {
    self.catalogue = catalogue
    self.console = console
  }

  /// Writes the report.
  func write(_ status: CatalogueStatus) {
    let wording = console.wording
    let colours = status.actions.map { "\(wording.trafficLight($0.value)) \($0.count)" }
    let items: [(StatusItem, String)] = [
      (.generation, "\(status.generation)"),
      (.resources, "\(status.resources)"),
      (.works, "\(status.works)"),
      (.withAge, "\(status.withAge)"),
      (.withDate, "\(status.withDate)"),
      (.withURL, "\(status.withURL)"),
      (
        .actions,
        "\(status.actionCount) (\(colours.joined(separator: ", ")))"
      ),
      (.inconsistencies, "\(status.inconsistencies)"),
      (.size, wording.bytes(status.bytes)),
    ]
    for (item, value) in items {
      console.paragraph(
        StyledText(wording.status(item) + ":", .heading) + StyledText(" " + value), hanging: 2)
    }
    for warning in status.report.warnings {
      console.paragraph(StyledText(wording.buildWarning(warning)))
    }
    CountsPage(catalogue, on: console).write(status.facets)
  }
}
