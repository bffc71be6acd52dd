internal import Catalogue

/// Canfod's own verbs, asked in RESP.
///
/// They take the words of their lines, which need no quotes here, and answer with their lines: `SEARCH`,
/// `online safety`, `language=cy` gives an array of JSON objects, the last of which is the end line.
enum RESPVerbs {
  /// The lines of the answer to `words`.
  static func answer(
    _ command: Command, _ words: [String], _ desk: FTDesk
  ) throws(FTError) -> RESPValue {
    let request = LineRequest(
      verb: command.verb, arguments: words.map { LineArgument([.bare($0, at: 0)]) })
    let limits = desk.limits
    let answered: Answered
    do throws(DoorError) {
      let call = try CommandCall(request, command, defaults: limits.defaults)
      try limits.check(call)
      answered = try command.answer(call, desk.desk)
    } catch {
      throw FTError(RESPErrorText.text(error) ?? error.code, code: error.code)
    }
    return switch answered {
    case .lines(let lines), .goodbye(let lines): .array(lines.map(RESPValue.bulk))
    case .plain(let text): .bulk(text)
    // AUTH is one of RESP's own commands.
    case .login: .null
    }
  }
}
