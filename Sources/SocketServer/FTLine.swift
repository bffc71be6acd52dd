internal import Catalogue

/// The replies of the FT commands to who asks in lines: one data line with the reply as JSON, and the end
/// line.
///
///     > FT.TAGVALS catalogue language
///     < {"reply":["cy","en"]}
///     < {"ok":true}
enum FTLine {
  /// Whether `name`, in capitals, is that of an FT command.
  static func isFT(_ name: String) -> Bool { name.hasPrefix("FT.") }

  /// The lines of a reply, or of the error in its place.
  static func lines(_ answered: Result<RESPValue, FTError>) -> [String] {
    switch answered {
    case .success(let value):
      return [
        JSONText.object([("reply", json(value))]).line, JSONText.object([("ok", .bool(true))]).line,
      ]
    case .failure(let error):
      return [
        JSONText.object([
          ("ok", .bool(false)), ("code", .string(error.code)), ("message", .string(error.message)),
        ]).line
      ]
    }
  }

  private static func json(_ value: RESPValue) -> JSONText {
    switch value {
    case .simple(let text), .bulk(let text), .verbatim(let text): .string(text)
    case .integer(let number): .int(number)
    case .double(let number): .double(number, digits: 6)
    case .null: .null
    case .array(let values), .set(let values): .array(values.map(json))
    case .map(let members): .object(members.map { (name(of: $0.key), json($0.value)) })
    case .error(let text): .object([("error", .string(text))])
    }
  }

  private static func name(of key: RESPValue) -> String {
    switch key {
    case .simple(let text), .bulk(let text), .verbatim(let text), .error(let text): text
    case .integer(let number): String(number)
    case .double(let number): RESPWriter.text(number)
    case .null, .array, .set, .map: ""
    }
  }
}
