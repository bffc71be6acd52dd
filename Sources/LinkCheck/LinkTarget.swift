public import Records

/// An address of the catalogue, with the records that name it.
public struct LinkTarget: Sendable, Hashable {
  /// The address as the records write it.
  public var url: String
  /// What the records say of what should be there; one at least.
  public var records: [LinkedRecord]

  /// Makes a target.
  public init(url: String, records: [LinkedRecord]) {
    self.url = url
    self.records = records
  }
}

/// What a record says that tells whether an answer is what was catalogued.
public struct LinkedRecord: Sendable, Hashable {
  /// The record's id.
  public var id: String
  /// Its title in each language.
  public var title: BilingualText
  /// The language tags of the resource; empty where unknown.
  public var languages: [String]
  /// Who published it, for reports.
  public var publishers: [String]
  /// When it was published, which is the day an archived copy is wanted of.
  public var published: PartialDate?
  /// The record's file.
  public var file: String
  /// The line of the address in it, counted from 1.
  public var line: Int?

  /// Makes a record's facts.
  public init(
    id: String, title: BilingualText, languages: [String] = [], publishers: [String] = [],
    published: PartialDate? = nil, file: String = "", line: Int? = nil
  ) {
    self.id = id
    self.title = title
    self.languages = languages
    self.publishers = publishers
    self.published = published
    self.file = file
    self.line = line
  }
}
