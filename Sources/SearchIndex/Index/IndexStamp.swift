/// Tells one generation of one index from all others.
///
/// The number alone does not: an index that was removed and built anew counts from 1 again. So the
/// whole manifest is compared, which has the checksum of every file.
public struct IndexStamp: Sendable, Equatable {
  let manifest: Manifest

  /// The generation.
  public var generation: UInt64 { manifest.generation }
}
