import ArgumentParser
import Catalogue
import Records
import Terminal

/// `canfod understand`: how a question is read.
struct UnderstandCommand: CatalogueCommand {
  static let configuration = CommandConfiguration(
    commandName: "understand",
    abstract: "Show how a question is read.",
    discussion: """
      Yn Gymraeg: dangos sut y darllenir cwestiwn.

      With --tsv one question a line is read from standard input, and a table is written: query, \
      language, age_min, age_max, audience, kind, accessibility, remaining text; several values of \
      a field have ; between them.

      Examples:
        canfod understand "posters for parents in Polish"
        canfod understand --tsv < questions.txt
      """)

  @Argument(help: ArgumentHelp("The question.", valueName: "question"))
  var words: [String] = []

  @Flag(help: "Read questions from standard input, one a line, and write a table.")
  var tsv = false

  @OptionGroup var switches: SwitchOptions

  @OptionGroup var basics: BasicOptions

  func validate() throws {
    guard tsv == words.isEmpty else {
      throw ValidationError("Give either a question or --tsv.")
    }
  }

  func run(on console: Console) throws(CatalogueError) -> ExitStatus {
    let catalogue = try Catalogue(index: basics.index)
    if tsv { return writeTable(catalogue, on: console) }
    var request = SearchRequest(words.joined(separator: " "))
    request.switchedOff = switches.without
    let understanding = try catalogue.understand(request)
    let warnings = understanding.notUnderstood(of: request)
    if basics.json {
      console.lines(AnswerJSON.understanding(understanding, warnings))
    } else {
      AnswerPage(catalogue, on: console).writeUnderstood(understanding.filters)
      console.paragraph(
        StyledText(console.wording.searchedFor(understanding.remainingText)))
      for warning in warnings {
        console.paragraph(StyledText(console.wording.warning(warning), .warning))
      }
    }
    return understanding.filters.isEmpty && understanding.remainingText.isEmpty
      ? .nothingFound : .done
  }

  /// Writes a row for every line of standard input.
  ///
  /// One that the search language does not take is told, and stands in its row as text: the rows must
  /// stay beside the questions.
  private func writeTable(_ catalogue: Catalogue, on console: Console) -> ExitStatus {
    var status = ExitStatus.done
    var number = 0
    console.line(QuestionTable.header)
    while let question = readLine() {
      number += 1
      var understanding = Understanding()
      do throws(CatalogueError) {
        understanding = try catalogue.understand(SearchRequest(question))
      } catch {
        let words = ErrorWording(error, console.language)
        console.complain("canfod: \(number): \(words.message)")
        understanding.remainingText = question
        status = .badData
      }
      console.line(QuestionTable.row(question, understanding))
    }
    return status
  }
}

/// Questions and how they were read, as a table of tab-separated values.
enum QuestionTable {
  /// The names of the columns.
  static let header = [
    "query", "language", "age_min", "age_max", "audience", "kind", "accessibility",
    "remaining text",
  ].joined(separator: "\t")

  /// One question's row.
  ///
  /// What has no column, an exclusion or a date, stays in the remaining text; ages that touch are one
  /// range.
  static func row(_ question: String, _ understanding: Understanding) -> String {
    let ages = joined(understanding.ages)
    let others = understanding.filters.filter { $0.use == .exclude || $0.facet == "published" }
    return [
      [question],
      understanding.languages,
      ages.map { $0.min.map(String.init) ?? "" },
      ages.map { $0.max.map(String.init) ?? "" },
      understanding.audiences,
      understanding.kinds,
      understanding.accessibility,
      [
        ([understanding.remainingText] + others.map(\.phrase)).filter { !$0.isEmpty }
          .joined(separator: " ")
      ],
    ].map { cell($0) }.joined(separator: "\t")
  }

  /// `ranges` with those that overlap or follow each other put together.
  private static func joined(_ ranges: [AgeRange]) -> [AgeRange] {
    var joined: [AgeRange] = []
    for range in ranges.sorted(by: { $0.years.lowerBound < $1.years.lowerBound }) {
      if let last = joined.last, range.years.lowerBound <= last.years.upperBound + 1,
        let both = AgeRange(
          min: last.min,
          max: last.max == nil || range.max == nil
            ? nil : max(last.years.upperBound, range.years.upperBound))
      {
        joined[joined.count - 1] = both
      } else {
        joined.append(range)
      }
    }
    return joined
  }

  /// Values in one cell: a tab in one would start another.
  private static func cell(_ values: [String]) -> String {
    values.filter { !$0.isEmpty }.joined(separator: ";").replacing("\t", with: " ")
  }
}
