/// The engine's query tree.
///
/// Everything that can be asked of an index is one of these; doors and grammars make them, the
/// planner turns them into executors.
public indirect enum Query: Sendable, Hashable {
  /// Every document, score 0.
  case all
  /// No document.
  case none
  /// Documents with the term, scored by BM25.
  case term(FieldTerm)
  /// Documents with any of the terms, scored as if they were one term (Lucene's SynonymQuery): the
  /// frequencies of a field's terms in a document are added up, and the document frequency is the
  /// largest of theirs. A term named twice counts once.
  ///
  /// Terms of several fields are alternatives in languages: each field scores by its own lengths, and
  /// the best counts, so that a document which says it in two is not counted twice. All have one
  /// weight, from the largest document frequency of the terms and the largest document count of the
  /// fields named: a language of few documents is not scored down for being one.
  case synonyms([FieldTerm])
  /// Documents with any of the phrases, scored as if they were one: the best counts, and all have one
  /// weight, that of the commonest, with the largest document count of their fields.
  case phrases([Phrase])
  /// Documents that match one of the queries, with the best of their scores (Lucene's
  /// DisjunctionMaxQuery without a tie breaker).
  case best([Query])
  /// Documents in which the words stand together, scored by BM25 with the phrase's frequency; its
  /// idf is the sum over the words, each word's being that of its most frequent term.
  case phrase(Phrase)
  /// Documents with a term that starts with the bytes; score 1 each (constant), as Lucene's default.
  case prefix(FieldTerm)
  /// Documents with a term at most `distance` (0...2) edits away (insert, delete, replace, and
  /// swap of neighbours, in Unicode scalars), the first `prefixLength` scalars being equal. Each
  /// matching term scores as BM25 times `1 - edits / length of the shorter`, or 0 if that is
  /// negative; the scores are added in the byte order of the terms.
  case fuzzy(FieldTerm, distance: Int, prefixLength: Int)
  /// Documents whose number lies in the range; score 0.
  case range(field: String, ClosedRange<Int64>)
  /// Documents that have one of the tag values; score 0.
  case tags(field: String, [String])
  /// Documents that have any value in the tag or number field; score 0.
  case exists(field: String)
  /// A combination.
  case boolean(BooleanQuery)
  /// The same documents with the score multiplied.
  case boosted(Query, by: Float)
  /// The same documents, all with this score.
  case constant(Query, score: Float)
  /// The documents of the first; those that match `by` too have their score multiplied by `factor`
  /// (0...1), after it is added up (Lucene's BoostingQuery).
  case demoted(Query, by: Query, factor: Float)

  /// All of `queries` must match; scores are added in order.
  public static func and(_ queries: [Query]) -> Query {
    queries.count == 1 ? queries[0] : .boolean(BooleanQuery(must: queries))
  }

  /// One of `queries` must match; the scores of those that do are added in order.
  public static func or(_ queries: [Query]) -> Query {
    queries.count == 1 ? queries[0] : .boolean(BooleanQuery(should: queries))
  }
}

/// A term of a field.
public struct FieldTerm: Sendable, Hashable {
  /// The field's name.
  public var field: String
  /// The term's bytes.
  public var term: [UInt8]

  /// Makes a pair.
  public init(_ field: String, _ term: [UInt8]) {
    self.field = field
    self.term = term
  }

  /// Makes a pair from text.
  public init(_ field: String, _ term: String) {
    self.init(field, Array(term.utf8))
  }
}

/// Words that stand together in a field.
///
/// A match is a choice of one position per word such that, after each word's place in the phrase is
/// taken off its position, the largest and the smallest differ by at most `slop`. With slop 0 that is
/// the exact phrase; "a b"~1 also finds `a x b`; "a b"~2 also `b a`. (Lucene's sloppy measure.)
/// The phrase's frequency in a document is, for slop 0, the number of matches; for slop > 0, the
/// sum over the matches found from left to right, none sharing its earliest word's position with
/// another, of 1 / (1 + that difference).
public struct Phrase: Sendable, Hashable {
  /// One word of the phrase: its place and the terms that may stand there.
  public struct Word: Sendable, Hashable {
    /// The word's place, counted from 0; a gap stands for any word.
    public var place: Int
    /// The terms of which one must stand there, at least one.
    public var terms: [[UInt8]]

    /// Makes a word.
    public init(place: Int, terms: [[UInt8]]) {
      self.place = place
      self.terms = terms
    }
  }

  /// The field.
  public var field: String
  /// The words, at least one, places ascending.
  public var words: [Word]
  /// How far the words may be out of place.
  public var slop: Int
  /// Whether the words must come in their order, whatever `slop` allows: after each word's place is
  /// taken off, no position is before that of the word before.
  public var isOrdered: Bool

  /// Makes a phrase.
  public init(field: String, words: [Word], slop: Int = 0, isOrdered: Bool = false) {
    self.field = field
    self.words = words
    self.slop = slop
    self.isOrdered = isOrdered
  }
}

/// Clauses joined as in Lucene's BooleanQuery.
public struct BooleanQuery: Sendable, Hashable {
  /// Clauses that must match and score.
  public var must: [Query]
  /// Clauses of which `minimumShould` must match; each that does adds its score.
  public var should: [Query]
  /// Clauses that must match and never score.
  public var filter: [Query]
  /// Clauses that must not match.
  public var mustNot: [Query]
  /// How many of `should` must match; nil means 1 where there is neither `must` nor `filter`, else 0.
  public var minimumShould: Int?

  /// Makes a combination.
  ///
  /// One with no must, should or filter clause at all matches nothing.
  public init(
    must: [Query] = [], should: [Query] = [], filter: [Query] = [], mustNot: [Query] = [],
    minimumShould: Int? = nil
  ) {
    self.must = must
    self.should = should
    self.filter = filter
    self.mustNot = mustNot
    self.minimumShould = minimumShould
  }
}
