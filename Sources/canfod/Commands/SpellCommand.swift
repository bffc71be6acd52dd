import ArgumentParser
import Catalogue
import Terminal

/// `canfod spell`: what is misspelt in a question.
struct SpellCommand: CatalogueCommand {
  static let configuration = CommandConfiguration(
    commandName: "spell",
    abstract: "Show what is misspelt in a question, and what may have been meant.",
    discussion: """
      Yn Gymraeg: dangos beth sydd wedi'i gamsillafu mewn cwestiwn.

      A word is taken for misspelt when no resource has it; only words that find something under \
      the filters given are suggested.

      Examples:
        canfod spell "groming postres"
        canfod spell ngamdrinaeth --language cy
      """)

  @OptionGroup var question: QuestionOptions

  @Option(
    help: ArgumentHelp(
      "How many slips a word may have, 1 to 3; its length decides otherwise.", valueName: "n"))
  var distance: Int?

  @OptionGroup var basics: BasicOptions

  func validate() throws {
    guard !question.words.isEmpty else { throw ValidationError("Give a question.") }
  }

  func run(on console: Console) throws(CatalogueError) -> ExitStatus {
    let catalogue = try Catalogue(index: basics.index)
    let spelled = try catalogue.spell(
      try question.request(of: catalogue, in: console.language), edits: distance)
    if basics.json {
      console.lines(AnswerJSON.spelling(spelled))
      return spelled.words.isEmpty ? .nothingFound : .done
    }
    for word in spelled.words {
      console.paragraph(
        StyledText(console.wording.misspelt(word.text, word.suggestions.map(\.text))), hanging: 2)
    }
    if spelled.words.isEmpty { console.paragraph(StyledText(console.wording.nothingMisspelt)) }
    if let suggestion = spelled.suggestion {
      AnswerPage(catalogue, on: console)
        .write(suggestion: suggestion, question.command("search", suggestion, basics))
    }
    return spelled.words.isEmpty ? .nothingFound : .done
  }
}
