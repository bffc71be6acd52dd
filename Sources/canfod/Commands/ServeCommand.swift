import ArgumentParser
import Terminal

/// `canfod serve`: answers over a socket; done by a program of its own.
struct ServeCommand: DelegatedCommand {
  static let configuration = ServeOptions.configuration(named: "serve")
  static let program = "canfod-serve"

  @OptionGroup var options: ServeOptions

  var basics: BasicOptions { options.basics }
}
