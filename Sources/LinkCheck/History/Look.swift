internal import FoundationEssentials
internal import GRDB
internal import Markup
public import Records

/// One look at a link, as the history keeps it.
public struct Look: Sendable, Hashable {
  /// When, in seconds since 1970.
  public var at: Int64
  /// The verdict after it.
  public var state: LinkState
  /// The status code of the last answer.
  public var code: Int?
  /// The address at which it ended, where redirects led elsewhere.
  public var final: String?
  /// The redirects, each as `301 https://…`.
  public var hops: [String]
  /// On what the verdict rests.
  public var evidence: [LinkEvidence]
  /// The media type of the answer.
  public var mediaType: String?
  /// The fingerprint of the page's text.
  public var fingerprint: UInt64?
  /// When the certificate ends, in seconds since 1970.
  public var certificateEnds: Int64?
  /// Requests that were repeated.
  public var retries: Int
  /// Milliseconds it took.
  public var milliseconds: Int

  /// The look that led to `status`.
  init(_ status: LinkStatus, _ seen: Seen, at time: Int64) {
    at = time
    state = status.state
    code = seen.code
    final = seen.final
    hops = seen.hops
    evidence = status.evidence
    mediaType = seen.baseline?.mediaType
    fingerprint = seen.baseline?.fingerprint?.bits
    certificateEnds = seen.certificateEnds
    retries = seen.retries
    milliseconds = seen.milliseconds
  }

  /// The look in a row of the history.
  init(row: Row) throws {
    let kept = KeptRow(row)
    at = try kept.time("at")
    state = LinkHistory.state(try kept.text("state"))
    code = try kept.numberIfAny("code").map { Int($0) }
    final = try kept.textIfAny("final")
    let text = try kept.text("hops")
    hops = (try? JSONDecoder().decode([String].self, from: Data(text.utf8))) ?? []
    evidence = LinkHistory.evidence(try kept.text("evidence"))
    mediaType = try kept.textIfAny("media_type")
    fingerprint = try kept.numberIfAny("fingerprint").map { UInt64(bitPattern: $0) }
    certificateEnds = try kept.numberIfAny("certificate_ends")
    retries = try kept.count("retries")
    milliseconds = try kept.count("milliseconds")
  }
}
