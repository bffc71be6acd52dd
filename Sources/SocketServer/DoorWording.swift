internal import Catalogue
internal import Records

/// A ``DoorError`` in words: what is wrong, where, and what to do.
struct DoorWording {
  let message: String
  let hint: String?
  /// The byte where it is, from 0: of the line for the framing's errors, of the query for the search
  /// language's.
  let offset: Int?

  /// Words `error` in `language`.
  init(_ error: DoorError, _ language: InterfaceLanguage) {
    if case .catalogue(let error) = error {
      let wording = ErrorWording(error, language)
      message = wording.message
      hint = wording.hint
      offset = wording.offset
      return
    }
    func say(_ english: String, _ welsh: String) -> String {
      switch language {
      case .english: english
      case .welsh: welsh
      }
    }
    (message, hint) = Self.words(error, say)
    switch error {
    case .quoting(let at, _), .notText(let at): offset = at
    default: offset = nil
    }
  }

  private static func words(
    _ error: DoorError, _ say: (_ english: String, _ welsh: String) -> String
  ) -> (message: String, hint: String?) {
    switch error {
    case .unknownVerb(let found, let nearest):
      (
        say("unknown verb \(short(found))", "gorchymyn anhysbys \(short(found))"),
        nearest.map { say("did you mean \($0)?", "ai \($0) oedd gennych mewn golwg?") }
          ?? say("HELP lists the verbs", "mae HELP yn rhestru'r gorchmynion")
      )
    case .argumentCount(let verb, let usage):
      (
        say(
          "wrong number of arguments for \(verb)", "nifer anghywir o ddadleuon i \(verb)"),
        say("use: \(usage)", "defnydd: \(usage)")
      )
    case .badValue(let option, let found, let expected):
      (
        say(
          "\(option) does not take \(short(found)): expected \(expected)",
          "nid yw \(option) yn derbyn \(short(found)): disgwyliwyd \(expected)"), nil
      )
    case .unknownOption(let verb, let name, let nearest):
      (
        say("\(verb) has no option \(short(name))", "nid oes gan \(verb) opsiwn \(short(name))"),
        nearest.map { say("did you mean \($0)=?", "ai \($0)= oedd gennych mewn golwg?") }
          ?? say(
            "to search for the text itself, put it in quotes",
            "i chwilio am y testun ei hun, rhowch ef mewn dyfynodau")
      )
    case .quoting(let at, let expected): (quoting(at, expected, say), nil)
    case .lineTooLong(let bytesMax):
      (
        say(
          "the line exceeds max_line, \(bytesMax) bytes; its rest was passed over",
          "mae'r llinell dros max_line, \(bytesMax) o feitiau; anwybyddwyd y gweddill"), nil
      )
    case .limit(let name, let max):
      (say("\(name) exceeds maximum of \(max)", "mae \(name) dros yr uchafswm, \(max)"), nil)
    case .notText(let at):
      (
        say(
          "byte \(at) is not UTF-8 text", "nid yw beit \(at) yn destun UTF-8"), nil
      )
    case .http:
      (
        say("this port does not speak HTTP", "nid yw'r porth hwn yn siarad HTTP"),
        say(
          "send one command a line; try HELP",
          "anfonwch un gorchymyn y llinell; rhowch gynnig ar HELP")
      )
    case .resp(let fault): ("Protocol error: \(fault.words)", nil)
    case .passwordNeeded:
      (
        say("a password is needed", "mae angen cyfrinair"),
        say("send AUTH and the password first", "anfonwch AUTH a'r cyfrinair yn gyntaf")
      )
    case .wrongPassword: (say("the password is wrong", "mae'r cyfrinair yn anghywir"), nil)
    case .noPassword:
      (
        say("this server has no password", "nid oes cyfrinair gan y gweinydd hwn"),
        say("ask without AUTH", "gofynnwch heb AUTH")
      )
    case .readOnly(let verb):
      (
        say(
          "\(short(verb)) would write, and this server only reads",
          "byddai \(short(verb)) yn ysgrifennu, a darllen yn unig y mae'r gweinydd hwn"),
        say(
          "the catalogue is built with canfod build",
          "mae'r catalog yn cael ei adeiladu â canfod build")
      )
    case .connectionsFull:
      (
        say("too many connections", "gormod o gysylltiadau"),
        say("try again in a moment", "rhowch gynnig arall arni ymhen eiliad")
      )
    case .searchesFull:
      (
        say("too many searches are waiting", "mae gormod o chwiliadau'n aros"),
        say("try again in a moment", "rhowch gynnig arall arni ymhen eiliad")
      )
    case .idle(let seconds):
      (
        say(
          "nothing was asked for \(seconds) seconds", "ni ofynnwyd dim am \(seconds) eiliad"), nil
      )
    case .slow(let seconds):
      (
        say(
          "a request was not ended within \(seconds) seconds",
          "ni orffennwyd cais o fewn \(seconds) eiliad"), nil
      )
    case .catalogue(let error): (ErrorWording(error, .english).message, nil)
    }
  }

  private static func quoting(
    _ at: Int, _ expected: Quoting, _ say: (_ english: String, _ welsh: String) -> String
  ) -> String {
    let what =
      switch expected {
      case .closingQuote: say("a closing \" for the one here", "\" i gau'r un yma")
      case .escape:
        say("one of \\\" \\\\ \\n \\t \\uXXXX", "un o \\\" \\\\ \\n \\t \\uXXXX")
      case .blankAfterQuote:
        say("a blank after the closing quote", "bwlch ar ôl y dyfynnod sy'n cau")
      case .blankBeforeQuote:
        say("a blank before the quote", "bwlch cyn y dyfynnod")
      case .tag:
        say(
          "a tag of 1 to 32 letters, digits, _ or -, then a verb",
          "tag o 1 i 32 o lythrennau, digidau, _ neu -, yna gorchymyn")
      }
    return say(
      "syntax error at byte \(at) of the line: expected \(what)",
      "gwall cystrawen ym meit \(at) y llinell: disgwyliwyd \(what)")
  }

  /// What was sent, cut so that a reply stays short.
  private static func short(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: 60, limitedBy: scalars.endIndex),
      end < scalars.endIndex
    else { return text }
    return String(scalars[..<end]) + "…"
  }
}
