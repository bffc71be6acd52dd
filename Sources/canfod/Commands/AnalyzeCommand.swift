import ArgumentParser
import Catalogue
import Records
import Terminal

/// `canfod analyze`: how text becomes terms.
struct AnalyzeCommand: CatalogueCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Show how text becomes the terms of the index.",
    discussion: """
      Yn Gymraeg: dangos sut y daw testun yn dermau'r mynegai.

      With --tsv one form a line is read from standard input, and the form, a tab and the terms \
      that a query of it asks for, with commas between, are written. With --running whole \
      sentences are read, one word a line (what follows a tab is passed over), an empty line \
      between sentences and "# id", a tab and a name before each; the name, the word's number \
      and the terms under which it is indexed are written.

      Examples:
        canfod analyze "keeping children safe"
        canfod analyze --language cy "cadw'n ddiogel yn y tŷ"
        canfod analyze --language cy --tsv < forms.txt
        canfod analyze --language cy --running < sentences.tsv
      """)

  @Argument(help: ArgumentHelp("The text.", valueName: "text"))
  var words: [String] = []

  @Option(help: ArgumentHelp("The language of the text.", valueName: "cy|en|…"))
  var language: String?

  @Flag(help: "Read forms from standard input, one a line, and write a table.")
  var tsv = false

  @Flag(help: "Read sentences from standard input, one word a line, and write a table.")
  var running = false

  @OptionGroup var basics: BasicOptions

  func validate() throws {
    guard [tsv, running, !words.isEmpty].count(where: \.self) == 1 else {
      throw ValidationError("Give one of a text, --tsv and --running.")
    }
  }

  func run(on console: Console) throws(CatalogueError) -> ExitStatus {
    let language = language ?? console.language.rawValue
    if tsv {
      while let form = readLine() {
        let terms = Analysis.queryTerms(form, language: language)
        console.line(form + "\t" + terms.joined(separator: ","))
      }
      return .done
    }
    if running {
      writeSentences(language, on: console)
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

  /// Reads sentences as treebanks write them, one word a line.
  private func writeSentences(_ language: String, on console: Console) {
    var sentence = ""
    var number = 0
    while let line = readLine() {
      if line.isEmpty {
        number = 0
      } else if line.hasPrefix("# id\t") {
        sentence = String(line.dropFirst(5))
        number = 0
      } else if !line.hasPrefix("# ") || !line.contains("\t") {
        number += 1
        let word = String(line.prefix { $0 != "\t" })
        let terms = Analysis.indexTerms(word, language: language)
        console.line("\(sentence)\t\(number)\t" + terms.joined(separator: ","))
      } else if !["cy", "en"].contains(where: { line.hasPrefix("# \($0)\t") }) {
        // A word that is the sign #.
        number += 1
        console.line("\(sentence)\t\(number)\t")
      }
    }
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
