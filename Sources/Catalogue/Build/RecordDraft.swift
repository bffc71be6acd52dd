public import Records

/// What a curator says of a file handed in, in people's words; what is left out is read from the
/// file or stays unknown.
public struct RecordDraft: Sendable, Hashable {
  /// The record's id; else made from the file's name.
  public var id: String?
  /// The work's id; else the record's own.
  public var work: String?
  /// The titles.
  public var title = BilingualText()
  /// The descriptions.
  public var description = BilingualText()
  /// The address.
  public var url: String?
  /// Who published it.
  public var publisher: [String] = []
  /// Who made it.
  public var creator: [String] = []
  /// When it was published.
  public var published: String?
  /// Its languages.
  public var language: [String] = []
  /// What sort of thing it is.
  public var kind: String?
  /// Whom it is for.
  public var audience: [String] = []
  /// The ages.
  public var age: String?
  /// Whose ages; else the audience decides.
  public var ageOf: AgeOf?
  /// What it is about.
  public var topics: [String] = []
  /// Features such as easy read or captions.
  public var accessibility: [String] = []
  /// The licence.
  public var rights: String?
  /// The plan's action.
  public var action: String?
  /// Where the facts come from.
  public var sources: [String] = []
  /// A remark.
  public var note: String?

  /// Makes a draft that says nothing.
  public init() {}
}

/// A record that was made.
public struct AddedRecord: Sendable, Hashable {
  /// The record.
  public var resource: Resource
  /// The record's file.
  public var record: String
  /// The content's file.
  public var content: String
  /// The fields that are still unknown, by the names that record files give them.
  public var unknown: [String]
  /// The fields that were only guessed from the text, by the same names.
  public var guessed: [String]

  /// A record of `resource`, made in the file `record` with the content of the file `content`.
  package init(
    resource: Resource, record: String, content: String, unknown: [String], guessed: [String]
  ) {
    self.resource = resource
    self.record = record
    self.content = content
    self.unknown = unknown
    self.guessed = guessed
  }
}
