/// Recognises the strings at most `distance` edits away from a term, scalar by scalar, and knows
/// which scalars could follow.
///
/// An edit inserts, deletes or replaces a Unicode scalar or swaps two neighbours, and no scalar is
/// edited twice (the optimal string alignment distance: `ca` to `abc` is 3). After i scalars of a
/// string, only the term's places i - distance … i + distance can have been reached: a state is a bit
/// set of these for each number of edits, and a step is a dozen operations on bytes. Bit o stands for
/// place i + o - distance.
///
/// Sources: Wu & Manber, "Fast text searching allowing errors", 1992, for sets of places as bits;
/// Schulz & Mihov, "Fast string correction with Levenshtein automata", 2002, for counting places from
/// the diagonal, which bounds a state for terms of any length.
struct LevenshteinAutomaton {
  /// The largest distance offered: beyond it nearly everything short matches.
  static let distanceMax = 2

  /// What can have been reached.
  struct State: Equatable {
    /// Places reached with 0, 1 and 2 edits.
    fileprivate(set) var places: (UInt8, UInt8, UInt8) = (0, 0, 0)
    /// Places from which the first of two swapped scalars was read, by the edits before the swap.
    fileprivate var swaps: (UInt8, UInt8) = (0, 0)

    /// Whether no string that goes on from here matches.
    @inline(__always)
    var isDead: Bool { places.0 | places.1 | places.2 == 0 }

    static func == (first: State, second: State) -> Bool {
      first.places == second.places && first.swaps == second.swaps
    }
  }

  /// The term's scalars.
  let query: [UInt32]
  /// The most edits of a match.
  let distance: Int
  private let prefixLength: Int
  /// The longest string that can match.
  let lengthMax: Int
  /// For each length and ASCII scalar, which of the places around have it: bit t is place
  /// length + t - distance - 1.
  private var matches: [UInt8]
  /// For each length, which bits are places of the query.
  private var masks: [UInt8] = []

  /// - Parameters:
  ///   - query: the wanted term's scalars.
  ///   - distance: taken to lie within 0...2.
  ///   - prefixLength: how many scalars at the beginning must be equal; at most the query's.
  init(_ query: [UInt32], distance: Int, prefixLength: Int) {
    self.query = query
    self.distance = min(max(distance, 0), Self.distanceMax)
    self.prefixLength = min(max(prefixLength, 0), query.count)
    lengthMax = query.count + self.distance
    matches = [UInt8](repeating: 0, count: 128 * (lengthMax + 1))
    for (place, scalar) in query.enumerated() where scalar < 128 {
      for length in max(place - self.distance - 1, 0)...min(place + self.distance + 1, lengthMax) {
        let bit = place - length + self.distance + 1
        matches[128 * length + Int(scalar)] |= 1 << UInt8(bit)
      }
    }
    for length in 0...lengthMax + 1 {
      let bits = min(max(query.count - length + self.distance + 1, 0), 2 * self.distance + 1)
      masks.append(UInt8(1 << bits - 1))
    }
  }

  /// The bytes with which every match begins.
  var requiredPrefix: [UInt8] { UTF8Scalars.encode(Array(query[..<prefixLength])) }

  /// The state before the first scalar.
  var start: State { reached(after: 0) }

  /// The state after a string of `length` scalars that are those of the query.
  private func reached(after length: Int) -> State {
    var state = State()
    let here = UInt8(1) << UInt8(distance)
    let mask = masks[length]
    state.places.0 = here & mask
    if distance > 0 { state.places.1 = (here | here << 1) & mask }
    if distance > 1 { state.places.2 = (here | here << 1 | here << 2) & mask }
    return state
  }

  /// The state after `scalar` where `state` is that of the `length` scalars before.
  ///
  /// - Precondition: `state` lives, and `length` is at most ``lengthMax``.
  @inline(__always)
  func step(_ state: State, after length: Int, _ scalar: UInt32) -> State {
    if length < prefixLength {
      // What begins alike is as far apart as what follows.
      return query[length] == scalar ? reached(after: length + 1) : State()
    }
    let around = scalar < 128 ? matches[128 * length + Int(scalar)] : slowMatches(length, scalar)
    return step(state, after: length, around: around)
  }

  @inline(__always)
  private func step(_ state: State, after length: Int, around: UInt8) -> State {
    let mask = masks[length + 1]
    let equal = around >> 1
    var next = State()
    let zero = state.places.0
    next.places.0 = zero & equal & mask
    if distance == 0 { return next }
    // An equal scalar; one replaced; one inserted; one deleted after; the second of two swapped.
    let one = state.places.1
    next.swaps.0 = zero & equal >> 1
    next.places.1 =
      (one & equal | zero | zero >> 1 | next.places.0 << 1 | state.swaps.0 & around) & mask
    if distance == 1 { return next }
    next.swaps.1 = one & equal >> 1
    next.places.2 =
      (state.places.2 & equal | one | one >> 1 | next.places.1 << 1 | state.swaps.1 & around) & mask
    return next
  }

  private func slowMatches(_ length: Int, _ scalar: UInt32) -> UInt8 {
    var around: UInt8 = 0
    for bit in 0...2 * distance + 2 {
      let place = length + bit - distance - 1
      if query.indices.contains(place), query[place] == scalar { around |= 1 << UInt8(bit) }
    }
    return around
  }

  /// How many edits a string of `length` scalars with this state is away; nil if it does not match.
  func edits(_ state: State, length: Int) -> Int? {
    let bit = query.count - length + distance
    guard bit >= 0, bit <= 2 * distance, length >= prefixLength else { return nil }
    if state.places.0 >> UInt8(bit) & 1 == 1 { return 0 }
    if state.places.1 >> UInt8(bit) & 1 == 1 { return 1 }
    return state.places.2 >> UInt8(bit) & 1 == 1 ? 2 : nil
  }

  /// How many edits `text` is away; nil where it does not match.
  func match(_ text: [UInt32]) -> Int? {
    guard text.count <= lengthMax else { return nil }
    var state = start
    for (length, scalar) in text.enumerated() {
      state = step(state, after: length, scalar)
      if state.isDead { return nil }
    }
    return edits(state, length: text.count)
  }

  /// `1 - edits / length of the shorter`, at least 0, of a match with `length` scalars.
  func similarity(edits: Int, to length: Int) -> Float {
    let shorter = min(length, query.count)
    guard edits > 0 else { return 1 }
    guard shorter > edits else { return 0 }
    return 1 - Float(edits) / Float(shorter)
  }

  /// The lowest scalar of at least `least` that can follow; nil where none can.
  ///
  /// - Precondition: `length` is at most ``lengthMax``.
  func scalar(from least: UInt32, after length: Int, _ state: State) -> UInt32? {
    if length < prefixLength { return query[length] >= least ? query[length] : nil }
    // While there is an edit left, any scalar can be inserted.
    let (left, last, swaps) =
      switch distance {
      case 0: (0 as UInt8, state.places.0, 0 as UInt8)
      case 1: (state.places.0, state.places.1, state.swaps.0)
      default: (state.places.0 | state.places.1, state.places.2, state.swaps.1)
      }
    if left != 0 {
      let next = (0xD800...0xDFFF).contains(least) ? 0xE000 : least
      return next <= 0x10FFFF ? next : nil
    }
    // Then only equal scalars go on, or the second of two swapped.
    var lowest = UInt32.max
    var bits = last
    while bits != 0 {
      let place = length + bits.trailingZeroBitCount - distance
      if place < query.count, query[place] >= least { lowest = min(lowest, query[place]) }
      bits &= bits - 1
    }
    bits = swaps
    while bits != 0 {
      let place = length + bits.trailingZeroBitCount - distance - 1
      if query[place] >= least { lowest = min(lowest, query[place]) }
      bits &= bits - 1
    }
    return lowest == .max ? nil : lowest
  }

  /// The only place that has been reached, where all edits are used up; nil where there are several,
  /// or edits left.
  func onlyPlace(_ state: State, after length: Int) -> Int? {
    guard length >= prefixLength else { return nil }
    let (left, last, swaps) =
      switch distance {
      case 0: (0 as UInt8, state.places.0, 0 as UInt8)
      case 1: (state.places.0, state.places.1, state.swaps.0)
      default: (state.places.0 | state.places.1, state.places.2, state.swaps.1)
      }
    guard left | swaps == 0, last & (last &- 1) == 0, last != 0 else { return nil }
    return length + last.trailingZeroBitCount - distance
  }

  /// Appends the bytes of the term from a place on, until there are `lengthMax`, a scalar's together.
  func appendRest(from place: Int, to bytes: inout [UInt8], lengthMax: Int) {
    var place = place
    while place < query.count, bytes.count < lengthMax {
      UTF8Scalars.append(query[place], to: &bytes)
      place += 1
    }
  }
}
