import Catalogue
import Records
import Terminal

/// Counts as people read them: facets with their values, and matrices with their gaps.
struct CountsPage {
  private let console: Console
  private let wording: Wording
  private let labels: ValueLabels

  /// Writes counts of `catalogue` to `console`.
  init(_ catalogue: Catalogue, on console: Console) {
    self.console = console
    wording = console.wording
    labels = ValueLabels(catalogue, console.wording)
  }

  /// Writes facets, each with its values, the commonest first.
  func write(_ facets: [FacetAnswer]) {
    for facet in facets {
      console.line()
      console.paragraph(StyledText(wording.field(facet.facet.rawValue), .heading))
      let columns = facet.values.map { String($0.count).count }.max() ?? 1
      for value in facet.values {
        let count = String(value.count)
        let label = labels.label(value.value, of: facet.facet)
        let indent = 2 + columns - count.count
        var text = StyledText(count + " " + label)
        if label.lowercased() != value.value.lowercased() {
          text += StyledText(" (" + value.value + ")", .quiet)
        }
        console.paragraph(text, indent: indent, hanging: 3 + columns)
      }
      if facet.values.isEmpty { console.paragraph(StyledText(wording.none), indent: 2) }
    }
  }

  /// Writes a matrix: for each combination of all facets but the last, the values of the last that
  /// have something, and those that have nothing.
  func write(_ coverage: Coverage) {
    guard let last = coverage.facets.last else { return }
    var rows: [(name: [String], cells: [Coverage.Cell])] = []
    for cell in coverage.cells {
      let name = Array(cell.values.dropLast())
      if rows.last?.name == name {
        rows[rows.count - 1].cells.append(cell)
      } else {
        rows.append((name, [cell]))
      }
    }
    for row in rows {
      console.line()
      let heading = zip(coverage.facets, row.name).map { facet, value in
        labels.label(value, of: facet)
      }
      if !heading.isEmpty {
        console.paragraph(StyledText(heading.joined(separator: ", "), .heading))
      }
      let (some, none) = (row.cells.filter { $0.count > 0 }, row.cells.filter { $0.count == 0 })
      let present = some.map { name($0, last) + " \($0.count)" }
      console.paragraph(
        StyledText(present.isEmpty ? wording.none : present.joined(separator: ", ")), indent: 2)
      if !none.isEmpty, !some.isEmpty {
        console.paragraph(
          StyledText(
            wording.nothingIn(none.map { name($0, last) }.joined(separator: ", ")), .quiet),
          indent: 2, hanging: 4)
      }
    }
    console.line()
    console.paragraph(
      StyledText(wording.gaps(coverage.gaps, of: coverage.cells.count), .heading))
  }

  private func name(_ cell: Coverage.Cell, _ facet: Facet) -> String {
    cell.values.last.map { labels.label($0, of: facet) } ?? ""
  }
}
