/// Entries in order of their keys, with what walks over them need.
///
/// Flat: the texts lie in one buffer, the keys' scalars in another.
struct SuggestionList: Sendable, Hashable {
  /// An entry's place in the buffers.
  private struct Place: Sendable, Hashable {
    var text: Range<Int>
    var language: Range<Int>
    /// Where the key's scalars end; they start where those of the entry before end.
    var keyEnd: Int
    var count: Int
  }

  private var bytes: [UInt8] = []
  private var scalars: [UInt32] = []
  private var places: [Place] = []
  /// How many of its first scalars each key shares with the one before, as far as a byte counts: by themselves,
  /// since walks look at all of them.
  private var shared: [UInt8] = []

  /// The number of entries.
  var count: Int { places.count }

  /// The entries' numbers.
  var indices: Range<Int> { places.indices }

  /// Appends an entry; false, and nothing changed, where its key lies before the last one's.
  mutating func append(_ entry: SuggestionEntry) -> Bool {
    let key = entry.key.unicodeScalars.map(\.value)
    var shared = 0
    if !places.isEmpty {
      let last = self.key(places.count - 1)
      while shared < min(last.count, key.count), last[last.startIndex + shared] == key[shared] {
        shared += 1
      }
      if shared < last.count,
        shared == key.count || key[shared] < last[last.startIndex + shared]
      {
        return false
      }
    }
    scalars += key
    let text = bytes.count
    bytes += entry.text.utf8
    let language = bytes.count
    bytes += entry.language.utf8
    places.append(
      Place(
        text: text..<language, language: language..<bytes.count, keyEnd: scalars.count,
        count: entry.count))
    self.shared.append(UInt8(min(shared, 255)))
    return true
  }

  /// The scalars of an entry's key.
  func key(_ index: Int) -> ArraySlice<UInt32> {
    scalars[(index == 0 ? 0 : places[index - 1].keyEnd)..<places[index].keyEnd]
  }

  /// How many of its first scalars an entry's key shares with the one before, up to 255.
  func shared(_ index: Int) -> Int { Int(shared[index]) }

  /// How many resources have an entry.
  func resources(_ index: Int) -> Int { places[index].count }

  /// An entry's language.
  func language(_ index: Int) -> String {
    String(decoding: bytes[places[index].language], as: UTF8.self)
  }

  /// Whether an entry is in the language whose tag's bytes are `tag`.
  func isIn(_ tag: [UInt8], _ index: Int) -> Bool {
    bytes[places[index].language].elementsEqual(tag)
  }

  /// What is shown of an entry.
  func text(_ index: Int) -> String {
    String(decoding: bytes[places[index].text], as: UTF8.self)
  }

  /// The entries whose keys start with `prefix`.
  ///
  /// - Complexity: O(log(count)) keys looked at.
  func starting(with prefix: [UInt32]) -> Range<Int> {
    let first = partition { !$0.lexicographicallyPrecedes(prefix) }
    let end = partition {
      !$0.lexicographicallyPrecedes(prefix) && !$0.starts(with: prefix)
    }
    return first..<max(first, end)
  }

  /// The first entry from `index` on that shares fewer than `count` scalars with the one before.
  func next(sharingLessThan count: Int, from index: Int) -> Int {
    let shared = shared.span
    var index = index
    while index < shared.count, Int(shared[index]) >= count { index += 1 }
    return index
  }

  /// The entries that have the key `key`, one a language.
  func entries(key: [UInt32]) -> Range<Int> {
    let first = partition { !$0.lexicographicallyPrecedes(key) }
    var end = first
    while end < count, self.key(end).elementsEqual(key) { end += 1 }
    return first..<end
  }

  /// The first entry whose key passes `isBehind`, which those before do not.
  private func partition(_ isBehind: (ArraySlice<UInt32>) -> Bool) -> Int {
    var below = 0
    var above = count
    while below < above {
      let middle = (below + above) / 2
      if isBehind(key(middle)) { above = middle } else { below = middle + 1 }
    }
    return below
  }
}
