/// THE TABLE of the FT commands, in the order in which COMMAND lists them.
///
/// A search goes from words to ``FTSearchOptions``, its query through ``FTGrammar`` to an ``FTNode``, that
/// through ``FTTree`` to the catalogue's tree, which is asked; ``FTSearchAnswers`` makes the reply.
enum FTCommands {
  /// The rows.
  static let table: [RESPCommand] = [
    RESPCommand("FT.SEARCH", arity: -2, .catalogue(FTSearchAnswers.search)),
    RESPCommand("FT.AGGREGATE", arity: -2, .catalogue(FTAggregateAnswers.aggregate)),
    RESPCommand("FT.EXPLAIN", arity: -3, .catalogue(FTExplainAnswers.explain)),
    RESPCommand("FT.EXPLAINCLI", arity: -3, .catalogue(FTExplainAnswers.explainLines)),
    RESPCommand("FT.PROFILE", arity: -5, .catalogue(FTExplainAnswers.profile)),
    RESPCommand("FT.INFO", arity: 2, .catalogue(FTIndexAnswers.info)),
    RESPCommand("FT._LIST", arity: 1, .catalogue(FTIndexAnswers.list)),
    RESPCommand("FT.TAGVALS", arity: 3, .catalogue(FTIndexAnswers.tagValues)),
    RESPCommand("FT.GET", arity: 3, .catalogue(FTIndexAnswers.get)),
    RESPCommand("FT.MGET", arity: -3, .catalogue(FTIndexAnswers.getAll)),
    RESPCommand("FT.SUGGET", arity: -3, .catalogue(FTSuggestAnswers.complete)),
    RESPCommand("FT.SUGLEN", arity: 2, .catalogue(FTSuggestAnswers.count)),
    RESPCommand("FT.SPELLCHECK", arity: -3, .catalogue(FTSuggestAnswers.spell)),
    RESPCommand("FT.SYNDUMP", arity: 2, .catalogue(FTSettingAnswers.synonyms)),
    RESPCommand("FT.DICTDUMP", arity: 2, .catalogue(FTSettingAnswers.dictionary)),
    RESPCommand("FT.CONFIG", arity: -3, .catalogue(FTSettingAnswers.setting)),
  ]
}
