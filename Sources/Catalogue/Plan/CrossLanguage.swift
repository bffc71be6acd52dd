internal import Records

/// Finds terms of the field in the words of a question, so that the same in the other language is
/// searched for too.
///
/// From left to right, the longest term first; of terms that cover the same words all count, in
/// either language. Only plain words side by side are looked at: quoted text, signed words and fields
/// are searched for as they stand.
struct CrossLanguage {
  /// Words of a question that are a term.
  struct Found {
    /// The clauses that they are.
    var clauses: Range<Int>
    /// The same in the other language, and other words for it in its own, each with its language.
    var others: [(also: AlsoSearched, language: InterfaceLanguage)]
  }

  let book: TermBook
  /// The names of what is switched off, `term:grooming`.
  let switchedOff: Set<String>

  /// Looks terms up in `book` but for those that `switchedOff` names.
  init(_ book: TermBook, switchedOff: [String]) {
    self.book = book
    self.switchedOff = Set(switchedOff.map { $0.lowercased() })
  }

  /// Whether a tree has words that may be a term.
  static func hasWords(_ tree: QueryTree) -> Bool {
    guard case .sequence(let clauses) = tree else { return false }
    return clauses.contains { word(of: $0) != nil }
  }

  /// The terms in `clauses`, which were read from `text`, in order and without overlap.
  func found(in clauses: [QueryTree.Clause], of text: String) -> [Found] {
    let bytes = Array(text.utf8)
    var found: [Found] = []
    var start = 0
    while start < clauses.count {
      var end = start
      while end < clauses.count, Self.word(of: clauses[end]) != nil,
        end == start || Self.isBeside(clauses[end - 1], clauses[end], bytes)
      {
        end += 1
      }
      if end > start { found += terms(in: clauses, start..<end, bytes) }
      start = max(end, start + 1)
    }
    return found
  }

  /// The words of a run, in one language, and which clause each is of.
  private struct Run {
    let language: InterfaceLanguage
    var slots: [TermSlots.Slot] = []
    var clauses: [Int] = []
    /// By clause of the run: its first slot; and at the end their number.
    var firsts: [Int] = []
  }

  private func terms(
    in clauses: [QueryTree.Clause], _ range: Range<Int>, _ bytes: [UInt8]
  ) -> [Found] {
    let runs = [InterfaceLanguage.english, .welsh].map { language in
      var run = Run(language: language)
      for clause in range {
        run.firsts.append(run.slots.count)
        let word = Self.word(of: clauses[clause]) ?? ""
        for slot in TermSlots(word, in: language).slots {
          run.slots.append(slot)
          run.clauses.append(clause)
        }
      }
      run.firsts.append(run.slots.count)
      return run
    }
    var found: [Found] = []
    var clause = range.lowerBound
    while clause < range.upperBound {
      if let term = longest(at: clause, runs, from: range.lowerBound, clauses, bytes) {
        found.append(term)
        clause = term.clauses.upperBound
      } else {
        clause += 1
      }
    }
    return found
  }

  /// The names switched off that no term in `clauses` has.
  func unknownNames(in clauses: [QueryTree.Clause], of text: String) -> [String] {
    let names = switchedOff.filter { $0.hasPrefix(AlsoSearched.prefix) }
    guard !names.isEmpty else { return [] }
    let terms = CrossLanguage(book, switchedOff: []).found(in: clauses, of: text)
      .flatMap(\.others).map(\.also)
    return names.subtracting(terms.map { AlsoSearched.prefix + $0.term.lowercased() }).sorted()
  }

  /// The longest term that begins with `clause`, with all that cover the same clauses.
  private func longest(
    at clause: Int, _ runs: [Run], from first: Int, _ clauses: [QueryTree.Clause],
    _ bytes: [UInt8]
  ) -> Found? {
    var best = 0
    var entries: [TermBook.Entry] = []
    for run in runs {
      let start = run.firsts[clause - first]
      guard start < run.slots.count, run.clauses[start] == clause else { continue }
      for key in run.slots[start].keys {
        for entry in book.entries(startingWith: key, in: run.language) {
          guard let end = Self.end(of: entry, in: run, from: start), end >= best else { continue }
          guard !switchedOff.contains(AlsoSearched.prefix + entry.term.lowercased()),
            !Self.isSame(entry.term, entry.other)
          else { continue }
          if end > best { entries = [] }
          best = end
          if !entries.contains(entry) { entries.append(entry) }
        }
      }
    }
    guard !entries.isEmpty else { return nil }
    let at = clauses[clause].at.lowerBound..<clauses[best - 1].at.upperBound
    var seen: Set<String> = []
    let every =
      entries.map { ($0, $0.other, Self.opposite($0.language)) }
      + entries.flatMap { entry in siblings(of: entry).map { (entry, $0, entry.language) } }
    return Found(
      clauses: clause..<best,
      others: every.filter { seen.insert($0.1).inserted }.map {
        (AlsoSearched(term: $0.0.term, phrase: $0.1, at: at), $0.2)
      })
  }

  /// The other words of the term's own language for what it is called in the other: *cam-drin* of
  /// *camdriniaeth*, both *abuse*.
  private func siblings(of entry: TermBook.Entry) -> [String] {
    let language = Self.opposite(entry.language)
    let keys = TermSlots(entry.other, in: language, isTerm: true).slots.first?.keys ?? []
    var found: [String] = []
    for key in keys {
      for other in book.entries(startingWith: key, in: language)
      where Self.isSame(other.term, entry.other) && !Self.isSame(other.other, entry.term)
        && !found.contains(other.other)
      {
        found.append(other.other)
      }
    }
    return found
  }

  private static func opposite(_ language: InterfaceLanguage) -> InterfaceLanguage {
    language == .english ? .welsh : .english
  }

  /// The clause after the last that `entry` covers from slot `start`; nil where it does not fit, or
  /// ends inside a clause.
  private static func end(of entry: TermBook.Entry, in run: Run, from start: Int) -> Int? {
    guard start + entry.slots.count <= run.slots.count else { return nil }
    for (offset, keys) in entry.slots.enumerated() {
      guard run.slots[start + offset].keys.contains(where: keys.contains) else { return nil }
    }
    let last = start + entry.slots.count - 1
    let isWhole = last + 1 == run.slots.count || run.clauses[last + 1] != run.clauses[last]
    return isWhole ? run.clauses[last] + 1 : nil
  }

  private static func isSame(_ term: String, _ other: String) -> Bool {
    term.lowercased() == other.lowercased()
  }

  private static func word(of clause: QueryTree.Clause) -> String? {
    guard case .wanted = clause.sign, case .word(let word) = clause.tree else { return nil }
    return word
  }

  /// Whether nothing but marks and blanks stands between two clauses: no words that were understood.
  private static func isBeside(
    _ left: QueryTree.Clause, _ right: QueryTree.Clause, _ bytes: [UInt8]
  ) -> Bool {
    let between = left.at.upperBound..<max(left.at.upperBound, right.at.lowerBound)
    return bytes[between.clamped(to: bytes.indices)].allSatisfy { byte in
      byte < 0x80 && !Character(UnicodeScalar(byte)).isLetter
        && !Character(UnicodeScalar(byte)).isNumber
    }
  }
}
