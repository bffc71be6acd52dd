public import ArgumentParser

/// The options of `optimize`, for `canfod` and for `canfod-curate`, which `canfod optimize` becomes.
public struct OptimizeOptions: ParsableArguments {
  /// Whether the documents are put into another order.
  @Flag(help: "Put documents that share words side by side.")
  public var reorder = false

  /// The options of every command.
  @OptionGroup public var basics: BasicOptions

  /// The options of a command line that gives none.
  public init() {}

  /// What both programs say of the command.
  public static let configuration = CommandConfiguration(
    commandName: "optimize",
    abstract: "Merge the index into one segment, so that it answers faster.",
    discussion: """
      Yn Gymraeg: cyfuno'r mynegai yn un segment, iddo ateb yn gyflymach; gyda --reorder, \
      aildrefnu'r dogfennau hefyd.

      With --reorder documents that share words stand side by side, which may make a large index \
      faster. Searches find the same, but hits of equal rank may follow each other in another order.

      Example:
        canfod optimize
        canfod optimize --reorder
      """)
}
