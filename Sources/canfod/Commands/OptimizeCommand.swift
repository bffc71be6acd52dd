import ArgumentParser
import Terminal

/// `canfod optimize`: the index in one segment; done by a program of its own.
struct OptimizeCommand: DelegatedCommand {
  static let configuration = OptimizeOptions.configuration
  static let program = "canfod-curate"
  static let isOneOfSeveral = true

  @OptionGroup var options: OptimizeOptions

  var basics: BasicOptions { options.basics }
}
