/// One language version of one work, as the catalogue knows it.
///
/// Field names follow schema.org and Dublin Core where they have a term. A nil or an empty list is
/// "unknown" and stays unknown.
public struct Resource: Sendable, Hashable, Codable {
  /// The record's own name, unique in the catalogue.
  public var id: ResourceID
  /// The work of which this is a language version; shared by its sister versions.
  public var work: ResourceID
  /// The title in each language.
  public var title: BilingualText
  /// How each title was come by.
  public var titleStatus: TitleStatuses
  /// The description in each language.
  public var description: BilingualText
  /// The absolute http(s) address, or nil where none is known.
  public var url: String?
  /// Where the address was found, or why there is none, in the facts' words.
  public var urlStatus: String?
  /// Who published it.
  public var publisher: [String]
  /// Who made it.
  public var creator: [String]
  /// Who commissioned or paid for it.
  public var commissionedBy: [String]
  /// When it was published, as precisely as is known.
  public var published: PartialDate?
  /// The languages of this version (not of its metadata).
  public var language: [LanguageTag]
  /// The kind's vocabulary id.
  public var kind: String?
  /// The audiences' vocabulary ids.
  public var audience: [String]
  /// The ages it is made for or about; see ``ageOf``.
  public var ageRange: AgeRange?
  /// Whose ages ``ageRange`` gives; nil where there is no range.
  public var ageOf: AgeOf?
  /// The topics' vocabulary ids.
  public var topics: [String]
  /// The accessibility features' vocabulary ids.
  public var accessibility: [String]
  /// The licence or a statement of rights.
  public var rights: String?
  /// The plan's action that published it: `A1` … `A32`.
  public var action: String?
  /// What the plan's update says of it.
  public var planStatus: String?
  /// Whether it is there, promised, or taken back.
  public var status: ResourceStatus
  /// Where each fact comes from.
  public var sources: [String]
  /// A curator's remark.
  public var note: String?
  /// Names of the files, beside the record, that hold its content.
  public var content: [String]
  /// The text of the record's body and of its content files, in reading order.
  public var body: [BodyText]

  /// Makes a record with everything unknown but its names.
  public init(id: ResourceID, work: ResourceID) {
    self.id = id
    self.work = work
    title = BilingualText()
    titleStatus = TitleStatuses()
    description = BilingualText()
    publisher = []
    creator = []
    commissionedBy = []
    language = []
    audience = []
    topics = []
    accessibility = []
    status = .published
    sources = []
    content = []
    body = []
  }
}

/// Whether a resource is there.
public enum ResourceStatus: String, Sendable, Hashable, Codable, CaseIterable {
  /// It was published.
  case published
  /// It was promised and is not there yet: a gap that is worth an answer.
  case wanted
  /// It was published and taken back.
  case withdrawn
}

/// How a title was come by.
public enum TitleStatus: String, Sendable, Hashable, Codable, CaseIterable {
  /// Read off the source.
  case found
  /// Translated for the catalogue.
  case translated
  /// A description that stands in for a title.
  case described
}

/// The ``TitleStatus`` of each language's title.
public struct TitleStatuses: Sendable, Hashable, Codable {
  /// Of the English title.
  public var en: TitleStatus?
  /// Of the Welsh title.
  public var cy: TitleStatus?

  /// Makes a pair.
  public init(en: TitleStatus? = nil, cy: TitleStatus? = nil) {
    self.en = en
    self.cy = cy
  }
}

/// A stretch of a resource's own text with its language.
public struct BodyText: Sendable, Hashable, Codable {
  /// The language's BCP 47 tag, or nil where it could not be told.
  public var language: String?
  /// The text, paragraphs separated by line feeds.
  public var text: String

  /// Makes a stretch of text.
  public init(language: String?, text: String) {
    self.language = language
    self.text = text
  }
}
