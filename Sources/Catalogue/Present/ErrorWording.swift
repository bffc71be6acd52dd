public import Records
internal import SearchIndex
internal import Storage

/// An error in words, with its stable code, where it is, and what to do.
public struct ErrorWording: Sendable {
  /// The code of the line protocol, such as `ESYNTAX`.
  public let code: String
  /// What is wrong.
  public let message: String
  /// What would be right, or what to do.
  public let hint: String?
  /// The byte of the text where it is, from 0.
  public let offset: Int?

  /// Words `error` in `language`.
  public init(_ error: CatalogueError, _ language: InterfaceLanguage) {
    let wording = Wording(language)
    var offset: Int?
    var hint: String?
    switch error {
    case .syntax(let syntax):
      code = "ESYNTAX"
      offset = syntax.offset
      message = wording.say(
        "syntax error at offset \(syntax.offset): expected \(wording.expected(syntax.expected))",
        "gwall cystrawen yn safle \(syntax.offset): disgwyliwyd \(wording.expected(syntax.expected))"
      )
    case .unknownField(let name, let nearest):
      code = "EFIELD"
      message = wording.say("there is no field \(name)", "nid oes maes \(name)")
      hint =
        nearest.map(wording.didYouMean)
        ?? wording.say(
          "fields: \(FieldNames.all.joined(separator: ", "))",
          "meysydd: \(FieldNames.all.joined(separator: ", "))")
    case .unknownValue(let facet, let found, let nearest):
      code = "EFIELD"
      message = wording.say("\(facet) has no value \(found)", "nid oes gan \(facet) werth \(found)")
      hint = nearest.map(wording.didYouMean)
    case .badValue(let option, let given, let expected):
      code = "EARGS"
      let found = given.isEmpty ? "\"\"" : given
      message = wording.say(
        "\(option) does not take \(found): expected \(expected)",
        "nid yw \(option) yn derbyn \(found): disgwyliwyd \(expected)")
    case .limit(let name, let max):
      code = "ELIMIT"
      message = wording.say(
        "\(name) exceeds maximum of \(max)", "mae \(name) dros yr uchafswm, \(max)")
    case .timeout, .index(.timeout):
      code = "ETIME"
      message = wording.say("the search took too long", "cymerodd y chwiliad ormod o amser")
      hint = wording.say(
        "ask for less, or allow more time", "gofynnwch am lai, neu caniatewch fwy o amser")
    case .notFound(let id):
      code = "ENOTFOUND"
      message = wording.say("there is no resource \(id)", "nid oes adnodd \(id)")
    case .index(let index):
      code = if case .tooComplex = index { "ELIMIT" } else { "EINDEX" }
      (message, hint) = wording.index(index)
    case .outdated(let file):
      code = "EINDEX"
      message = wording.say(
        "\(file) was made by another version of Canfod", "gwnaed \(file) gan fersiwn arall o Canfod"
      )
      hint = wording.rebuild
    case .faults(let faults):
      code = "EARGS"
      message = wording.refused(faults: faults.count)
    case .badLinkStates(let file):
      code = "EINDEX"
      message = wording.say(
        "\(file) holds no link states that this Canfod can read",
        "nid oes cyflyrau dolenni y gall y Canfod hwn eu darllen yn \(file)")
      hint = wording.say(
        "remove it, and write it anew: canfod check-links",
        "tynnwch ef, ac ysgrifennwch ef o'r newydd: canfod check-links")
    case .storage(let storage):
      code = "EINDEX"
      (message, hint) = wording.storage(storage)
    }
    self.hint = hint
    self.offset = offset
  }
}

extension Wording {
  var rebuild: String {
    say("rebuild it: canfod build", "ailadeiladwch ef: canfod build")
  }

  func expected(_ expected: SyntaxError.Expected) -> String {
    switch expected {
    case .closingQuote: say("a closing \" for the one here", "\" i gau'r un yma")
    case .closingBracket: say("a closing bracket", "braced i gau")
    case .operand: say("a word, a phrase or a bracket", "gair, ymadrodd neu fraced")
    case .content: say("something inside the brackets", "rhywbeth rhwng y bracedi")
    case .noClosingBracket:
      say("no closing bracket: none is open", "dim braced i gau: nid oes un ar agor")
    case .number(let max): say("a number up to \(max)", "rhif hyd at \(max)")
    case .value(let field, let form):
      say("a value of \(field), such as \(form)", "gwerth \(field), megis \(form)")
    }
  }

  func index(_ error: IndexError) -> (message: String, hint: String?) {
    switch error {
    case .noIndex(let folder):
      (
        say("there is no index in \(folder)", "nid oes mynegai yn \(folder)"),
        say("build it: canfod build", "adeiladwch ef: canfod build")
      )
    case .corrupt(let file, let section, let offset, let expected):
      (
        say(
          "the index is damaged: \(file), section \(section), byte \(offset): expected \(expected)",
          "mae'r mynegai wedi'i ddifrodi: \(file), adran \(section), beit \(offset): disgwyliwyd \(expected)"
        ),
        rebuild
      )
    case .unsupportedVersion(let file, let found, let supported):
      (
        say(
          "\(file) has format version \(found); this Canfod reads \(supported)",
          "fersiwn fformat \(found) sydd gan \(file); mae'r Canfod hwn yn darllen \(supported)"),
        rebuild
      )
    case .locked(let holder):
      (
        say(
          "the index is being written by \(holder)",
          "mae'r mynegai'n cael ei ysgrifennu gan \(holder)"),
        say("wait until it has ended", "arhoswch nes iddo orffen")
      )
    case .fieldKindMismatch(let field, let found, let expected):
      (
        say(
          "field \(field) is \(found), was \(expected)",
          "maes \(field): \(found) yn lle \(expected)"),
        rebuild
      )
    case .tooComplex(let what, let limit):
      (
        say(
          "the query has too many \(what): at most \(limit)",
          "gormod o \(what) yn yr ymholiad: \(limit) ar y mwyaf"),
        nil
      )
    case .timeout: (say("the search took too long", "cymerodd y chwiliad ormod o amser"), nil)
    case .storage(let error): storage(error)
    }
  }

  func storage(_ error: StorageError) -> (message: String, hint: String?) {
    switch error {
    case .notFound(let path): (say("there is nothing at \(path)", "nid oes dim yn \(path)"), nil)
    case .notPermitted(let path, let operation):
      (
        say("\(path): no permission to \(operation)", "\(path): dim caniatâd (\(operation))"),
        say("check who owns it", "gwiriwch pwy yw'r perchennog")
      )
    case .diskFull(let path):
      (
        say(
          "the disk is full (\(path)); the index is as it was",
          "mae'r ddisg yn llawn (\(path)); mae'r mynegai fel yr oedd"),
        say("make room and try again", "gwnewch le a rhowch gynnig arall arni")
      )
    case .failed(let path, let operation, let errno):
      (
        say(
          "\(path): \(operation) failed (error \(errno))",
          "\(path): methodd \(operation) (gwall \(errno))"), nil
      )
    case .tooLarge(let path, let bytes, let bytesMax):
      (
        say(
          "\(path) has \(bytes) bytes, more than \(bytesMax)",
          "mae gan \(path) \(bytes) o feitiau, mwy na \(bytesMax)"),
        nil
      )
    case .locked(_, let holder):
      (
        say(
          "the index is being written by \(holder)",
          "mae'r mynegai'n cael ei ysgrifennu gan \(holder)"),
        say("wait until it has ended", "arhoswch nes iddo orffen")
      )
    case .outOfBounds(let path, let offset, _), .malformedVarint(let path, let offset):
      (
        say(
          "\(path) is damaged at byte \(offset)", "mae \(path) wedi'i ddifrodi ar feit \(offset)"),
        rebuild
      )
    }
  }
}
