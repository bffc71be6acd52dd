public import Catalogue
public import Records

/// One run's way of speaking: in which language, how wide, in colour or not, for people or for
/// programs.
public final class Console {
  /// The widest that text is set, however wide the terminal is: longer lines are hard to read.
  public static let columnsMax = 100
  /// What a terminal that does not say is taken for.
  public static let columnsUsual = 80
  /// Narrower than this is not believed.
  public static let columnsMin = 20

  /// The language of messages and labels.
  public let language: InterfaceLanguage
  /// What is said in that language.
  public let wording: Wording
  /// Whether a program reads.
  public let isJSON: Bool
  /// How text for people is set.
  let typesetter: Typesetter
  /// The options shared by all commands.
  public let options: BasicOptions

  private var pending = ""
  private var isWritable = true

  /// Speaks as `options` and the environment say.
  public init(
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
  public func line(_ text: String = "") {
    pending += text + "\n"
    if pending.utf8.count > 1 << 16 { flush() }
  }

  /// Writes a text as it stands, line feeds and all.
  public func write(_ text: String) {
    pending += text
    if pending.utf8.count > 1 << 16 { flush() }
  }

  /// Writes lines as they stand.
  public func lines(_ texts: [String]) {
    for text in texts { line(text) }
  }

  /// Writes a paragraph for people.
  public func paragraph(_ text: StyledText, indent: Int = 0, hanging: Int? = nil) {
    lines(typesetter.set(text, indent: indent, hanging: hanging ?? indent))
  }

  /// Writes a line that is to be copied, however long it is.
  public func command(_ text: String, indent: Int) {
    let unbroken = Typesetter(columns: .max / 2, isColoured: typesetter.isColoured)
    lines(unbroken.set(StyledText(text, .heading), indent: indent, hanging: indent))
  }

  /// Tells of an error: in words on the standard error, and to a program as the end line too.
  public func tell(_ error: CatalogueError) {
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

  /// Tells of an error that is not the service's, as of one that is.
  ///
  /// - Parameters:
  ///   - code: its stable name for programs, such as `ENOPROGRAM`.
  ///   - message: what is wrong.
  ///   - hint: what to do about it.
  public func tell(code: String, _ message: String, hint: String?) {
    if isJSON {
      var members: [(name: String, value: JSONText)] = [
        ("ok", .bool(false)), ("code", .string(code)), ("message", .string(message)),
      ]
      if let hint { members.append(("hint", .string(hint))) }
      line(JSONText.object(members).line)
    }
    flush()
    complain("canfod: " + message)
    if let hint { complain(hint) }
  }

  /// Writes a line to the standard error.
  public func complain(_ text: String) {
    // Where even the standard error is closed there is nobody left to tell.
    _ = StandardStream.error.write(PlainText.clean(text) + "\n")
  }

  /// Writes what is pending; false if anything of this run could not be written.
  @discardableResult
  public func flush() -> Bool {
    if !pending.isEmpty {
      isWritable = StandardStream.output.write(pending) && isWritable
      pending = ""
    }
    return isWritable
  }
}
