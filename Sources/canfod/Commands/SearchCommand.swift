import ArgumentParser
import Catalogue
import Terminal

/// `canfod search`: finds resources.
struct SearchCommand: CatalogueCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find resources.",
    discussion: """
      Yn Gymraeg: dod o hyd i adnoddau.

      A question is read for the language, audience, ages and kind that it names; what was \
      understood is shown, and can be switched off with --without. Words between quotation marks, \
      and all words with --literal, are taken as they stand.

      Examples:
        canfod search "what exists in Welsh for under-12s"
        canfod search posters --language en,cy --age over-12
        canfod search '"harmful sexual behaviour" -training' --sort published:desc
        canfod search kind:video audience:parents --json
      """)

  @OptionGroup var question: QuestionOptions

  @Option(help: ArgumentHelp("How many to show.", valueName: "n"))
  var limit = 10

  @Option(help: ArgumentHelp("How many to pass over first.", valueName: "n"))
  var offset = 0

  @Option(
    help: ArgumentHelp(
      "The order: score, published, title, age or id, each with :asc or :desc.",
      valueName: "field:desc"))
  var sort: [String] = []

  @Option(
    help: ArgumentHelp(
      "Count groups too: the versions of one work as one.", valueName: "what"))
  var group: Grouping?

  @Flag(help: "Mark the words found, in JSON too.")
  var highlight = false

  @Flag(help: "Tell how the question was planned and each score came about.")
  var explain = false

  @OptionGroup var basics: BasicOptions

  /// What `--group` takes.
  enum Grouping: String, WordChoice {
    /// By work.
    case work
  }

  func run(on console: Console) throws(CatalogueError) -> ExitStatus {
    let catalogue = try Catalogue(index: basics.index)
    var request = try question.request(of: catalogue, in: console.language)
    request.limit = limit
    request.offset = offset
    request.sort = try sortFields()
    request.groupsWorks = group != nil
    request.highlights = highlight || !basics.json
    request.explains = explain
    let answer = try catalogue.search(request)
    if basics.json {
      console.lines(AnswerJSON.search(answer))
    } else {
      AnswerPage(catalogue, on: console).write(answer) { question.command("search", $0, basics) }
    }
    return answer.total > 0 ? .done : .nothingFound
  }

  private func sortFields() throws(CatalogueError) -> [SortField] {
    var fields: [SortField] = []
    for text in sort.flatMap(CommaList.items) {
      guard let field = SortField(text) else {
        throw CatalogueError.badValue(
          option: "--sort", found: text,
          expected: SortField.Name.allCases.map(\.rawValue).joined(separator: ", ")
            + "; :asc, :desc")
      }
      fields.append(field)
    }
    return fields
  }
}
