/// What is known of Welsh word forms: the lexicon, and what a treebank says otherwise.
///
/// Two tables, since they have different licences: without the second the lexicon still works, and
/// chooses a little worse among a form's lemmas.
struct Lexicon: Sendable {
  /// The lexicon of Bangor with Canfod's additions.
  private let lexicon: LexiconTable
  /// The forms of which running text makes another use than the lexicon alone lets one guess.
  private let treebank: LexiconTable

  /// The one lexicon.
  ///
  /// Opened when the first Welsh word is looked up; that reads two headers.
  static let shared = Lexicon()

  private init() {
    lexicon = LexiconTable(TableBytes.lexicon)
    treebank = LexiconTable(TableBytes.treebank)
  }

  /// What is known of `form`, or nil.
  func entry(_ form: [UInt8]) -> LexiconTable.Entry? {
    treebank.entry(form) ?? lexicon.entry(form)
  }

  /// Whether `form` is known.
  func contains(_ form: [UInt8]) -> Bool {
    lexicon.place(of: form)?.isForm == true || treebank.place(of: form)?.isForm == true
  }

  /// The most forms that ``accented(_:)`` gives.
  static let accentedMax = 8

  /// The forms with accents that `form`, typed without any, may stand for, in byte order: *tŷ* for
  /// *ty*.
  func accented(_ form: [UInt8]) -> [[UInt8]] {
    var found: [[UInt8]] = []
    for table in [lexicon, treebank] {
      Self.collect(form[...], from: table.start, written: [], table, isAccented: false, &found)
    }
    return Array(Set(found).sorted { $0.lexicographicallyPrecedes($1) }.prefix(Self.accentedMax))
  }

  private static func collect(
    _ rest: ArraySlice<UInt8>, from place: LexiconTable.Place, written: [UInt8],
    _ table: LexiconTable, isAccented: Bool, _ found: inout [[UInt8]]
  ) {
    guard let letter = rest.first else {
      if place.isForm, isAccented { found.append(written) }
      return
    }
    guard found.count < accentedMax else { return }
    if let next = table.next(place, letter) {
      collect(
        rest.dropFirst(), from: next, written: written + [letter], table, isAccented: isAccented,
        &found)
    }
    for accented in accents[letter] ?? [] {
      var next: LexiconTable.Place? = place
      for byte in accented { next = next.flatMap { table.next($0, byte) } }
      if let next {
        collect(
          rest.dropFirst(), from: next, written: written + accented, table, isAccented: true, &found
        )
      }
    }
  }

  /// The letters that Welsh writes with accents.
  private static let accents: [UInt8: [[UInt8]]] = Dictionary(
    uniqueKeysWithValues: [
      ("a", "âàáä"), ("e", "êèéë"), ("i", "îìíï"), ("o", "ôòóö"), ("u", "ûùúü"), ("w", "ŵẁẃẅ"),
      ("y", "ŷỳýÿ"),
    ].map { plain, accented in (Array(plain.utf8)[0], accented.map { Array(String($0).utf8) }) })
}
