import TestSupport
import TextAnalysis

@testable import SearchIndex

/// Words between spaces, as they are; a word with a `|` is two alternatives at one place.
struct SpacedWords: Analyzer {
  let tag = "und"

  func analyze(_ text: Span<UInt8>, into batch: inout TokenBatch) {
    var position = batch.tokens.last.map { $0.position + 1 } ?? 0
    var start = 0
    for index in 0...text.count {
      let byte = index < text.count ? text[index] : 0x20
      guard byte == 0x20 || byte == 0x7C else { continue }
      if start < index {
        batch.append(
          term: (start..<index).map { text[$0] }, position: position, start: start, end: index)
        if byte == 0x20 { position += 1 }
      }
      start = index + 1
    }
  }
}

/// All that can be learnt from an index of its live documents, in a form that can be compared: what
/// an index must say, whatever its segments are.
struct IndexContents: Equatable {
  struct Posting: Equatable {
    var document: Int
    var frequency: Int
    var positions: [UInt32]
  }

  var documents: [StoredDocument] = []
  var postings: [String: [String: [Posting]]] = [:]
  var norms: [String: [Int: UInt8]] = [:]
  var tags: [String: [Int: [String]]] = [:]
  var numbers: [String: [Int: Int64]] = [:]

  /// What the naive index of `documents` says: the last of each key counts, at its own place.
  init(of documents: [Document]) {
    let last = Dictionary(
      documents.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { max($0, $1) })
    for (place, document) in documents.enumerated() where last[document.key] == place {
      let number = self.documents.count
      self.documents.append(
        StoredDocument(
          key: document.key, fingerprint: document.fingerprint, stored: document.stored))
      var positionsByTerm: [String: [String: [UInt32]]] = [:]
      var lengths: [String: Int] = [:]
      var ends: [String: Int] = [:]
      for (field, value) in document.fields {
        switch value {
        case .number(let number): numbers[field, default: [:]][self.documents.count - 1] = number
        case .tags(let values):
          for value in values where tags[field]?[number]?.contains(value) != true {
            tags[field, default: [:]][number, default: []].append(value)
            postings[field, default: [:]][value, default: []].append(
              Posting(document: number, frequency: 1, positions: []))
          }
        case .text(let text, let analyzer):
          let batch = analyzer.tokens(of: text)
          guard let lastToken = batch.tokens.last else { continue }
          let start = ends[field].map { $0 + 100 } ?? 0
          for token in batch.tokens {
            positionsByTerm[field, default: [:]][batch.text(token), default: []].append(
              UInt32(start + token.position))
          }
          ends[field] = start + lastToken.position + 1
          lengths[field, default: 0] += Set(batch.tokens.map { $0.position }).count
        }
      }
      for (field, length) in lengths {
        norms[field, default: [:]][number] = NormEncoding.norm(of: length)
      }
      for (field, terms) in positionsByTerm {
        for (term, positions) in terms {
          postings[field, default: [:]][term, default: []].append(
            Posting(document: number, frequency: positions.count, positions: positions))
        }
      }
    }
  }

  /// What the index of `reader` says.
  init(of reader: IndexReader) throws {
    try reader.forEachDocument { documents.append($0) }
    var base = 0
    for segment in reader.segments {
      var numbersByDocID: [DocID: Int] = [:]
      for docID in 0..<DocID(segment.documentCount) where segment.isLive(docID) {
        numbersByDocID[docID] = base + numbersByDocID.count
      }
      base += numbersByDocID.count
      for name in segment.fieldNames {
        guard let field = segment.field(name) else { continue }
        try read(field, of: segment, numbersByDocID)
      }
    }
  }

  private mutating func read(
    _ field: SegmentField, of segment: Segment, _ documents: [DocID: Int]
  ) throws {
    let norms = segment.norms(of: field)
    let tags = try segment.tags(of: field)
    let numbers = try segment.numbers(of: field)
    var ordinals: [Int] = []
    for (docID, document) in documents {
      if let norm = norms?.norm(docID), norm > 0 {
        self.norms[field.name, default: [:]][document] = norm
      }
      if let number = numbers?.value(docID) {
        self.numbers[field.name, default: [:]][document] = number
      }
      if let tags {
        tags.ordinals(docID, into: &ordinals)
        if !ordinals.isEmpty {
          self.tags[field.name, default: [:]][document] = try ordinals.map { try tags.value($0) }
        }
      }
    }
    var terms = try segment.terms(in: field, from: [])
    var positions: [UInt32] = []
    while try terms.next() {
      var cursor = try segment.postings(terms.info, in: field)
      while try cursor.next() != .end {
        guard let document = documents[cursor.docID] else { continue }
        let frequency = try cursor.frequency()
        positions = []
        if field.kind == .text { try cursor.positions(into: &positions) }
        postings[field.name, default: [:]][
          String(decoding: terms.term, as: UTF8.self), default: []
        ].append(Posting(document: document, frequency: frequency, positions: positions))
      }
    }
  }
}

/// Made-up documents: words and tags by rank with a long tail, some fields missing.
struct RandomDocuments {
  var seed: Seed
  /// Keys are drawn from so many, so that some come twice.
  var keyCount = 1_000_000
  var wordCount = 400
  var textWordsMax = 30

  init(_ seed: Seed = Seed()) {
    self.seed = seed
  }

  mutating func next() -> Document {
    var document = Document(
      key: "key-\(Int.random(in: 0..<keyCount, using: &seed))",
      fingerprint: (0..<16).map { _ in UInt8.random(in: 0...255, using: &seed) },
      stored: (0..<Int.random(in: 0..<40, using: &seed)).map { _ in
        UInt8.random(in: 0...255, using: &seed)
      })
    document.add("body", .text(text(), SpacedWords()))
    if chance(3) { document.add("body", .text(text(), SpacedWords())) }
    if chance(2) { document.add("title", .text(text(), SpacedWords())) }
    if !chance(5) {
      document.add(
        "tag", .tags((0..<Int.random(in: 0..<4, using: &seed)).map { _ in "t\(rank(30))" }))
    }
    if !chance(4) {
      document.add("year", .number(Int64.random(in: -50...3_000, using: &seed)))
    }
    if chance(3) { document.add("wide", .number(chance(2) ? .min : .max)) }
    document.add("always", .number(Int64(rank(9))))
    return document
  }

  mutating func next(_ count: Int) -> [Document] { (0..<count).map { _ in next() } }

  private mutating func text() -> String {
    (0..<Int.random(in: 0...textWordsMax, using: &seed)).map { _ in
      let word = "w\(rank(wordCount))"
      return chance(15) ? word + "|alt\(rank(5))" : word
    }.joined(separator: " ")
  }

  /// A number below `count`, low ones much more often.
  private mutating func rank(_ count: Int) -> Int {
    let share = Double.random(in: 0..<1, using: &seed)
    return Int(share * share * share * Double(count))
  }

  private mutating func chance(_ outOf: Int) -> Bool {
    Int.random(in: 0..<outOf, using: &seed) == 0
  }
}

extension TemporaryFolder {
  /// Makes an index of `documents` here, committing after each batch, with merges as `policy` says.
  func index(_ batches: [[Document]], policy: MergePolicy = .never) throws {
    var writer = try IndexWriter(at: path, analysisVersion: "1", holder: "test", policy: policy)
    for batch in batches {
      for document in batch { try writer.replace(document) }
      _ = try writer.commit()
    }
    writer.close()
  }
}

extension MergePolicy {
  /// No merge but by `optimize`.
  static var never: MergePolicy {
    MergePolicy(
      segmentsPerLevel: .max, floorBytes: .max, deletedShareMax: 1, rewritesSmall: false)
  }
}
