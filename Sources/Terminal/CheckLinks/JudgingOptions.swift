public import ArgumentParser
public import Records

/// How `check-links` judges, and which verdicts make it fail.
public struct JudgingOptions: ParsableArguments {
  /// After how many failures in a row a link is dead.
  @Option(help: ArgumentHelp("Failures in a row before a link is called dead.", valueName: "n"))
  public var failures = 3

  /// Over how many days they must lie.
  @Option(help: ArgumentHelp("Days over which they must have lasted.", valueName: "n"))
  public var days = 6

  /// The states that make it fail; see ``failStates``.
  @Option(
    help: ArgumentHelp(
      "End with status 2 where a link is in one of these states.", valueName: "state,state"),
    completion: .list(LinkState.allCases.map(\.rawValue)))
  public var failOn = "dead,gone,soft-404,parked"

  /// The options of a command line that gives none.
  public init() {}

  /// The states that make it fail.
  public var failStates: Set<LinkState> {
    Set(StateList.names(failOn).compactMap(LinkState.init))
  }
}
