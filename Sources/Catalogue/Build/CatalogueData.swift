public import Records

/// The vocabularies, the plan and the report of an index generation, kept with it under the manifest.
///
/// Read when it is first asked for: a plain search needs no more than ``QuestionData``.
package struct CatalogueData: Codable, Sendable {
  /// The name under which the index keeps it.
  package static let attachment = "catalogue"

  /// The vocabularies.
  package var vocabularies: Vocabularies
  /// The plan.
  package var plan: Plan
  /// What the build that made this generation did.
  package var report: BuildReport

  /// Puts together what a build has made.
  package init(vocabularies: Vocabularies, plan: Plan, report: BuildReport) {
    self.vocabularies = vocabularies
    self.plan = plan
    self.report = report
  }

  /// Whether it is the same but for the report.
  package func isSame(as other: Self) -> Bool {
    vocabularies == other.vocabularies && plan == other.plan
  }
}

/// How far a build is.
public struct BuildProgress: Sendable, Hashable {
  /// How many record files were read.
  public var done: Int
  /// How many there are.
  public var of: Int

  /// `done` of `of` record files were read.
  public init(done: Int, of: Int) {
    self.done = done
    self.of = of
  }
}

/// What a build did.
public struct BuildReport: Codable, Sendable, Hashable {
  /// How many resources the index holds now.
  public var resources = 0
  /// How many were new or changed.
  public var added = 0
  /// How many were taken out.
  public var removed = 0
  /// How many were as before.
  public var unchanged = 0
  /// The most ``remarks`` that are kept.
  public static let remarksMax = 100

  /// What records lack that they may lack.
  public var warnings: [RecordFaultCount] = []
  /// Other things that are not as they might be but did not stop the build, in order of the files.
  public var remarks: [RecordFault] = []
  /// The generation that holds it; not kept with it.
  public var generation: UInt64 = 0

  /// Makes an empty report.
  public init() {}
}

/// How many warnings of one kind a build met.
public struct RecordFaultCount: Codable, Sendable, Hashable {
  /// The field.
  public var field: String
  /// How many records.
  public var count: Int

  /// `count` records lack `field`.
  package init(field: String, count: Int) {
    self.field = field
    self.count = count
  }
}
