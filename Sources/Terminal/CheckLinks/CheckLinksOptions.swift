public import ArgumentParser
public import Records

/// The options of `check-links`.
///
/// Two programs take them: `canfod`, which answers `--help`, wrong usage and completions, and
/// `canfod-check-links`, which `canfod check-links` becomes.
public struct CheckLinksOptions: ParsableArguments {
  /// The ids of the records whose links are checked; all where it is empty.
  @Argument(help: ArgumentHelp("Only the links of these records.", valueName: "id"))
  public var ids: [String] = []

  /// The file of the link history; see ``historyFile``.
  @Option(
    help: ArgumentHelp(
      "The file of the link history. (default: links.sqlite in the folder of the index)",
      valueName: "file"))
  public var history: String?

  /// Whether only to tell what would be asked.
  @Flag(help: "Only list what would be asked, by host; ask nobody.")
  public var dryRun = false

  /// Whether to report from the history alone.
  @Flag(help: "Report what the history knows; ask nobody.")
  public var report = false

  /// The day from which changes are told; see ``sinceDate``.
  @Option(
    help: ArgumentHelp(
      "Only what became broken, recovered or changed since then: 2026, 2026-05, 2026-05-31.",
      valueName: "date"))
  public var since: String?

  /// How it asks.
  @OptionGroup(title: "Asking") public var asking: AskingOptions

  /// How it judges.
  @OptionGroup(title: "Judging") public var judging: JudgingOptions

  /// How it reports.
  @OptionGroup(title: "Reporting") public var reporting: ReportingOptions

  /// What a person says of links.
  @OptionGroup(title: "A person's word") public var curating: CuratingOptions

  /// The options of every command.
  @OptionGroup(title: "Common") public var basics: BasicOptions

  /// The options of a command line that gives none.
  public init() {}

  /// The file of the link history.
  public var historyFile: String { history ?? basics.index + "/links.sqlite" }

  /// The records whose links are checked; all where it is empty.
  public var records: [ResourceID] { ids.compactMap(ResourceID.init) }

  /// The day from which changes are told.
  public var sinceDate: PartialDate? { since.flatMap(PartialDate.init) }

  /// The form of the report: `--json` is short for `--format json`.
  public var format: ReportFormat { reporting.format ?? (basics.json ? .json : .table) }

  /// What both programs say of the command, under its name in each.
  public static func configuration(named name: String) -> CommandConfiguration {
    CommandConfiguration(
      commandName: name,
      abstract: "Check which links work, have moved or are dead.",
      discussion: """
        Yn Gymraeg: gwirio pa ddolenni sy'n gweithio, sydd wedi symud neu sy'n farw.

        Every address of the corpus is asked once, each host politely. A link is called dead only \
        after several failures on several days; what was found is kept in the link history, and \
        search shows it. Records are changed only by --fix.
        Gofynnir am bob cyfeiriad yn y corpws unwaith, gan barchu pob gweinydd. Dim ond ar ôl sawl \
        methiant ar sawl diwrnod y gelwir dolen yn farw; cedwir y canlyniadau yn hanes y dolenni, a \
        bydd y chwiliad yn eu dangos. Dim ond --fix sy'n newid cofnodion.

        Examples:
          canfod check-links --dry-run
          canfod check-links --fail-on dead,gone --format junit --output links.xml
          canfod check-links --report --since 2026-05-01
          canfod check-links --host-state example.org=alive --reason "opens in a browser"

        Exit status: 0 no link is in a state of --fail-on, 2 some link is, 64 wrong usage, 69 \
        nothing could be checked; otherwise as for canfod.
        Statws gadael: 0 nid oes dolen yng nghyflyrau --fail-on, 2 mae rhai, 64 defnydd anghywir, \
        69 ni ellid gwirio dim; fel arall fel canfod.
        """)
  }
}
