internal import Records

/// What the doors need of an index generation beside its documents; kept with it under the manifest.
struct CatalogueData: Codable, Sendable {
  /// The name under which the index keeps it.
  static let attachment = "catalogue"

  /// The vocabularies.
  var vocabularies: Vocabularies
  /// The plan.
  var plan: Plan
  /// The phrases of the vocabularies, compiled.
  var phraseBook: PhraseBook
  /// The analyzers whose fields the index has, sorted.
  var analyzerTags: [String]
  /// What the build that made this generation did.
  var report: BuildReport

  /// Whether it is the same but for the report.
  func isSame(as other: Self) -> Bool {
    vocabularies == other.vocabularies && plan == other.plan && phraseBook == other.phraseBook
      && analyzerTags == other.analyzerTags
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
  /// Things that are not as they might be but did not stop the build.
  public var warnings: [RecordFaultCount] = []
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
}
