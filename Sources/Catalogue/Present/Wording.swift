public import Records

/// Every sentence that Canfod says to people, in English and in Welsh.
///
/// Nobody else words anything.
public struct Wording: Sendable {
  /// The language spoken.
  public let language: InterfaceLanguage

  /// Speaks `language`.
  public init(_ language: InterfaceLanguage) {
    self.language = language
  }

  /// The text in the language spoken.
  public func say(_ english: String, _ welsh: String) -> String {
    switch language {
    case .english: english
    case .welsh: welsh
    }
  }

  // MARK: Answers

  /// The heading of what was understood.
  public var understood: String { say("Understood", "Deallwyd") }
  /// How an understood filter is switched off.
  public func switchOff(_ name: String) -> String {
    say("switch off with --without \(name)", "diffodd gyda --without \(name)")
  }
  /// What stands before an understood thing that must not be.
  public var excluded: String { say("not", "nid") }
  /// The remark on an understood thing that only orders.
  public var onlyOrders: String { say("used for order only", "ar gyfer trefn yn unig") }
  /// The remark on an implied audience.
  public var implied: String { say("implied by the age", "ymhlyg yn yr oedran") }

  /// How many were found and which are shown.
  public func found(total: Int, first: Int, last: Int) -> String {
    if total == 0 { return say("Nothing found.", "Dim wedi'i ganfod.") }
    let english = total == 1 ? "1 resource" : "\(total) resources"
    let welsh = total == 1 ? "1 adnodd" : "\(total) o adnoddau"
    if last < first { return say(english + ".", welsh + ".") }
    if first == 1, last == total { return say(english + ".", welsh + ".") }
    return say("\(english), \(first) to \(last).", "\(welsh), \(first) i \(last).")
  }

  /// That resources without an age range were left out.
  public func leftOutNoAge(_ count: Int) -> String {
    say(
      "\(count) more match but state no age, so they are left out.",
      "Mae \(count) arall yn cyfateb ond heb nodi oedran, felly fe'u hepgorwyd.")
  }

  /// That only some of the words were found together.
  public var relaxed: String {
    say(
      "Nothing has all of these words; these resources have some of them.",
      "Nid oes dim yn cynnwys y geiriau hyn i gyd; mae'r adnoddau hyn yn cynnwys rhai ohonynt.")
  }

  /// What there would be without a filter.
  public func without(_ filter: String, total: Int) -> String {
    filter == "text"
      ? say("Without the words there would be \(total).", "Heb y geiriau byddai \(total).")
      : say("Without \(filter) there would be \(total).", "Heb \(filter) byddai \(total).")
  }

  /// What to do when nothing at all helps.
  public var tryOther: String {
    say(
      "Try fewer or other words.", "Rhowch gynnig ar lai o eiriau, neu ar eiriau eraill.")
  }

  /// The offer of other words.
  public func didYouMean(_ text: String) -> String {
    say("Did you mean: \(text)", "Oeddech chi'n golygu: \(text)")
  }

  /// The offer of the question with its misspelt words put right.
  public func didYouAsk(_ text: String) -> String {
    say("Did you mean \(text)?", "Ai \(text) oedd gennych mewn golwg?")
  }

  /// That no word of a text is misspelt, as far as is known.
  public var nothingMisspelt: String {
    say("No misspelt words found.", "Ni chafwyd hyd i eiriau wedi'u camsillafu.")
  }

  /// A misspelt word, and the words that may have been meant, if any.
  public func misspelt(_ word: String, _ suggestions: [String]) -> String {
    let list = suggestions.joined(separator: ", ")
    return suggestions.isEmpty
      ? say("\(word): no suggestion", "\(word): dim awgrym") : "\(word): \(list)"
  }

  /// How many resources have a completion.
  public func inResources(_ count: Int) -> String {
    say(count == 1 ? "in 1 resource" : "in \(count) resources", "mewn \(count) adnodd")
  }

  /// A warning about an answer.
  public func warning(_ warning: AnswerWarning) -> String {
    switch warning {
    case .expansionsCut(let limit):
      say(
        "The word stands for more than \(limit) terms; the first \(limit) were used.",
        "Mae'r gair yn sefyll am fwy na \(limit) o dermau; defnyddiwyd y \(limit) cyntaf.")
    case .notUnderstood(let filter):
      say(
        "\(filter) was not understood in the question, so it could not be switched off.",
        "Ni ddeallwyd \(filter) yn y cwestiwn, felly nid oedd modd ei ddiffodd.")
    }
  }

  // MARK: Records

  /// The name of a record's field.
  public func field(_ name: String) -> String {
    switch name {
    case "title": say("Title", "Teitl")
    case "description": say("Description", "Disgrifiad")
    case "language": say("Language", "Iaith")
    case "audience": say("Audience", "Cynulleidfa")
    case "kind": say("Kind", "Math")
    case "topic", "topics": say("Topics", "Pynciau")
    case "accessibility": say("Accessibility", "Hygyrchedd")
    case "publisher": say("Publisher", "Cyhoeddwr")
    case "creator": say("Made by", "Gwnaed gan")
    case "commissioned_by": say("Commissioned by", "Comisiynwyd gan")
    case "published": say("Published", "Cyhoeddwyd")
    case "age": say("Ages", "Oedrannau")
    case "age_of": say("Whose age", "Oedran pwy")
    case "action": say("Action", "Cam gweithredu")
    case "plan_status": say("In the plan", "Yn y cynllun")
    case "status": say("Status", "Statws")
    case "link": say("Link", "Dolen")
    case "url": say("Address", "Cyfeiriad")
    case "url_status": say("Address found", "Cyfeiriad: ffynhonnell")
    case "work": say("Work", "Gwaith")
    case "rights": say("Rights", "Hawliau")
    case "sources": say("Sources", "Ffynonellau")
    case "note": say("Note", "Nodyn")
    case "need": say("Need", "Angen")
    case "versions": say("Other versions", "Fersiynau eraill")
    default: name
    }
  }

  /// Whose age an age range gives.
  public func ageOf(_ ageOf: AgeOf) -> String {
    switch ageOf {
    case .reader: say("of the reader", "y darllenydd")
    case .child: say("of the child concerned", "y plentyn dan sylw")
    }
  }

  /// An age range in words: *under 12*, *12 and over*, *8 to 11*.
  public func ages(_ ages: AgeRange) -> String {
    switch (ages.min ?? 0, ages.max) {
    case (0, let max?): say("under \(max + 1)", "dan \(max + 1)")
    case (let min, nil): say("\(min) and over", "\(min) a throsodd")
    case (let min, let max?) where min == max: say("\(min)", "\(min)")
    case (let min, let max?): say("\(min) to \(max)", "\(min) i \(max)")
    }
  }

  /// A state and the day on which it began.
  public func since(_ state: String, _ day: String) -> String {
    say("\(state) since \(day)", "\(state) ers \(day)")
  }

  /// That a record has no address.
  public var noAddress: String {
    say("no working address is known", "nid oes cyfeiriad gweithredol hysbys")
  }

  /// That a record is promised and not there yet.
  public var wanted: String { say("promised, not yet published", "addawyd, heb ei gyhoeddi eto") }

  // MARK: Status and building

  /// The words of the status report.
  public func status(_ item: StatusItem) -> String {
    switch item {
    case .generation: say("Index generation", "Cenhedlaeth y mynegai")
    case .resources: say("Resources", "Adnoddau")
    case .works: say("Works", "Gweithiau")
    case .withAge: say("With an age range", "Gydag ystod oedran")
    case .withDate: say("With a date", "Gyda dyddiad")
    case .withURL: say("With an address", "Gyda chyfeiriad")
    case .actions: say("Actions of the plan", "Camau'r cynllun")
    case .inconsistencies: say("Recorded inconsistencies", "Anghysondebau a gofnodwyd")
    case .size: say("Size on disk", "Maint ar ddisg")
    }
  }

  /// What a build did.
  public func built(_ report: BuildReport) -> String {
    say(
      "\(report.resources) resources indexed: \(report.added) new or changed, \(report.removed) removed, \(report.unchanged) unchanged (generation \(report.generation)).",
      "Mynegeiwyd \(report.resources) o adnoddau: \(report.added) newydd neu wedi newid, \(report.removed) wedi'u tynnu, \(report.unchanged) heb newid (cenhedlaeth \(report.generation))."
    )
  }

  /// That some records lack something that they may lack.
  public func buildWarning(_ warning: RecordFaultCount) -> String {
    let field = field(warning.field).lowercased()
    return say(
      "\(warning.count) records without \(field).", "\(warning.count) o gofnodion heb \(field).")
  }

  /// That a build was refused.
  public func refused(faults: Int) -> String {
    say(
      faults == 1
        ? "1 fault; the index is as it was." : "\(faults) faults; the index is as it was.",
      "\(faults) o wallau; mae'r mynegai fel yr oedd.")
  }

  /// That an index is whole.
  public func verified(files: Int, bytes: Int) -> String {
    say(
      "The index is whole: \(files) files, \(bytes) bytes checked.",
      "Mae'r mynegai'n gyfan: \(files) o ffeiliau, \(bytes) o feitiau wedi'u gwirio.")
  }
}

/// A line of the status report.
public enum StatusItem: Sendable, Hashable, CaseIterable {
  /// The index generation.
  case generation
  /// How many resources.
  case resources
  /// How many works.
  case works
  /// How many have an age range.
  case withAge
  /// How many have a date.
  case withDate
  /// How many have an address.
  case withURL
  /// The plan's actions.
  case actions
  /// The recorded inconsistencies.
  case inconsistencies
  /// The size on disk.
  case size
}
