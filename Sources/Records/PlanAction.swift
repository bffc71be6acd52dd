/// One action of the National Action Plan with what its update of July 2021 says of it.
public struct PlanAction: Sendable, Hashable, Codable {
  /// `A1` … `A32`.
  public var id: String
  /// The plan's reporting period.
  public var period: Int
  /// The period's reporting date.
  public var reportingDate: PartialDate
  /// What is to be done.
  public var summary: BilingualText
  /// The status in the update's own words.
  public var statusStated: String
  /// The traffic light: `green`, `amber`, `red`.
  public var statusColour: String
  /// Whether the colour was stated or inferred, and from what.
  public var statusBasis: String
  /// Who does it.
  public var partners: [String]
  /// The dates given for it, in words.
  public var dates: [String]
  /// How many resources the facts tables count for it.
  public var resources: Int
  /// A remark.
  public var note: String?

  /// Makes an action.
  public init(
    id: String, period: Int, reportingDate: PartialDate, summary: BilingualText,
    statusStated: String, statusColour: String, statusBasis: String, partners: [String],
    dates: [String], resources: Int, note: String?
  ) {
    self.id = id
    self.period = period
    self.reportingDate = reportingDate
    self.summary = summary
    self.statusStated = statusStated
    self.statusColour = statusColour
    self.statusBasis = statusBasis
    self.partners = partners
    self.dates = dates
    self.resources = resources
    self.note = note
  }
}

/// A contradiction or gap found in the sources, kept so that nobody trips over it twice.
public struct Inconsistency: Sendable, Hashable, Codable {
  /// What it concerns: an action or a part of the update.
  public var about: String
  /// What was found.
  public var finding: String
  /// What follows for the catalogue.
  public var consequence: String

  /// Makes an entry.
  public init(about: String, finding: String, consequence: String) {
    self.about = about
    self.finding = finding
    self.consequence = consequence
  }
}

/// A telephone helpline, to be shown where somebody may need one.
public struct Helpline: Sendable, Hashable, Codable {
  /// Its name in each language.
  public var name: BilingualText
  /// The number, as written.
  public var number: String
  /// Whom it is for.
  public var audience: BilingualText
  /// When it answers; empty where that is unknown.
  public var hours: BilingualText
  /// Where the facts come from.
  public var sources: [String]

  /// Makes an entry.
  public init(
    name: BilingualText, number: String, audience: BilingualText,
    hours: BilingualText = BilingualText(), sources: [String]
  ) {
    self.name = name
    self.number = number
    self.audience = audience
    self.hours = hours
    self.sources = sources
  }
}

/// The plan as data.
public struct Plan: Sendable, Hashable, Codable {
  /// The actions that the update lists.
  public var actions: [PlanAction]
  /// The recorded inconsistencies.
  public var inconsistencies: [Inconsistency]
  /// The helplines.
  public var helplines: [Helpline]

  /// Makes a plan.
  public init(
    actions: [PlanAction] = [], inconsistencies: [Inconsistency] = [], helplines: [Helpline] = []
  ) {
    self.actions = actions
    self.inconsistencies = inconsistencies
    self.helplines = helplines
  }
}
