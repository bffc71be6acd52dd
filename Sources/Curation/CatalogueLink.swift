public import Records

/// A record's link with what is needed to check it and to say where it stands.
public struct CatalogueLink: Sendable, Hashable {
  /// The record.
  public var id: ResourceID
  /// The record's file, relative to the corpus folder.
  public var file: String
  /// The line of the file that has the address, from 1.
  public var line: Int?
  /// The address as the record writes it.
  public var url: String
  /// The host of the address, in lower case.
  public var host: String
  /// The title in each language.
  public var title: BilingualText
  /// The languages of the resource.
  public var language: [LanguageTag]
  /// When it was published.
  public var published: PartialDate?
  /// Who published it.
  public var publisher: [String]
  /// The resource's own text, as far as the corpus has it.
  public var text: [BodyText]
}
