internal import CXXHash

/// The fingerprint by which a build tells whether a record changed: XXH3-128 of everything that
/// makes the document.
///
/// Not for security: nobody gains by a collision in their own corpus.
enum ContentHash {
  /// 16 bytes, big-endian as xxhsum prints them.
  static func fingerprint(_ bytes: [UInt8]) -> [UInt8] {
    let hash = unsafe bytes.withUnsafeBytes { unsafe XXH3_128bits($0.baseAddress, $0.count) }
    return bigEndian(hash.high64) + bigEndian(hash.low64)
  }

  private static func bigEndian(_ value: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: value >> (56 - 8 * $0)) }
  }
}
