/// THE TABLE of the FT commands, in the order in which COMMAND lists them.
package enum FTCommands {
  /// The rows.
  package static let table: [FTCommand] = []
}
