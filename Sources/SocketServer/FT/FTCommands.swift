/// THE TABLE of the FT commands, in the order in which COMMAND lists them.
package enum FTCommands {
  /// The rows.
  package static let table: [FTCommand] = [
    row("FT.SEARCH", -2, FTSearchAnswers.search),
    row("FT.AGGREGATE", -2, FTAggregateAnswers.aggregate),
    row("FT.EXPLAIN", -3, FTExplainAnswers.explain),
    row("FT.EXPLAINCLI", -3, FTExplainAnswers.explainLines),
    row("FT.PROFILE", -5, FTExplainAnswers.profile),
    row("FT.INFO", 2, FTIndexAnswers.info),
    row("FT._LIST", 1, FTIndexAnswers.list),
    row("FT.TAGVALS", 3, FTIndexAnswers.tagValues),
    row("FT.GET", 3, FTIndexAnswers.get),
    row("FT.MGET", -3, FTIndexAnswers.getAll),
    row("FT.SUGGET", -3, FTSuggestAnswers.complete),
    row("FT.SUGLEN", 2, FTSuggestAnswers.count),
    row("FT.SPELLCHECK", -3, FTSuggestAnswers.spell),
    row("FT.SYNDUMP", 2, FTSettingAnswers.synonyms),
    row("FT.DICTDUMP", 2, FTSettingAnswers.dictionary),
    row("FT.CONFIG", -3, FTSettingAnswers.setting),
  ]

  /// A row whose answer is only asked where there are as many words as `arity` tells.
  private static func row(
    _ name: String, _ arity: Int,
    _ answer: @escaping @Sendable ([String], FTDesk) throws(FTError) -> RESPValue
  ) -> FTCommand {
    FTCommand(name: name, arity: arity) { words, desk throws(FTError) in
      let count = words.count + 1
      guard arity >= 0 ? count == arity : count >= -arity else {
        throw FTError("ERR wrong number of arguments for '\(name)' command")
      }
      return try answer(words, desk)
    }
  }
}
