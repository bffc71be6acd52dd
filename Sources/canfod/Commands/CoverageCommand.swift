import ArgumentParser
import Catalogue
import Terminal

/// `canfod coverage`: where there is something, and where there is nothing.
struct CoverageCommand: CatalogueCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Show what there is for whom in which language, and the gaps.",
    discussion: """
      Yn Gymraeg: dangos beth sydd ar gael i bwy ym mha iaith, a'r bylchau.

      Example:
        canfod coverage --by audience,language
      """)

  @OptionGroup var question: QuestionOptions

  @OptionGroup var facets: FacetOptions

  @OptionGroup var basics: BasicOptions

  func run(on console: Console) throws(CatalogueError) -> ExitStatus {
    let catalogue = try Catalogue(index: basics.index)
    let request = try question.request(of: catalogue, in: console.language)
    let coverage = try catalogue.coverage(
      request, by: try facets.facets(else: [.audience, .language]))
    if basics.json {
      console.lines(AnswerJSON.coverage(coverage))
    } else {
      console.paragraph(
        StyledText(
          console.wording.found(total: coverage.total, first: 1, last: coverage.total), .heading))
      CountsPage(catalogue, on: console).write(coverage)
    }
    return coverage.total > 0 ? .done : .nothingFound
  }
}
