public import ArgumentParser
public import Records

/// What a person says of links, and what may be written because of it.
public struct CuratingOptions: ParsableArguments {
  /// Whether records get the new addresses of what moved for good.
  @Flag(help: "Write the new addresses of what moved for good into the records.")
  public var fix = false

  /// The ids of records whose links are right as they are now; see ``acceptedRecords``.
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Take what is there now, at the links of these records, as right.", valueName: "id"))
  public var accept: [String] = []

  /// Hosts and the state that a person knows them to be in; see ``hostStates``.
  @Option(
    help: ArgumentHelp(
      "Take the links to this host to be in this state where it does not answer well; may be repeated.",
      valueName: "host=state"))
  public var hostState: [String] = []

  /// Until when that holds; see ``untilDate``.
  @Option(help: ArgumentHelp("The last day on which --host-state holds.", valueName: "date"))
  public var until: String?

  /// Why.
  @Option(help: ArgumentHelp("Why, for --accept and --host-state.", valueName: "text"))
  public var reason: String?

  /// The options of a command line that gives none.
  public init() {}

  /// The records whose links are right as they are now.
  public var acceptedRecords: [ResourceID] { accept.compactMap(ResourceID.init) }

  /// Hosts and the state that a person knows them to be in.
  public var hostStates: [HostState] { hostState.compactMap(HostState.init) }

  /// Until when that holds.
  public var untilDate: PartialDate? { until.flatMap(PartialDate.init) }
}
