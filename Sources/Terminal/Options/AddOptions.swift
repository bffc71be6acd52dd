public import ArgumentParser
public import Records

/// The options of `add`.
///
/// Two programs take them: `canfod`, which answers `--help`, wrong usage and completions, and
/// `canfod-curate`, which `canfod add` becomes.
public struct AddOptions: ParsableArguments {
  /// The file handed in.
  @Argument(help: ArgumentHelp("The file.", valueName: "file"))
  public var file: String

  /// The record's id; else made from the file's name.
  @Option(help: ArgumentHelp("The record's id; else made from the file's name.", valueName: "slug"))
  public var id: String?

  /// The work of which it is a language version.
  @Option(help: ArgumentHelp("The work of which it is a language version.", valueName: "slug"))
  public var work: String?

  /// The title in English.
  @Option(help: ArgumentHelp("The title in English.", valueName: "text"))
  public var titleEn: String?

  /// The title in Welsh.
  @Option(help: ArgumentHelp("The title in Welsh.", valueName: "text"))
  public var titleCy: String?

  /// The description in English.
  @Option(help: ArgumentHelp("The description in English.", valueName: "text"))
  public var descriptionEn: String?

  /// The description in Welsh.
  @Option(help: ArgumentHelp("The description in Welsh.", valueName: "text"))
  public var descriptionCy: String?

  /// The address at which it was published.
  @Option(help: ArgumentHelp("The address at which it was published.", valueName: "https://…"))
  public var url: String?

  /// Who published it.
  @Option(help: ArgumentHelp("Who published it.", valueName: "name"))
  public var publisher: [String] = []

  /// Who made it.
  @Option(help: ArgumentHelp("Who made it.", valueName: "name"))
  public var creator: [String] = []

  /// When it was published.
  @Option(help: ArgumentHelp("When: 2020-09-07, 2020-09, 2020 or 2019-2020.", valueName: "date"))
  public var published: String?

  /// Its languages, some with commas between.
  @Option(help: ArgumentHelp("Its languages.", valueName: "cy,en"))
  public var language: [String] = []

  /// What sort of thing it is.
  @Option(help: ArgumentHelp("What sort of thing it is.", valueName: "kind"))
  public var kind: String?

  /// Whom it is for, some with commas between.
  @Option(help: ArgumentHelp("Whom it is for.", valueName: "audience"))
  public var audience: [String] = []

  /// The ages.
  @Option(help: ArgumentHelp("The ages: 8, 8-11, under-12, 12+.", valueName: "ages"))
  public var age: String?

  /// Whose age that is; the audience decides otherwise.
  @Option(
    help: ArgumentHelp(
      "Whose age that is; the audience decides otherwise.", valueName: "whose"))
  public var ageOf: AgeOf?

  /// What it is about, some with commas between.
  @Option(help: ArgumentHelp("What it is about.", valueName: "topic"))
  public var topic: [String] = []

  /// Features such as easy read, some with commas between.
  @Option(help: ArgumentHelp("Easy read, captions and the like.", valueName: "feature"))
  public var accessibility: [String] = []

  /// The licence.
  @Option(help: ArgumentHelp("The licence.", valueName: "text"))
  public var rights: String?

  /// The plan's action that published it.
  @Option(help: ArgumentHelp("The plan's action that published it.", valueName: "A14"))
  public var action: String?

  /// Where these facts come from.
  @Option(help: ArgumentHelp("Where these facts come from.", valueName: "text"))
  public var source: [String] = []

  /// A remark.
  @Option(help: ArgumentHelp("A remark.", valueName: "text"))
  public var note: String?

  /// The options of every command.
  @OptionGroup public var basics: BasicOptions

  /// The options of a command line that gives none.
  public init() {}

  /// What both programs say of the command.
  public static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Make a record of the corpus from a file.",
    discussion: """
      Yn Gymraeg: gwneud cofnod yn y corpws o ffeil.

      The file is a saved web page, a plain text, Markdown, or a transcript (WebVTT, SubRip). \
      Title, description and language are read from it where no flag gives them. The record is \
      checked, nothing is overwritten, and what is still unknown is listed. Then: canfod build.

      Example:
        canfod add page.html --kind leaflet --audience parents --age under-5
      """)
}
