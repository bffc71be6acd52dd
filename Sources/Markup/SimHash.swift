/// A fingerprint of a text of which few bits change when few words do.
///
/// Each word with its successor casts a vote on 64 bits by its hash; a bit is set where the ayes have
/// it. Texts that share most word pairs differ in few bits, texts that share none in about 32.
/// After Charikar, "Similarity estimation techniques from rounding algorithms", 2002, and Manku, Jain
/// and Das Sarma, "Detecting near-duplicates for web crawling", 2007.
public struct SimHash: Sendable, Hashable {
  /// The fingerprint.
  public let bits: UInt64

  /// Takes a fingerprint as kept.
  public init(bits: UInt64) {
    self.bits = bits
  }

  /// The fingerprint of `words` in their order; of none, 0.
  public init(of words: [some StringProtocol]) {
    var votes = [SIMD8<Int32>](repeating: .zero, count: 8)
    var before: UInt64 = 0
    for word in words {
      let hash = Self.hash(word.utf8)
      var ballot = Self.mix(before &* 31 &+ hash)
      for byte in 0..<8 {
        votes[byte] &+= Self.ballots[Int(ballot & 0xFF)]
        ballot >>= 8
      }
      before = hash
    }
    var bits: UInt64 = 0
    for bit in 0..<64 where votes[bit / 8][bit % 8] > 0 { bits |= 1 << UInt64(bit) }
    self.bits = bits
  }

  /// What a byte of a hash votes: 1 for each bit that is set, -1 for each that is not.
  private static let ballots: [SIMD8<Int32>] = (0..<256).map { byte in
    var votes = SIMD8<Int32>.zero
    for bit in 0..<8 { votes[bit] = byte >> bit & 1 == 1 ? 1 : -1 }
    return votes
  }

  /// In how many of the 64 bits two fingerprints differ.
  public func distance(to other: Self) -> Int { (bits ^ other.bits).nonzeroBitCount }

  /// FNV-1a, which is the same in every process, unlike the library's own hashes.
  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }

  /// The finisher of MurmurHash3, so that every bit of the hash votes for itself.
  private static func mix(_ value: UInt64) -> UInt64 {
    var value = value
    value = (value ^ value >> 33) &* 0xFF51_AFD7_ED55_8CCD
    value = (value ^ value >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return value ^ value >> 33
  }
}
