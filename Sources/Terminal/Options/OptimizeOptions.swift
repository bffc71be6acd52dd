public import ArgumentParser

/// The options of `optimize`, for `canfod` and for `canfod-curate`, which `canfod optimize` becomes.
public struct OptimizeOptions: ParsableArguments {
  /// The options of every command.
  @OptionGroup public var basics: BasicOptions

  /// The options of a command line that gives none.
  public init() {}

  /// What both programs say of the command.
  public static let configuration = CommandConfiguration(
    commandName: "optimize",
    abstract: "Merge the index into one segment, so that it answers faster.",
    discussion: """
      Yn Gymraeg: cyfuno'r mynegai yn un segment, iddo ateb yn gyflymach.

      Example:
        canfod optimize
      """)
}
