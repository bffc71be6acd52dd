import ArgumentParser
import Catalogue
import Terminal

/// `canfod suggest`: how what is being typed can go on.
struct SuggestCommand: CatalogueCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "Complete the beginning of a word or a title.",
    discussion: """
      Yn Gymraeg: cwblhau dechrau gair neu deitl.

      Words, titles and topics of the catalogue that begin so, the commonest first; accents may be \
      left out, and a mutated word is completed too.

      Examples:
        canfod suggest gamdr --language cy
        canfod suggest "keeping ch"
      """)

  @Argument(help: ArgumentHelp("The beginning, as typed so far.", valueName: "prefix"))
  var words: [String]

  @Option(help: ArgumentHelp("Only words and titles of this language.", valueName: "cy|en|…"))
  var language: String?

  @Option(help: ArgumentHelp("How many to show.", valueName: "n"))
  var limit = 10

  @Flag(help: "Forgive one slip in what was typed.")
  var fuzzy = false

  @OptionGroup var basics: BasicOptions

  func run(on console: Console) throws(CatalogueError) -> ExitStatus {
    let catalogue = try Catalogue(index: basics.index)
    let completions = try catalogue.complete(
      words.joined(separator: " "), language: language, isFuzzy: fuzzy, limit: limit)
    if basics.json {
      console.lines(AnswerJSON.completions(completions))
    } else {
      for completion in completions {
        let place = console.wording.inResources(completion.count) + "; " + completion.language
        console.paragraph(
          StyledText(completion.text) + StyledText(" (" + place + ")", .quiet), hanging: 2)
      }
      if completions.isEmpty {
        console.paragraph(StyledText(console.wording.found(total: 0, first: 1, last: 0)))
      }
    }
    return completions.isEmpty ? .nothingFound : .done
  }
}
