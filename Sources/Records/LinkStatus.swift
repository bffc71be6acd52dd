/// What is known of a link after its last check.
public struct LinkStatus: Sendable, Hashable, Codable {
  /// The address as the records write it.
  public var url: String
  /// The verdict.
  public var state: LinkState
  /// When the verdict came to be what it is, in seconds since 1970.
  public var since: Int64
  /// When it was last checked, in seconds since 1970; nil where it never was.
  public var checked: Int64?
  /// The status code of the last answer, where there was one.
  public var code: Int?
  /// On what the verdict rests.
  public var evidence: [LinkEvidence]
  /// The address that replaces it, where it moved for good.
  public var replacement: String?
  /// An archived copy of what was there.
  public var archived: String?
  /// The last verdict that said whether it is there, where this one does not.
  public var before: LinkState?

  /// Makes a status.
  public init(
    url: String, state: LinkState, since: Int64, checked: Int64? = nil, code: Int? = nil,
    evidence: [LinkEvidence] = [], replacement: String? = nil, archived: String? = nil,
    before: LinkState? = nil
  ) {
    self.url = url
    self.state = state
    self.since = since
    self.checked = checked
    self.code = code
    self.evidence = evidence
    self.replacement = replacement
    self.archived = archived
    self.before = before
  }
}
