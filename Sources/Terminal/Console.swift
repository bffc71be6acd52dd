import Catalogue
import Records

/// One run's way of speaking: in which language, how wide, in colour or not, for people or for
/// programs.
final class Console {
  /// The widest that text is set, however wide the terminal is: longer lines are hard to read.
  static let columnsMax = 100
  /// What a terminal that does not say is taken for.
  static let columnsUsual = 80
  /// Narrower than this is not believed.
  static let columnsMin = 20

  /// The language of messages and labels.
  let language: InterfaceLanguage
  /// What is said in that language.
  let wording: Wording
  /// Whether a program reads.
  let isJSON: Bool
  /// How text for people is set.
  let typesetter: Typesetter
  /// The options shared by all commands.
  let options: BasicOptions

  private var pending = ""
  private var isWritable = true

  /// Speaks as `options` and the environment say.
  init(
    _ options: BasicOptions,
    environment: [String: String] = Environment.values
  ) {
    self.options = options
    language = (options.language ?? .ofLocale(environment)).interface
    wording = Wording(language)
    isJSON = options.json
    let asked = environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    let columns = asked ?? StandardStream.output.columns ?? Self.columnsUsual
    typesetter = Typesetter(
      columns: min(max(columns, Self.columnsMin), Self.columnsMax),
      isColoured: options.colour.isOn(
        onTerminal: StandardStream.output.isTerminal, environment))
  }

  /// Writes a line as it stands.
  func line(_ text: String = "") {
    pending += text + "\n"
    if pending.utf8.count > 1 << 16 { flush() }
  }

  /// Writes lines as they stand.
  func lines(_ texts: [String]) {
    for text in texts { line(text) }
  }

  /// Writes a paragraph for people.
  func paragraph(_ text: StyledText, indent: Int = 0, hanging: Int? = nil) {
    lines(typesetter.set(text, indent: indent, hanging: hanging ?? indent))
  }

  /// Writes a line that is to be copied, however long it is.
  func command(_ text: String, indent: Int) {
    let unbroken = Typesetter(columns: .max / 2, isColoured: typesetter.isColoured)
    lines(unbroken.set(StyledText(text, .heading), indent: indent, hanging: indent))
  }

  /// Tells of an error: in words on the standard error, and to a program as the end line too.
  func tell(_ error: CatalogueError) {
    var faults: [RecordFault] = []
    if case .faults(let found) = error { faults = found }
    if isJSON {
      lines(AnswerJSON.faults(faults, language))
      line(AnswerJSON.error(error, language))
    }
    flush()
    for fault in faults { complain(wording.fault(fault)) }
    let words = ErrorWording(error, language)
    complain("canfod: " + words.message)
    if let hint = words.hint { complain(hint) }
  }

  /// Writes a line to the standard error.
  func complain(_ text: String) {
    // Where even the standard error is closed there is nobody left to tell.
    _ = StandardStream.error.write(PlainText.clean(text) + "\n")
  }

  /// Writes what is pending; false if anything of this run could not be written.
  @discardableResult
  func flush() -> Bool {
    if !pending.isEmpty {
      isWritable = StandardStream.output.write(pending) && isWritable
      pending = ""
    }
    return isWritable
  }
}
