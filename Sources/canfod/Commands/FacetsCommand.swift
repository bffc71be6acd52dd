import ArgumentParser
import Catalogue
import Terminal

/// `canfod facets`: counts by language, audience and so on.
struct FacetsCommand: CatalogueCommand {
  static let configuration = CommandConfiguration(
    commandName: "facets",
    abstract: "Count resources by language, audience, kind and more.",
    discussion: """
      Yn Gymraeg: cyfrif adnoddau yn ôl iaith, cynulleidfa, math a mwy.

      The counts of a facet ignore that facet's own filter and obey all others.

      Example:
        canfod facets "posters for parents" --by language,publisher
      """)

  @OptionGroup var question: QuestionOptions

  @OptionGroup var facets: FacetOptions

  @Option(help: ArgumentHelp("How many values of each facet to show.", valueName: "n"))
  var limit = 100

  @OptionGroup var basics: BasicOptions

  func run(on console: Console) throws(CatalogueError) -> ExitStatus {
    let catalogue = try Catalogue(index: basics.index)
    var request = try question.request(of: catalogue, in: console.language)
    request.facets = try facets.facets(else: [.language, .audience, .kind])
    guard limit >= 0 else {
      throw CatalogueError.badValue(option: "--limit", found: "\(limit)", expected: "0, 1, 2 …")
    }
    request.facetLimit = limit
    request.limit = 0
    let answer = try catalogue.search(request)
    if basics.json {
      console.lines(AnswerJSON.facets(answer))
    } else {
      AnswerPage(catalogue, on: console).write(answer) { question.command("facets", $0, basics) }
      CountsPage(catalogue, on: console).write(answer.facets)
    }
    return answer.total > 0 ? .done : .nothingFound
  }
}
