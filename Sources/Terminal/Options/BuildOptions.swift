public import ArgumentParser

/// The options of `build`, for `canfod` and for `canfod-curate`, which `canfod build` becomes.
public struct BuildOptions: ParsableArguments {
  /// Whether everything is indexed again.
  @Flag(help: "Index everything again, whatever has changed.")
  public var anew = false

  /// The options of every command.
  @OptionGroup public var basics: BasicOptions

  /// The options of a command line that gives none.
  public init() {}

  /// What both programs say of the command.
  public static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Build the index from the corpus.",
    discussion: """
      Yn Gymraeg: adeiladu'r mynegai o'r corpws.

      Only what has changed is indexed anew; an index that is damaged is built again from nothing. \
      Faults of the corpus are listed all at once, and the index stays as it was.

      Example:
        canfod build --corpus corpus --index index
      """)
}
