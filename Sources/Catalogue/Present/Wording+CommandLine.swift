extension Wording {
  // MARK: Answers on a terminal

  /// The words from which a filter was read.
  public func understoodFrom(_ phrase: String) -> String {
    say("from \"\(phrase)\"", "o \"\(phrase)\"")
  }

  /// What is left to search for after understanding.
  public func searchedFor(_ text: String) -> String {
    if text.isEmpty { return say("No words left to search for.", "Dim geiriau ar ôl i'w chwilio.") }
    return say("Words to search for: \(text)", "Geiriau i'w chwilio: \(text)")
  }

  /// What was searched for in the other language too, and how that is switched off.
  public func alsoSearchedFor(_ phrases: String) -> String {
    say("Also searched for: \(phrases)", "Chwiliwyd hefyd am: \(phrases)")
  }

  /// How many works the resources found are versions of.
  public func works(_ count: Int) -> String {
    say(count == 1 ? "In 1 work." : "In \(count) works.", "Mewn \(count) o weithiau.")
  }

  /// How many versions of one work stand together.
  public func versions(_ count: Int) -> String {
    say("\(count) versions", "\(count) fersiwn")
  }

  /// The heading of a plan of execution.
  public var howPlanned: String {
    say("How the question was planned", "Sut y cynlluniwyd y cwestiwn")
  }

  /// The heading of a score's explanation.
  public func howScored(_ id: String) -> String {
    say("How \(id) was scored", "Sut y sgoriwyd \(id)")
  }

  /// A fact that is not known.
  public var unknown: String { say("unknown", "anhysbys") }

  /// An empty list.
  public var none: String { say("none", "dim") }

  /// The values that have nothing.
  public func nothingIn(_ values: String) -> String {
    say("Nothing: \(values)", "Dim byd: \(values)")
  }

  /// How many combinations of a matrix are empty.
  public func gaps(_ gaps: Int, of cells: Int) -> String {
    say("\(gaps) gaps in \(cells) combinations.", "\(gaps) o fylchau mewn \(cells) cyfuniad.")
  }

  /// The name of a step of analysis.
  public func step(_ name: String) -> String {
    switch name {
    case "composed": say("composed", "cyfansoddi")
    case "caseFolded": say("lower case", "llythrennau bach")
    case "divided": say("divided", "rhannu")
    case "joined": say("joined", "cyfuno")
    case "bare": say("without accents", "heb acenion")
    case "stemmed": say("stemmed", "bôn")
    case "soft": say("soft mutation of", "treiglad meddal o")
    case "nasal": say("nasal mutation of", "treiglad trwynol o")
    case "aspirate": say("aspirate mutation of", "treiglad llaes o")
    case "prothetic": say("h before", "h o flaen")
    case "lemma": say("lemma", "lema")
    default: name
    }
  }

  // MARK: The plan

  /// The name of a traffic light.
  public func trafficLight(_ colour: String) -> String {
    switch colour {
    case "green": say("green", "gwyrdd")
    case "amber": say("amber", "oren")
    case "red": say("red", "coch")
    default: colour
    }
  }

  /// The heading of those who do an action.
  public var partners: String { say("Partners", "Partneriaid") }

  /// The heading of the dates given for an action.
  public var dates: String { say("Dates", "Dyddiadau") }

  // MARK: Building, adding, serving

  /// How far a build is.
  public func progress(_ progress: BuildProgress) -> String {
    say(
      "\(progress.done) of \(progress.of) records read",
      "darllenwyd \(progress.done) o \(progress.of) cofnod")
  }

  /// What an optimization did.
  public func optimized(generation: UInt64) -> String {
    say(
      "The index is one segment now (generation \(generation)).",
      "Un segment yw'r mynegai bellach (cenhedlaeth \(generation)).")
  }

  /// A place at which an index is damaged.
  public func damage(_ fault: IndexHealth.Fault) -> String {
    say(
      "\(fault.file), section \(fault.section), byte \(fault.offset): expected \(fault.expected)",
      "\(fault.file), adran \(fault.section), beit \(fault.offset): disgwyliwyd \(fault.expected)")
  }

  /// How a damaged index is made whole.
  public var rebuildHint: String { rebuild }

  /// That a record was made.
  public func added(_ path: String) -> String {
    say("Added: \(path)", "Ychwanegwyd: \(path)")
  }

  /// What a new record does not say.
  public func stillUnknown(_ fields: [String]) -> String {
    let list = fields.joined(separator: ", ")
    return fields.isEmpty
      ? say("Every field is known.", "Mae pob maes yn hysbys.")
      : say("Still unknown: \(list)", "Anhysbys o hyd: \(list)")
  }

  /// What a new record says only by a guess.
  public func onlyGuessed(_ fields: [String]) -> String {
    let list = fields.joined(separator: ", ")
    return say(
      "Only guessed from the text, please check: \(list)",
      "Wedi'i ddyfalu o'r testun yn unig, gwiriwch: \(list)")
  }

  /// A size in bytes.
  public func bytes(_ count: Int) -> String {
    say("\(count) bytes", "\(count) beit")
  }

  /// That the program that checks links is not where it should be.
  public func noLinkChecker(_ path: String) -> String {
    say(
      "the program that checks links cannot be started: \(path)",
      "ni ellir cychwyn y rhaglen sy'n gwirio dolenni: \(path)")
  }

  /// That a program which does a command for `canfod` is not where it should be.
  public func noProgram(_ path: String) -> String {
    say(
      "the program that does this cannot be started: \(path)",
      "ni ellir cychwyn y rhaglen sy'n gwneud hyn: \(path)")
  }

  /// How a program that does a command for `canfod` comes to be there.
  public func noProgramHint(_ program: String) -> String {
    say(
      "it stands beside canfod when it is built: swift build -c release --product \(program)",
      "mae wrth ymyl canfod pan gaiff ei hadeiladu: swift build -c release --product \(program)")
  }

  /// What a check would ask one host for.
  public func wouldAsk(addresses: Int) -> String {
    say(
      addresses == 1 ? "1 address" : "\(addresses) addresses",
      addresses == 1 ? "1 cyfeiriad" : "\(addresses) o gyfeiriadau")
  }

  /// What a check would ask for in all.
  public func wouldAsk(addresses: Int, hosts: Int, records: Int) -> String {
    let asked = wouldAsk(addresses: addresses)
    return say(
      "\(asked) on \(hosts == 1 ? "1 host" : "\(hosts) hosts"), "
        + "of \(records == 1 ? "1 record" : "\(records) records").",
      "\(asked) ar \(hosts == 1 ? "1 gweinydd" : "\(hosts) o weinyddion"), "
        + "o \(records == 1 ? "1 cofnod" : "\(records) o gofnodion").")
  }

  /// Where the server can be reached.
  public func listening(_ address: String) -> String {
    say("Listening on \(address)", "Yn gwrando ar \(address)")
  }
}
