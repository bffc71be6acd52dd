import Storage
import TextAnalysis

/// The different terms of a field being inverted: bytes → a small number, by open addressing over
/// an arena of bytes, so that a token costs no allocation.
///
/// Linear probing, at most half full. A slot holds a term's first eight bytes: for most terms that
/// is all, and finding them again touches one cache line.
struct TermTable {
  /// A place of the table.
  private struct Slot {
    /// The first eight bytes of the term, zeros after a shorter one.
    var word: UInt64 = 0
    /// The hash, its lowest four bits the length, 9 for all above 8.
    var hash: UInt32 = 0
    /// The term's number + 1; 0 for a free slot.
    var next: UInt32 = 0
  }

  /// A term's first bytes as a big-endian number, zeros after a shorter one, and its number.
  struct Key {
    /// Ascends with the term, except among those that share eight bytes.
    var prefix: UInt64
    /// The term's number.
    var number: UInt32
  }

  private var arena: [UInt8] = []
  private var starts: [UInt32] = [0]
  private var slots = [Slot](repeating: Slot(), count: 16)
  /// The terms of the batch at hand.
  private var sought: [Slot] = []
  /// How far a hash is shifted to be a slot.
  private var shift: UInt32 = 28

  /// Starts empty.
  init() {}

  /// The number of different terms.
  var count: Int { starts.count - 1 }

  /// The bytes of memory in use.
  var memoryBytes: Int { arena.capacity + 4 * starts.capacity + 16 * (slots.count + sought.count) }

  /// Appends the numbers of a batch's terms, in its order, to `numbers`.
  mutating func insert(_ batch: borrowing TokenBatch, into numbers: inout [UInt32]) {
    seek(batch)
    let tokens = batch.tokens
    let bytes = batch.termBytes.span
    let sought = sought
    numbers.append(addingCapacity: tokens.count) { (output: inout OutputSpan<UInt32>) in
      for index in tokens.indices {
        let token = tokens[index]
        output.append(
          insert(
            sought[index].word, sought[index].hash, bytes, token.termStart,
            token.termEnd - token.termStart))
      }
    }
  }

  /// Sets ``sought`` to the words and hashes of a batch's terms, with a look at where each is to be
  /// found: looks that do not wait for each other bring the places into the cache side by side.
  private mutating func seek(_ batch: borrowing TokenBatch) {
    let tokens = batch.tokens
    if sought.count < tokens.count {
      sought.append(contentsOf: repeatElement(Slot(), count: tokens.count - sought.count))
    }
    let bytes = batch.termBytes.span
    let (held, shift) = (slots, shift)
    let slots = held.span
    let mask = slots.count - 1
    var sought = sought.mutableSpan
    for index in tokens.indices {
      let start = tokens[index].termStart
      let length = tokens[index].termEnd - start
      let word = bytes.word(at: start, length: length)
      let hash = Self.hash(word, bytes, start, length)
      sought[index] = Slot(word: word, hash: hash, next: slots[Int(hash >> shift) & mask].next)
    }
  }

  /// The number of the term of `length` bytes from `start` of `bytes`, a new one if it is new.
  ///
  /// - Precondition: they lie within `bytes`.
  @inline(__always)
  mutating func insert(_ bytes: Span<UInt8>, _ start: Int, _ length: Int) -> UInt32 {
    let word = bytes.word(at: start, length: length)
    return insert(word, Self.hash(word, bytes, start, length), bytes, start, length)
  }

  @inline(__always)
  private mutating func insert(
    _ word: UInt64, _ hash: UInt32, _ bytes: Span<UInt8>, _ start: Int, _ length: Int
  ) -> UInt32 {
    let mask = slots.count - 1
    var index = Int(hash >> shift)
    while true {
      let slot = slots[index & mask]
      if slot.word == word, slot.hash == hash, slot.next != 0,
        length <= 8 || matches(slot.next - 1, bytes, start, length)
      {
        return slot.next - 1
      }
      if slot.next == 0 { break }
      index += 1
    }
    return append(Slot(word: word, hash: hash), at: index & mask, bytes, start, length)
  }

  /// The number of the term `bytes`, a new one if it is new.
  mutating func insert(_ bytes: [UInt8]) -> UInt32 { insert(bytes.span, 0, bytes.count) }

  /// The number of a term; nil if it is not there.
  func find(_ term: [UInt8]) -> UInt32? {
    let word = term.span.word(at: 0, length: term.count)
    let hash = Self.hash(word, term.span, 0, term.count)
    var index = Int(hash >> shift)
    while true {
      let slot = slots[index & (slots.count - 1)]
      if slot.next == 0 { return nil }
      if slot.word == word, slot.hash == hash,
        term.count <= 8 || matches(slot.next - 1, term.span, 0, term.count)
      {
        return slot.next - 1
      }
      index += 1
    }
  }

  /// The bytes of a term.
  func term(_ number: UInt32) -> [UInt8] { Array(arena[range(number)]) }

  /// Whether a term is below one of another table.
  func precedes(_ number: UInt32, _ other: borrowing TermTable, _ otherNumber: UInt32) -> Bool {
    arena[range(number)].lexicographicallyPrecedes(other.arena[other.range(otherNumber)])
  }

  /// Whether a term is one of another table.
  func isEqual(_ number: UInt32, _ other: borrowing TermTable, _ otherNumber: UInt32) -> Bool {
    let range = other.range(otherNumber)
    return matches(number, other.arena.span, range.lowerBound, range.count)
  }

  /// The terms in byte order.
  func sorted() -> [Key] {
    var keys: [Key] = []
    keys.reserveCapacity(count)
    let bytes = arena.span
    for number in 0..<UInt32(count) {
      let range = range(number)
      let word = bytes.word(at: range.lowerBound, length: range.count)
      keys.append(Key(prefix: word.byteSwapped, number: number))
    }
    RadixSort.sort(&keys)
    // Terms that share their first eight bytes: short runs, nearly all of two or three.
    var start = 0
    while start < keys.count {
      var end = start + 1
      while end < keys.count, keys[end].prefix == keys[start].prefix { end += 1 }
      if end - start > 1 {
        keys[start..<end].sort { precedes($0.number, self, $1.number) }
      }
      start = end
    }
    return keys
  }

  private func range(_ number: UInt32) -> Range<Int> {
    Int(starts[Int(number)])..<Int(starts[Int(number) + 1])
  }

  private func matches(
    _ number: UInt32, _ bytes: Span<UInt8>, _ start: Int, _ length: Int
  ) -> Bool {
    let range = range(number)
    return range.count == length
      && arena.span.equals(at: range.lowerBound, bytes, at: start, length: length)
  }

  @inline(never)
  private mutating func append(
    _ slot: Slot, at index: Int, _ bytes: Span<UInt8>, _ start: Int, _ length: Int
  ) -> UInt32 {
    let number = UInt32(count)
    arena.append(addingCapacity: length) { (output: inout OutputSpan<UInt8>) in
      for offset in start..<start + length { output.append(bytes[offset]) }
    }
    starts.append(UInt32(arena.count))
    slots[index] = Slot(word: slot.word, hash: slot.hash, next: number + 1)
    if 2 * count > slots.count { grow() }
    return number
  }

  private mutating func grow() {
    slots = [Slot](repeating: Slot(), count: 2 * slots.count)
    // At 2^28 slots the hash has no more bits to tell them apart: more than any budget of memory.
    shift -= 1
    // In the order of appearance: what came early comes often, and so is found at the first look.
    for number in 0..<UInt32(count) { place(number) }
  }

  private mutating func place(_ number: UInt32) {
    let range = range(number)
    let word = arena.span.word(at: range.lowerBound, length: range.count)
    let hash = Self.hash(word, arena.span, range.lowerBound, range.count)
    var index = Int(hash >> shift)
    while slots[index & (slots.count - 1)].next != 0 { index += 1 }
    slots[index & (slots.count - 1)] = Slot(word: word, hash: hash, next: number + 1)
  }

  /// Multiply and fold, eight bytes a step (after Wang Yi's wyhash, 2019).
  ///
  /// Of terms up to eight bytes, word and hash tell any two apart: the length is in the hash.
  @inline(__always)
  private static func hash(
    _ word: UInt64, _ bytes: Span<UInt8>, _ start: Int, _ length: Int
  ) -> UInt32 {
    var hash = fold(word ^ 0xA076_1D64_78BD_642F, 0xE703_7ED1_A0B4_28DB ^ UInt64(length))
    if length > 8 {
      var offset = start + 8
      let last = start + length - 8
      while offset < last {
        hash = fold(hash ^ bytes.word(at: offset), 0x8EBC_6AF0_9C88_C6E3)
        offset += 8
      }
      hash = fold(hash ^ bytes.word(at: last), 0x5899_65CC_7537_4CC3)
    }
    return UInt32(truncatingIfNeeded: hash) & ~15 | UInt32(truncatingIfNeeded: min(length, 9))
  }

  @inline(__always)
  private static func fold(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let product = first.multipliedFullWidth(by: second)
    return product.high ^ product.low
  }
}
