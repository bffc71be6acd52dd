/// Documents in which words stand together: first those that have all the words, found by letting
/// the posting lists leap over each other, then a look at the positions of these.
struct PhraseExecutor: WindowExecutor {
  /// One word: which of the posting lists may stand for it.
  private struct Word {
    let place: Int
    let lists: Range<Int>
    let cost: Int
  }

  private var postings: [PostingWalk] = []
  private let words: [Word]
  /// Places in `words`, rarest first.
  private let order: [Int]
  private var phraseFrequency: PhraseFrequency
  private var positions: [UInt32] = []
  private let scorer: TermScorer?
  private let norms: NormsReader?
  let cost: Int

  /// - Precondition: at least one word, each with at least one cursor; `frequency` is for as many.
  init(
    _ phraseWords: [(place: Int, cursors: [PostingCursor])], _ frequency: PhraseFrequency,
    scorer: TermScorer?, norms: NormsReader?
  ) {
    var words: [Word] = []
    for (place, cursors) in phraseWords {
      let start = postings.count
      postings += cursors.map { PostingWalk($0) }
      let cost = cursors.reduce(0) { $0 + $1.documentFrequency }
      words.append(Word(place: place, lists: start..<postings.count, cost: cost))
    }
    self.words = words
    order = words.indices.sorted { (words[$0].cost, $0) < (words[$1].cost, $1) }
    cost = order.first.map { words[$0].cost } ?? 0
    phraseFrequency = frequency
    self.scorer = scorer
    self.norms = norms
  }

  mutating func fill(
    _ window: inout Window, base: Int, candidates: DocBits
  ) throws(IndexError) {
    window.bits = DocBits()
    var slot = candidates.first
    while let candidate = slot {
      let doc = base + candidate
      let reached = try advance(to: doc)
      guard reached == doc else {
        slot = candidates.next(from: min(reached - base, DocBits.size))
        continue
      }
      let frequency = try frequency(at: doc)
      if frequency > 0 {
        window.bits.insert(candidate)
        if let scorer {
          window.scores[candidate] = Double(
            scorer.score(frequency: frequency, norm: norms?.norm(DocID(doc)) ?? 0))
        }
      }
      slot = candidates.next(from: candidate + 1)
    }
  }

  /// The phrase's frequency in a document; 0 where it does not match.
  ///
  /// - Precondition: no document after `doc` was asked for before.
  mutating func frequency(in doc: Int) throws(IndexError) -> Float {
    try advance(to: doc) == doc ? try frequency(at: doc) : 0
  }

  /// Moves all words to `doc`; returns `doc` where it has all of them, else the first document
  /// after it that may.
  private mutating func advance(to doc: Int) throws(IndexError) -> Int {
    for word in order {
      var first = PostingWalk.end
      for list in words[word].lists {
        first = min(first, try postings[list].advance(to: doc))
      }
      if first > doc { return first }
    }
    return doc
  }

  /// - Precondition: `advance(to: doc)` has just returned `doc`.
  private mutating func frequency(at doc: Int) throws(IndexError) -> Float {
    phraseFrequency.removeAll()
    for (number, word) in words.enumerated() {
      for list in word.lists where postings[list].docID == doc {
        positions.removeAll(keepingCapacity: true)
        try postings[list].positions(into: &positions)
        phraseFrequency.add(positions, word: number, place: word.place)
      }
    }
    return phraseFrequency.frequency()
  }
}
