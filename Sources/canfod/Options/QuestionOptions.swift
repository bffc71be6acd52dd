import ArgumentParser
import Catalogue
import Records
import Terminal

/// A question and the filters beside it; `search`, `facets` and `coverage` ask alike.
struct QuestionOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "What to look for: a question, or the search language. Put -- before words that begin "
        + "with a hyphen.",
      valueName: "question"))
  var words: [String] = []

  @Option(help: ArgumentHelp("Only these languages of the resource.", valueName: "cy,en"))
  var language: [String] = []

  @Option(help: ArgumentHelp("Only for these audiences.", valueName: "audience"))
  var audience: [String] = []

  @Option(help: ArgumentHelp("Only these kinds.", valueName: "kind"))
  var kind: [String] = []

  @Option(
    help: ArgumentHelp("Only these ages: 8, 8-11, under-12, over-12, 12+.", valueName: "ages"))
  var age: [String] = []

  @Option(
    help: ArgumentHelp(
      "Whose age is meant; the audience decides otherwise.", valueName: "whose"))
  var ageOf: AgeScope?

  @Option(help: ArgumentHelp("Only these topics.", valueName: "topic"))
  var topic: [String] = []

  @Option(help: ArgumentHelp("Only published then: 2020, 2020-09, 2019..2021.", valueName: "when"))
  var published: String?

  @Option(help: ArgumentHelp("Only these link states.", valueName: "state"))
  var link: [String] = []

  @Option(help: ArgumentHelp("Only by these publishers.", valueName: "name"))
  var publisher: [String] = []

  @Option(help: ArgumentHelp("Only published by these actions of the plan.", valueName: "A1,A14"))
  var action: [String] = []

  @Option(help: ArgumentHelp("Only published, wanted or withdrawn.", valueName: "status"))
  var status: [String] = []

  @Flag(help: "Take the words as they stand; read no filters out of them.")
  var literal = false

  @OptionGroup var switches: SwitchOptions

  /// The request, with people's words for values turned into the vocabularies' ids.
  func request(
    of catalogue: Catalogue, in language: InterfaceLanguage
  ) throws(CatalogueError) -> SearchRequest {
    var request = SearchRequest(words.joined(separator: " "))
    request.wording = language
    request.isLiteral = literal
    request.switchedOff = switches.without
    request.ageOf = ageOf
    for (facet, given) in lists {
      // A publisher's name may hold a comma; the values of a vocabulary do not.
      let values = facet == .publisher ? given : given.flatMap(CommaList.items)
      guard !given.isEmpty else { continue }
      // A filter without a value would be no filter, and the answer everything.
      guard !values.isEmpty, !values.contains("") else {
        throw CatalogueError.badValue(
          option: "--" + facet.rawValue, found: "", expected: "VALUE")
      }
      request.filters.append(FacetFilter(facet, try catalogue.canonical(values, facet)))
    }
    for text in age.flatMap({ $0.isEmpty ? [$0] : CommaList.items($0) }) {
      guard let range = AgeExpression.range(text) else {
        throw CatalogueError.badValue(
          option: "--age", found: text, expected: "8, 8-11, under-12, over-12, 12+")
      }
      request.ages.append(range)
    }
    if let published {
      guard let days = DateExpression.range(published) else {
        throw CatalogueError.badValue(
          option: "--published", found: published, expected: "2020, 2020-09, 2019..2021")
      }
      request.published = days
    }
    return request
  }

  /// The command line that asks the same index the same of other words, in the same language.
  func command(_ name: String, _ text: String, _ basics: BasicOptions) -> String {
    var words = ["canfod", name]
    if text.hasPrefix("-") { words.append("--") }
    words.append(text)
    var options: [(String, [String])] = lists.map { ($0.rawValue, $1) }
    options += [("age", age), ("age-of", [ageOf?.rawValue].compactMap { $0 })]
    options += [("published", [published].compactMap { $0 }), ("without", switches.without)]
    if basics.index != BasicOptions.indexDefault { options.append(("index", [basics.index])) }
    options.append(("lang", [basics.language?.rawValue].compactMap { $0 }))
    let flags =
      options.flatMap { name, values in values.flatMap { ["--" + name, $0] } }
      + (literal ? ["--literal"] : [])
    // What follows -- is no option.
    words.insert(contentsOf: flags, at: text.hasPrefix("-") ? 2 : 3)
    return words.map(ShellWord.quoted).joined(separator: " ")
  }

  private var lists: [(Facet, [String])] {
    [
      (.language, language), (.audience, audience), (.kind, kind), (.topic, topic), (.link, link),
      (.publisher, publisher), (.action, action), (.status, status),
    ]
  }
}
