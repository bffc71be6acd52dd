internal import Catalogue
internal import Records

/// THE TABLE of verbs.
///
/// Its order is that of HELP: meeting, searching, looking up, asking about the server, leaving. A
/// new verb is a row here and an answer in `Answers/`.
package enum Commands {
  /// The rows.
  package static let table: [Command] = [
    Command(
      verb: "HELLO", arguments: .words(0...1, form: "[1]"), options: [CommandOption.wording],
      place: .atOnce,
      help: BilingualText(
        en: "Says who answers: protocol, version, generation, languages, limits and verbs.",
        cy:
          "Pwy sy'n ateb: protocol, fersiwn, cenhedlaeth, ieithoedd, terfynau a gorchmynion."
      ),
      example: "HELLO", answer: ServerAnswers.hello),
    Command(
      verb: "AUTH", arguments: .words(1...2, form: "[user] password"),
      options: [CommandOption.wording], place: .atOnce,
      help: BilingualText(
        en: "Gives the password, where the server asks for one.",
        cy: "Yn rhoi'r cyfrinair, lle mae'r gweinydd yn gofyn am un."),
      example: "AUTH \"a long password\"", answer: ServerAnswers.auth),
    Command(
      verb: "SEARCH", arguments: .query(mayBeEmpty: false), options: searchOptions,
      place: .searchPool,
      help: BilingualText(
        en: "Finds resources: a question or the search language, with filters beside it.",
        cy: "Yn canfod adnoddau: cwestiwn neu'r iaith chwilio, gyda hidlyddion wrth ei ochr."),
      example: "SEARCH online safety language=cy age=under-12 LIMIT 0 5",
      answer: SearchAnswers.search),
    Command(
      verb: "COUNT", arguments: .query(mayBeEmpty: false), options: searchOptions,
      place: .searchPool,
      help: BilingualText(
        en: "Says how many resources SEARCH would find.",
        cy: "Yn dweud faint o adnoddau y byddai SEARCH yn eu canfod."),
      example: "COUNT kind=poster|guidance", answer: SearchAnswers.count),
    Command(
      verb: "FACETS", arguments: .query(mayBeEmpty: true),
      options: [CommandOption.by, CommandOption.facetLimit] + CommandOption.searching
        + CommandOption.filters + [CommandOption.wording],
      place: .searchPool,
      help: BilingualText(
        en: "Counts the values of facets among what a query finds, or among everything.",
        cy: "Yn cyfrif gwerthoedd agweddau ymhlith yr hyn a ganfyddir, neu ymhlith popeth."),
      example: "FACETS by=audience,language kind=poster", answer: SearchAnswers.facets),
    Command(
      verb: "COVERAGE", arguments: .query(mayBeEmpty: true),
      options: [CommandOption.by] + CommandOption.searching + CommandOption.filters
        + [CommandOption.wording],
      place: .searchPool,
      help: BilingualText(
        en: "Counts every combination of facets' values, the empty ones too: the gaps.",
        cy: "Yn cyfrif pob cyfuniad o werthoedd agweddau, y rhai gwag hefyd: y bylchau."),
      example: "COVERAGE by=audience,language status=published", answer: SearchAnswers.coverage),
    Command(
      verb: "GET", arguments: .words(1...Command.idsMax, form: "id…"),
      options: [CommandOption.wording], place: .searchPool,
      help: BilingualText(
        en: "Gives whole records by their ids.", cy: "Yn rhoi cofnodion cyfan yn ôl eu hid."),
      example: "GET childline-keep-safe-under12-cy", answer: LookupAnswers.get),
    Command(
      verb: "CHECK", arguments: .words(0...Command.idsMax, form: "[id…]"),
      options: [CommandOption.state, CommandOption.wording], place: .searchPool,
      help: BilingualText(
        en: "Says what the last link check found; asks nobody.",
        cy: "Yn dweud beth a ganfu'r gwiriad dolenni diwethaf; ni ofynnir i neb."),
      example: "CHECK state=dead|gone", answer: LookupAnswers.check),
    Command(
      verb: "SUGGEST", arguments: .words(1...Int.max, form: "prefix"),
      options: CommandOption.completing + [CommandOption.wording], place: .searchPool,
      help: BilingualText(
        en: "Completes the beginning of a word or a title, the commonest first.",
        cy: "Yn cwblhau dechrau gair neu deitl, y rhai mwyaf cyffredin yn gyntaf."),
      example: "SUGGEST gamdr language=cy limit=5", answer: SuggestAnswers.suggest),
    Command(
      verb: "SPELL", arguments: .query(mayBeEmpty: false),
      options: [CommandOption.distance] + CommandOption.searching + CommandOption.filters
        + [CommandOption.wording],
      place: .searchPool,
      help: BilingualText(
        en: "Says which words of a query no resource has, and what may have been meant.",
        cy: "Yn dweud pa eiriau o ymholiad nad ydynt mewn unrhyw adnodd, a beth oedd dan sylw."),
      example: "SPELL groming postres language=en", answer: SuggestAnswers.spell),
    Command(
      verb: "EXPLAIN", arguments: .query(mayBeEmpty: false),
      options: [CommandOption.id] + CommandOption.searching + CommandOption.filters
        + [CommandOption.wording],
      place: .searchPool,
      help: BilingualText(
        en: "Says how a query is planned, and with id= how that resource's score comes about.",
        cy: "Yn dweud sut y cynllunnir ymholiad, a gydag id= sut y ceir sgôr yr adnodd hwnnw."),
      example: "EXPLAIN gwella in Welsh id=gwella-resources-cy", answer: SearchAnswers.explain),
    Command(
      verb: "ANALYZE", arguments: .words(1...Int.max, form: "text"),
      options: [CommandOption.analyzer, CommandOption.wording], place: .searchPool,
      help: BilingualText(
        en: "Shows how a text becomes the terms that are searched for.",
        cy: "Yn dangos sut y daw testun yn dermau y chwilir amdanynt."),
      example: "ANALYZE keeping safe language=en", answer: LookupAnswers.analyze),
    Command(
      verb: "FIELDS", arguments: .words(0...0, form: ""), options: [CommandOption.wording],
      place: .atOnce,
      help: BilingualText(
        en: "Lists the fields that can be searched, filtered and sorted by.",
        cy: "Yn rhestru'r meysydd y gellir chwilio, hidlo a threfnu yn eu hôl."),
      example: "FIELDS", answer: LookupAnswers.fields),
    Command(
      verb: "STATUS", arguments: .words(0...1, form: "[\(ServerAnswers.sectionForm)]"),
      options: [CommandOption.wording], place: .searchPool,
      help: BilingualText(
        en: "Says what the server holds and what it has done: all, or one section.",
        cy: "Yn dweud beth sydd gan y gweinydd a beth a wnaeth: y cyfan, neu un adran."),
      example: "STATUS requests", answer: ServerAnswers.status),
    Command(
      verb: "HELP", arguments: .words(0...1, form: "[verb]"), options: [CommandOption.wording],
      place: .atOnce,
      help: BilingualText(
        en: "Lists the verbs, or says how one is used.",
        cy: "Yn rhestru'r gorchmynion, neu'n dweud sut y defnyddir un."),
      example: "HELP SEARCH lang=cy", answer: ServerAnswers.help),
    Command(
      verb: "PING", arguments: .words(0...0, form: ""), options: [], place: .atOnce,
      help: BilingualText(
        en: "Answers +PONG, the one line that is not JSON (with a tag, a line that is).",
        cy: "Yn ateb +PONG, yr unig linell nad yw'n JSON (gyda thag, llinell sydd)."),
      example: "PING", answer: ServerAnswers.ping),
    Command(
      verb: "QUIT", arguments: .words(0...0, form: ""), options: [], place: .atOnce,
      help: BilingualText(en: "Ends the connection.", cy: "Yn dod â'r cysylltiad i ben."),
      example: "QUIT", answer: ServerAnswers.quit),
  ]

  /// The row of `verb`, in any case of its letters.
  package static func command(_ verb: String) throws(DoorError) -> Command {
    let name = verb.uppercased()
    guard let command = byVerb[name] else {
      throw .unknownVerb(
        found: verb, nearest: NearestName.nearest(to: name, among: table.map(\.verb)))
    }
    return command
  }

  private static let searchOptions =
    CommandOption.searching + CommandOption.window + CommandOption.filters
    + [CommandOption.wording]

  private static let byVerb = Dictionary(uniqueKeysWithValues: table.map { ($0.verb, $0) })
}
