import ArgumentParser
import Catalogue
import Records
import Terminal

/// `canfod add`: one file to a record of the corpus.
struct AddCommand: CatalogueCommand {
  static let configuration = CommandConfiguration(
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

  @Argument(help: ArgumentHelp("The file.", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("The record's id; else made from the file's name.", valueName: "slug"))
  var id: String?

  @Option(help: ArgumentHelp("The work of which it is a language version.", valueName: "slug"))
  var work: String?

  @Option(help: ArgumentHelp("The title in English.", valueName: "text"))
  var titleEn: String?

  @Option(help: ArgumentHelp("The title in Welsh.", valueName: "text"))
  var titleCy: String?

  @Option(help: ArgumentHelp("The description in English.", valueName: "text"))
  var descriptionEn: String?

  @Option(help: ArgumentHelp("The description in Welsh.", valueName: "text"))
  var descriptionCy: String?

  @Option(help: ArgumentHelp("The address at which it was published.", valueName: "https://…"))
  var url: String?

  @Option(help: ArgumentHelp("Who published it.", valueName: "name"))
  var publisher: [String] = []

  @Option(help: ArgumentHelp("Who made it.", valueName: "name"))
  var creator: [String] = []

  @Option(help: ArgumentHelp("When: 2020-09-07, 2020-09, 2020 or 2019-2020.", valueName: "date"))
  var published: String?

  @Option(help: ArgumentHelp("Its languages.", valueName: "cy,en"))
  var language: [String] = []

  @Option(help: ArgumentHelp("What sort of thing it is.", valueName: "kind"))
  var kind: String?

  @Option(help: ArgumentHelp("Whom it is for.", valueName: "audience"))
  var audience: [String] = []

  @Option(help: ArgumentHelp("The ages: 8, 8-11, under-12, 12+.", valueName: "ages"))
  var age: String?

  @Option(
    help: ArgumentHelp(
      "Whose age that is; the audience decides otherwise.", valueName: "whose"))
  var ageOf: AgeOf?

  @Option(help: ArgumentHelp("What it is about.", valueName: "topic"))
  var topic: [String] = []

  @Option(help: ArgumentHelp("Easy read, captions and the like.", valueName: "feature"))
  var accessibility: [String] = []

  @Option(help: ArgumentHelp("The licence.", valueName: "text"))
  var rights: String?

  @Option(help: ArgumentHelp("The plan's action that published it.", valueName: "A14"))
  var action: String?

  @Option(help: ArgumentHelp("Where these facts come from.", valueName: "text"))
  var source: [String] = []

  @Option(help: ArgumentHelp("A remark.", valueName: "text"))
  var note: String?

  @OptionGroup var basics: BasicOptions

  func run(on console: Console) throws(CatalogueError) -> ExitStatus {
    let added = try RecordMaker(corpus: basics.corpus).add(file, draft)
    if basics.json {
      console.lines(AnswerJSON.added(added))
    } else {
      console.line(console.wording.added(added.record))
      console.line(console.wording.added(added.content))
      console.paragraph(StyledText(console.wording.stillUnknown(added.unknown)))
      if !added.guessed.isEmpty {
        console.paragraph(StyledText(console.wording.onlyGuessed(added.guessed)))
      }
    }
    return .done
  }

  private var draft: RecordDraft {
    var draft = RecordDraft()
    draft.id = id
    draft.work = work
    draft.title = BilingualText(en: titleEn, cy: titleCy)
    draft.description = BilingualText(en: descriptionEn, cy: descriptionCy)
    draft.url = url
    draft.publisher = publisher
    draft.creator = creator
    draft.published = published
    draft.language = language.flatMap(QuestionOptions.items)
    draft.kind = kind
    draft.audience = audience.flatMap(QuestionOptions.items)
    draft.age = age
    draft.ageOf = ageOf
    draft.topics = topic.flatMap(QuestionOptions.items)
    draft.accessibility = accessibility.flatMap(QuestionOptions.items)
    draft.rights = rights
    draft.action = action
    draft.sources = source
    draft.note = note
    return draft
  }
}
