import ArgumentParser
import Terminal

/// `canfod add`: one file to a record of the corpus; done by a program of its own.
struct AddCommand: DelegatedCommand {
  static let configuration = AddOptions.configuration
  static let program = "canfod-curate"
  static let isOneOfSeveral = true

  @OptionGroup var options: AddOptions

  var basics: BasicOptions { options.basics }
}
