import Glibc

/// The random numbers of a test: a SplitMix64 sequence from one seed, so that a failure can be
/// replayed with `CANFOD_SEED=…`. (Steele, Lea & Flood, "Fast splittable pseudorandom number
/// generators", 2014.)
public struct Seed: RandomNumberGenerator, Sendable {
  /// The number to give to `CANFOD_SEED`.
  public let value: UInt64
  private var state: UInt64

  /// Starts from `CANFOD_SEED` where it is set, else from `value`.
  public init(_ value: UInt64 = 20_190_715) {
    let asked = unsafe getenv("CANFOD_SEED").flatMap { unsafe UInt64(String(cString: $0)) }
    self.value = asked ?? value
    state = self.value
  }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
