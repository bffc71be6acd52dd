public import ArgumentParser

/// In which form `check-links` reports, and where to.
public struct ReportingOptions: ParsableArguments {
  /// The form; nil where none was asked for.
  @Option(help: ArgumentHelp("The form of the report; table where none is given."))
  public var format: ReportFormat?

  /// The file to write to; nil is the standard output.
  @Option(
    help: ArgumentHelp(
      "Write the report to this file instead of the standard output.", valueName: "file"),
    completion: .file())
  public var output: String?

  /// The options of a command line that gives none.
  public init() {}
}

/// A form in which links are reported, as `--format` takes it.
public enum ReportFormat: String, WordChoice, Sendable {
  /// For a terminal.
  case table
  /// One object a line, as the line protocol does.
  case json
  /// A table for spreadsheets (RFC 4180).
  case csv
  /// For build servers: a test case a link.
  case junit
  /// For code hosts: findings with file and line (SARIF 2.1.0).
  case sarif
  /// For issues and wikis.
  case markdown
  /// A page to read.
  case html
  /// A feed of what changed.
  case atom
}
