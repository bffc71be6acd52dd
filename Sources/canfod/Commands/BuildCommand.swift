import ArgumentParser
import Terminal

/// `canfod build`: corpus to index; done by a program of its own.
struct BuildCommand: DelegatedCommand {
  static let configuration = BuildOptions.configuration
  static let program = "canfod-curate"
  static let isOneOfSeveral = true

  @OptionGroup var options: BuildOptions

  var basics: BasicOptions { options.basics }
}
