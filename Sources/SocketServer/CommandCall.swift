internal import Catalogue
internal import Records

/// A request read against its row of the table: its words or its query, and its options.
package struct CommandCall: Sendable {
  /// The verb's row.
  package let command: Command
  /// What every line of the reply repeats.
  package let tag: String?
  /// The words of a verb that takes words, unquoted.
  package private(set) var words: [String] = []
  /// What the options and the query ask for.
  package private(set) var asked: Asked

  /// Reads `request` as `command`.
  package init(_ request: LineRequest, _ command: Command, defaults: Asked) throws(DoorError) {
    self.command = command
    tag = request.tag
    asked = defaults
    var texts: [String] = []
    var rest = request.arguments[...]
    var takesOptions = true
    while let argument = rest.popFirst() {
      guard takesOptions else {
        texts.append(try Self.text(argument, command))
        continue
      }
      if argument.isKeyword("--") {
        takesOptions = false
      } else if command.takesLimitKeyword, argument.isKeyword("LIMIT"),
        let window = try Self.window(argument, &rest)
      {
        (asked.request.offset, asked.request.limit) = window
      } else if let option = try argument.option() {
        guard let known = command.option(option.name) else {
          throw .unknownOption(
            verb: command.verb, name: option.name,
            nearest: NearestName.nearest(to: option.name, among: command.options.map(\.name)))
        }
        try known.set(option.value, &asked)
      } else {
        texts.append(try Self.text(argument, command))
      }
    }
    try take(texts)
  }

  /// The language that an option of `request` asks to be answered in, so that its errors are worded in
  /// it too; nil where it does not say.
  static func wording(_ request: LineRequest) -> InterfaceLanguage? {
    for argument in request.arguments {
      if argument.isKeyword("--") { return nil }
      guard let option = try? argument.option(), option.name == "lang" else { continue }
      return InterfaceLanguage(rawValue: option.value)
    }
    return nil
  }

  /// How it is used wrongly.
  package var argumentCount: DoorError {
    .argumentCount(verb: command.verb, usage: command.usage)
  }

  private mutating func take(_ texts: [String]) throws(DoorError) {
    switch command.arguments {
    case .words(let range, _):
      guard texts.count >= range.lowerBound else { throw argumentCount }
      guard texts.count <= range.upperBound else {
        throw range.upperBound == Command.idsMax
          ? .limit(name: "ids", max: Command.idsMax) : argumentCount
      }
      words = texts
    case .query(let mayBeEmpty):
      let query = texts.joined(separator: " ")
      guard asked.query == nil || query.isEmpty else {
        throw .badValue(
          option: "q", found: query, expected: "the query in q= or in words, not both")
      }
      asked.request.text = asked.query ?? query
      guard mayBeEmpty || !asked.isEmpty else { throw argumentCount }
    }
  }

  /// A word for a verb that takes words, the text as sent for one that takes a query.
  private static func text(
    _ argument: LineArgument, _ command: Command
  ) throws(DoorError) -> String {
    switch command.arguments {
    case .words: try argument.value()
    case .query: try argument.queryText()
    }
  }

  /// The two numbers after `LIMIT`, taken out of `rest`.
  ///
  /// In capitals it must have them; in other letters it may be a word of the query (*age limit*),
  /// so without them it is nil.
  private static func window(
    _ keyword: LineArgument, _ rest: inout ArraySlice<LineArgument>
  ) throws(DoorError) -> (offset: Int, limit: Int)? {
    let numbers = rest.prefix(2).compactMap { CommandOption.number($0.raw) }
    guard numbers.count == 2 else {
      if keyword.raw != "LIMIT" { return nil }
      throw .badValue(
        option: "LIMIT", found: rest.prefix(2).map(\.raw).joined(separator: " "),
        expected: "LIMIT offset count")
    }
    rest.removeFirst(2)
    return (numbers[0], numbers[1])
  }
}
