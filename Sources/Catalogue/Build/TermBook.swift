package import Records
internal import TextAnalysis

/// The terms of the field in both languages, ready to be found in a question.
///
/// An attachment of its own, read when the first question with words in it is asked; found by the
/// first word through a binary search, so that its size costs a question nothing.
///
///     lines = line *( LF line )                  sorted; see ``AttachedLines``
///     line  = key TAB language TAB slots TAB term TAB other
///     slots = slot *( SP slot )                  the places of the term's words, see ``TermSlots``
///     slot  = key *( "|" key )
///
/// A term has a line for every key of its first word. Example:
/// `groom ⇥ en ⇥ groom|grooming ⇥ grooming ⇥ meithrin perthynas amhriodol`.
package struct TermBook: Sendable, Hashable {
  /// The name under which the index keeps it.
  package static let attachment = "terms"

  /// A term found by the key of its first word.
  struct Entry: Hashable {
    /// The term's language.
    var language: InterfaceLanguage
    /// The keys of its words, place by place.
    var slots: [[[UInt8]]]
    /// The term.
    var term: String
    /// The same in the other language.
    var other: String
  }

  private var text: [UInt8] = []
  /// Where each line begins.
  private var starts: [Int] = []

  /// Compiles `pairs`.
  package init(_ pairs: [TermPair]) {
    var lines: Set<String> = []
    for pair in pairs {
      lines.formUnion(Self.lines(pair.english, .english, other: pair.welsh))
      lines.formUnion(Self.lines(pair.welsh, .welsh, other: pair.english))
    }
    let sorted = lines.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    read(Array(sorted.joined(separator: "\n").utf8))
  }

  /// The bytes to keep.
  package var bytes: [UInt8] {
    AttachedLines.bytes(
      of: starts.indices.map { String(decoding: text[line($0)], as: UTF8.self) })
  }

  /// Reads kept bytes; nil where they are no lines.
  ///
  /// A line that is no term stands for nothing.
  package init?(bytes: [UInt8]) {
    guard let lines = AttachedLines.text(of: bytes) else { return nil }
    read(lines)
  }

  /// The terms of `language` whose first word has `key`.
  func entries(startingWith key: [UInt8], in language: InterfaceLanguage) -> [Entry] {
    let sought = key + [UInt8(ascii: "\t")]
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if text[line(middle)].lexicographicallyPrecedes(sought) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var found: [Entry] = []
    while low < starts.count, text[line(low)].starts(with: sought) {
      if let entry = Entry(text[line(low)]), entry.language == language { found.append(entry) }
      low += 1
    }
    return found
  }

  private func line(_ number: Int) -> Range<Int> {
    let next = number + 1 < starts.count ? starts[number + 1] - 1 : text.count
    return starts[number]..<next
  }

  private mutating func read(_ bytes: [UInt8]) {
    text = bytes
    guard !bytes.isEmpty else { return }
    starts = [0]
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(index + 1)
    }
  }

  private static func lines(
    _ term: String, _ language: InterfaceLanguage, other: String
  ) -> [String] {
    // Hyphens are optional: wellbeing is well-being.
    let spellings = term.contains("-") ? [term, term.replacing("-", with: "")] : [term]
    return spellings.flatMap { lines(of: $0, term, language, other: other) }
  }

  private static func lines(
    of spelling: String, _ term: String, _ language: InterfaceLanguage, other: String
  ) -> [String] {
    let slots = TermSlots(spelling, in: language, isTerm: true).slots.map { slot in
      // What the grammar's marks would divide is no key.
      slot.keys.map { String(decoding: $0, as: UTF8.self) }
        .filter { !$0.contains(where: { "\t\n |".contains($0) }) }
    }
    guard let first = slots.first, !slots.contains(where: \.isEmpty) else { return [] }
    let places = slots.map { $0.joined(separator: "|") }.joined(separator: " ")
    return first.map { "\($0)\t\(language.rawValue)\t\(places)\t\(term)\t\(other)" }
  }
}

extension TermBook.Entry {
  /// Reads a kept line; nil where it does not obey the grammar.
  fileprivate init?(_ line: ArraySlice<UInt8>) {
    let columns = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    guard columns.count == 5,
      let language = InterfaceLanguage(rawValue: String(decoding: columns[1], as: UTF8.self))
    else { return nil }
    self.language = language
    slots = columns[2].split(separator: UInt8(ascii: " ")).map { slot in
      slot.split(separator: UInt8(ascii: "|")).map(Array.init)
    }
    term = String(decoding: columns[3], as: UTF8.self)
    other = String(decoding: columns[4], as: UTF8.self)
    guard !slots.isEmpty else { return nil }
  }
}
