import ArgumentParser
import Catalogue
import Records

/// `canfod analyze`: how text becomes terms.
struct AnalyzeCommand: CatalogueCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Show how text becomes the terms of the index.",
    discussion: """
      Yn Gymraeg: dangos sut y daw testun yn dermau'r mynegai.

      With --tsv one form a line is read from standard input, and the form, a tab and its terms \
      with commas between are written.

      Examples:
        canfod analyze "keeping children safe"
        canfod analyze --language cy "cadw'n ddiogel yn y tŷ"
        canfod analyze --language cy --tsv < forms.txt
      """)

  @Argument(help: ArgumentHelp("The text.", valueName: "text"))
  var words: [String] = []

  @Option(help: ArgumentHelp("The language of the text.", valueName: "cy|en|…"))
  var language: String?

  @Flag(help: "Read forms from standard input, one a line, and write a table.")
  var tsv = false

  @OptionGroup var basics: BasicOptions

  func validate() throws {
    guard tsv == words.isEmpty else {
      throw ValidationError("Give either a text or --tsv.")
    }
  }

  func run(on console: Console) throws(CatalogueError) -> ExitStatus {
    let language = language ?? console.language.rawValue
    if tsv {
      while let form = readLine() {
        let terms = Analysis.tokens(form, language: language).map(\.term)
        console.line(form + "\t" + terms.joined(separator: ","))
      }
      return .done
    }
    let tokens = Analysis.tokens(words.joined(separator: " "), language: language)
    if basics.json {
      console.lines(AnswerJSON.analysis(tokens))
    } else {
      for token in tokens {
        let steps = Self.changes(token).map { console.wording.step($0.name) + " " + $0.text }
        let how = steps.isEmpty ? "" : " (" + steps.joined(separator: ", ") + ")"
        console.paragraph(
          StyledText("\(token.position) \(token.surface): ") + StyledText(token.term, .heading)
            + StyledText(how, .quiet),
          hanging: 2)
      }
    }
    return tokens.isEmpty ? .nothingFound : .done
  }

  /// The steps that left the word in another form than they found it.
  private static func changes(_ token: AnalyzedToken) -> [AnalyzedToken.Step] {
    var form = token.surface
    return token.steps.filter { step in
      defer { form = step.text }
      return step.text != form
    }
  }
}
