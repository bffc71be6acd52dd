extension AnswerJSON {
  /// The lines of completions.
  public static func completions(_ completions: [Completion]) -> [String] {
    completions.map { completion in
      JSONText.object([
        ("suggest", .string(completion.text)), ("score", .int(completion.count)),
        ("lang", .string(completion.language)),
      ]).line
    } + [JSONText.object([("ok", .bool(true)), ("count", .int(completions.count))]).line]
  }

  /// The lines of misspelt words and what may have been meant; the end line has the whole text put
  /// right, where that finds something.
  public static func spelling(_ spelled: SpelledText) -> [String] {
    var end: [(name: String, value: JSONText)] = [
      ("ok", .bool(true)), ("count", .int(spelled.words.count)),
    ]
    if let suggestion = spelled.suggestion { end.append(("suggestion", .string(suggestion))) }
    return spelled.words.map { word in
      JSONText.object([
        ("term", .string(word.text)),
        ("at", .array([.int(word.at.lowerBound), .int(word.at.upperBound)])),
        (
          "suggestions",
          .array(
            word.suggestions.map {
              .object([("text", .string($0.text)), ("score", .double($0.score, digits: 4))])
            })
        ),
      ]).line
    } + [JSONText.object(end).line]
  }
}
