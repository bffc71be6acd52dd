/// One FT command: its name, how many arguments it takes, and its answer.
package struct FTCommand: Sendable {
  /// The name in capitals, as `FT.SEARCH`.
  package let name: String
  /// How many words a request has, the name counted, as COMMAND tells it: negative where it is a least.
  package let arity: Int
  /// The answer to the words after the name.
  package let answer: @Sendable ([String], FTDesk) throws(FTError) -> RESPValue

  /// Makes a row of the table.
  package init(
    name: String, arity: Int,
    answer: @escaping @Sendable ([String], FTDesk) throws(FTError) -> RESPValue
  ) {
    self.name = name
    self.arity = arity
    self.answer = answer
  }
}
