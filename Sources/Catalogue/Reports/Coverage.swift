public import Records

/// How many resources there are for each combination of facet values; a zero is a gap.
public struct Coverage: Sendable, Hashable {
  /// One combination.
  public struct Cell: Sendable, Hashable {
    /// One value per facet of the matrix, in its order.
    public var values: [String]
    /// How many resources have all of them.
    public var count: Int
  }

  /// The facets, outermost first.
  public var facets: [Facet]
  /// All combinations, in the vocabularies' order.
  public var cells: [Cell]
  /// How many resources were looked at.
  public var total: Int
  /// The index generation.
  public var generation: UInt64

  /// How many combinations have nothing.
  public var gaps: Int { cells.count { $0.count == 0 } }
}

/// What the index holds, for `status`.
public struct CatalogueStatus: Sendable, Hashable {
  /// The index generation.
  public var generation: UInt64
  /// How many resources.
  public var resources: Int
  /// How many works they are versions of.
  public var works: Int
  /// Every facet's values and counts.
  public var facets: [FacetAnswer]
  /// How many have an age range.
  public var withAge: Int
  /// How many have a date.
  public var withDate: Int
  /// How many have an address.
  public var withURL: Int
  /// How many actions of the plan are listed.
  public var actionCount: Int
  /// How many of them have each traffic light: green, amber, red.
  public var actions: [FacetValueCount]
  /// How many inconsistencies of the sources are recorded.
  public var inconsistencies: Int
  /// What the last build did.
  public var report: BuildReport
  /// The index folder's size in bytes.
  public var bytes: Int
}

/// A field that can be searched, filtered or sorted by.
public struct FieldDescription: Sendable, Hashable {
  /// Its name.
  public var name: String
  /// `text`, `tag`, `numeric` or `date`.
  public var type: String
  /// Whether answers give it back.
  public var isStored: Bool
  /// Whether `sort=` takes it.
  public var isSortable: Bool
}

/// A resource looked up by its id.
public struct ResourceView: Sendable, Hashable {
  /// The resource.
  public var resource: Resource
  /// What is known of its link; nil where it has no address.
  public var link: ResourceLink?
  /// Its sister versions.
  public var sisters: [SisterVersion]
}

/// One token of an analysed text, with the steps that led to its term.
public struct AnalyzedToken: Sendable, Hashable {
  /// One step.
  public struct Step: Sendable, Hashable {
    /// The step's name.
    public var name: String
    /// The token after it.
    public var text: String
  }

  /// The term.
  public var term: String
  /// The word as written.
  public var surface: String
  /// Its first byte in the text.
  public var start: Int
  /// The byte after its last.
  public var end: Int
  /// Its position.
  public var position: Int
  /// The steps.
  public var steps: [Step]
}
