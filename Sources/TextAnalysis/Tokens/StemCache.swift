/// The stems of the words met last.
///
/// Snowball's English algorithm takes some 300 ns a word, and most words of a text are a few
/// thousand common ones. Direct-mapped: a word has one slot, and takes it from the word that was
/// there. A stemmer that has met only the words of a query has no slots yet.
struct StemCache {
  private struct Slot {
    var word = ShortWord()
    var stem = ShortWord()
  }

  /// 32,768 slots of 32 bytes: 1 MiB; twice as fast for Welsh as a quarter of it, since a direct-mapped
  /// cache of a text's ten thousand words wants room.
  private static let slotBits: UInt64 = 15
  /// How many words pass before the slots are made.
  private static let wordsMin = 256

  private var slots: [Slot] = []
  private var wordCount = 0

  /// The stem of a word; nil when the word was not met lately.
  @inline(__always)
  func stem(of word: ShortWord) -> ShortWord? {
    let index = Self.index(of: word)
    guard index < slots.count else { return nil }
    let slot = slots[index]
    return slot.word == word ? slot.stem : nil
  }

  /// Replaces a word by its stem, known or got from `stemmer`.
  mutating func replace(_ word: inout [UInt8], by stemmer: any WordStemmer) {
    guard let short = ShortWord(word) else { return stemmer.stem(&word) }
    if let known = stem(of: short) {
      word.removeAll(keepingCapacity: true)
      for index in 0..<known.count { word.append(known.byte(index)) }
      return
    }
    stemmer.stem(&word)
    if let stem = ShortWord(word) { keep(stem, of: short) }
  }

  /// Keeps a word's stem.
  private mutating func keep(_ stem: ShortWord, of word: ShortWord) {
    if slots.isEmpty {
      wordCount += 1
      guard wordCount >= Self.wordsMin else { return }
      slots = [Slot](repeating: Slot(), count: 1 << Int(Self.slotBits))
    }
    slots[Self.index(of: word)] = Slot(word: word, stem: stem)
  }

  @inline(__always)
  private static func index(of word: ShortWord) -> Int {
    Int(truncatingIfNeeded: word.hash >> (64 - slotBits))
  }
}
