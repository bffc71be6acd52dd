import ArgumentParser
import Terminal

/// The program that `canfod add`, `build` and `optimize` become: what writes the corpus and the index.
@main
struct Curate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "canfod-curate",
    abstract: "What canfod add, build and optimize start.",
    discussion: "Yn Gymraeg: yr hyn y mae canfod add, build ac optimize yn ei gychwyn.",
    version: "canfod \(Program.version)",
    subcommands: [AddCommand.self, BuildCommand.self, OptimizeCommand.self])
}
