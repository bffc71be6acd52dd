import ArgumentParser
import Catalogue
import Curation
import Records
import Terminal

/// `canfod add`: one file to a record of the corpus.
struct AddCommand: CatalogueCommand {
  static let configuration = AddOptions.configuration

  @OptionGroup var options: AddOptions

  var basics: BasicOptions { options.basics }

  func run(on console: Console) throws(CatalogueError) -> ExitStatus {
    let added = try RecordMaker(corpus: basics.corpus).add(options.file, draft)
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
    draft.id = options.id
    draft.work = options.work
    draft.title = BilingualText(en: options.titleEn, cy: options.titleCy)
    draft.description = BilingualText(en: options.descriptionEn, cy: options.descriptionCy)
    draft.url = options.url
    draft.publisher = options.publisher
    draft.creator = options.creator
    draft.published = options.published
    draft.language = options.language.flatMap(CommaList.items)
    draft.kind = options.kind
    draft.audience = options.audience.flatMap(CommaList.items)
    draft.age = options.age
    draft.ageOf = options.ageOf
    draft.topics = options.topic.flatMap(CommaList.items)
    draft.accessibility = options.accessibility.flatMap(CommaList.items)
    draft.rights = options.rights
    draft.action = options.action
    draft.sources = options.source
    draft.note = options.note
    return draft
  }
}
