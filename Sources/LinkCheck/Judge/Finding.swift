internal import Records

/// What one look at a link found, before its history is asked.
struct Finding: Sendable, Hashable {
  /// What kind of thing was found.
  enum Kind: Sendable, Hashable {
    /// An answer that settles what the link is now.
    case settled(LinkState)
    /// A failure, which history makes a suspicion or a death.
    case failed(Failure)
    /// It was not asked, since its host did not answer for others: as good as nothing, not a failure of
    /// its own.
    case givenUp
    /// Nothing that says whether it is there: the server will not tell a program.
    case blocked
    /// It was not, or must not be, asked.
    case notAsked
  }

  /// What failed.
  enum Failure: String, Sendable, Hashable {
    /// The server says that it is taken away for good (410).
    case gone
    /// The host has no address (NXDOMAIN).
    case name
    /// The server says no, or leads nowhere.
    case answer
    /// No answer came.
    case network
  }

  /// What was found.
  var kind: Kind
  /// On what it rests.
  var evidence: [LinkEvidence]
  /// The address that replaces it, where it moved for good.
  var replacement: String?
  /// The page to which it was led and which does not name the resource: if other
  /// addresses are led there too, it is none of theirs.
  var unnamedTarget: String?
}
