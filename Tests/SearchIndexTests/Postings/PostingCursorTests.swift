import Storage
import TestSupport
import Testing

@testable import SearchIndex

/// A segment of one field whose terms are made up posting by posting.
struct MadeUpPostings {
  struct Posting: Equatable {
    var docID: DocID
    var positions: [UInt32]
  }

  let frame: SegmentFrame
  let lists: FieldPostings
  let infos: [TermInfo]
  let kind: FieldKind
  let norms: [UInt8]

  init(_ terms: [[Posting]], kind: FieldKind, documentCount: Int, in folder: TemporaryFolder) throws
  {
    self.kind = kind
    norms = (0..<documentCount).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    var segment = SegmentWriter(
      folder: folder.path, number: 1, documentCount: documentCount, fileSystem: DiskFileSystem(),
      spillBytes: 1_000)
    var writer = PostingsWriter(kind: kind)
    var infos: [TermInfo] = []
    for term in terms {
      writer.begin(in: segment)
      for posting in term {
        if kind == .text {
          try writer.add(
            posting.docID, norm: norms[Int(posting.docID)], positions: posting.positions,
            to: &segment)
        } else {
          try writer.add(posting.docID, to: &segment)
        }
      }
      if let info = try writer.finish(to: &segment) { infos.append(info) }
    }
    let normsExtent = SegmentField.Extent(offset: 0, length: kind == .text ? documentCount : 0)
    if kind == .text { try segment.norms.append(norms) }
    _ = try segment.finish()
    frame = try SegmentFrame(MappedFile(path: folder.path("segment-1.seg")), name: "segment-1.seg")
    self.infos = infos
    let nothing = SegmentField.Extent(offset: 0, length: 0)
    lists = try FieldPostings(
      SegmentField(
        name: "f", kind: kind, documentCount: documentCount, totalTermCount: 0, termCount: 0,
        terms: nothing, termIndex: nothing, norms: normsExtent, column: nothing), in: frame)
  }

  func cursor(_ index: Int) throws -> PostingCursor {
    try PostingCursor(infos[index], in: lists)
  }
}

struct PostingCursorTests {
  /// Random ascending postings: runs, gaps, and frequencies of which some are high.
  private func postings(_ count: Int, _ seed: inout Seed) -> [MadeUpPostings.Posting] {
    var docID: DocID = Bool.random(using: &seed) ? 0 : DocID.random(in: 0..<500, using: &seed)
    return (0..<count).map { _ in
      defer {
        docID += Bool.random(using: &seed) ? 1 : DocID.random(in: 1..<300, using: &seed)
      }
      let frequency =
        Int.random(in: 0..<20, using: &seed) == 0 ? Int.random(in: 1..<300, using: &seed) : 1
      var position: UInt32 = 0
      return MadeUpPostings.Posting(
        docID: docID,
        positions: (0..<frequency).map { _ in
          position += UInt32.random(in: 0..<200, using: &seed)
          return position
        })
    }
  }

  private static let counts = [1, 2, 127, 128, 129, 255, 256, 257, 4_095, 4_096, 4_097]

  @Test(arguments: [FieldKind.text, .tag])
  func `what was written is walked, term by term`(kind: FieldKind) throws {
    var seed = Seed()
    let folder = try TemporaryFolder()
    let terms = Self.counts.map { postings($0, &seed) }
    let made = try MadeUpPostings(terms, kind: kind, documentCount: 1_300_000, in: folder)
    for (index, term) in terms.enumerated() {
      var cursor = try made.cursor(index)
      var positions: [UInt32] = []
      #expect(cursor.documentFrequency == term.count)
      for posting in term {
        #expect(try cursor.next() == posting.docID)
        #expect(cursor.docID == posting.docID)
        #expect(try cursor.frequency() == (kind == .text ? posting.positions.count : 1))
        if kind == .text {
          try cursor.positions(into: &positions)
          #expect(positions == posting.positions)
        }
      }
      #expect(try cursor.next() == .end)
      #expect(try cursor.next() == .end)
      #expect(cursor.docID == .end)
      #expect(try cursor.advance(to: 0) == .end)
      #expect(
        made.infos[index].totalTermFrequency
          == (kind == .text ? term.reduce(0) { $0 + $1.positions.count } : term.count))
    }
  }

  @Test(arguments: [FieldKind.text, .tag])
  func `advance equals repeated next`(kind: FieldKind) throws {
    var seed = Seed()
    let folder = try TemporaryFolder()
    let terms = Self.counts.map { postings($0, &seed) }
    let made = try MadeUpPostings(terms, kind: kind, documentCount: 1_300_000, in: folder)
    var positions: [UInt32] = []
    for (index, term) in terms.enumerated() {
      let last = term[term.count - 1].docID
      for round in 0..<20 {
        var cursor = try made.cursor(index)
        var at = -1
        while at < term.count {
          if Int.random(in: 0..<3, using: &seed) == 0 {
            at += 1
            #expect(try cursor.next() == (at < term.count ? term[at].docID : .end))
          } else {
            let reach = [3, 200, Int(last) / 4 + 2, Int(last) * 2 + 2][round % 4]
            let from = at < 0 ? 0 : Int(term[at].docID)
            let target = DocID(max(0, from + Int.random(in: -5..<reach, using: &seed)))
            if at < 0 || term[at].docID < target {
              at += 1
              while at < term.count, term[at].docID < target { at += 1 }
            }
            let found = try cursor.advance(to: target)
            #expect(
              found == (at < term.count ? term[at].docID : .end),
              "\(term.count) postings, target \(target), seed \(seed.value)")
          }
          guard at < term.count else { break }
          if kind == .text, Bool.random(using: &seed) {
            try cursor.positions(into: &positions)
            #expect(positions == term[at].positions)
          } else if Bool.random(using: &seed) {
            #expect(try cursor.frequency() == (kind == .text ? term[at].positions.count : 1))
          }
        }
      }
    }
  }

  @Test func `advancing to the end or past the last document ends`() throws {
    var seed = Seed()
    let folder = try TemporaryFolder()
    let terms = Self.counts.map { postings($0, &seed) }
    let made = try MadeUpPostings(terms, kind: .text, documentCount: 1_300_000, in: folder)
    for (index, term) in terms.enumerated() {
      for target in [DocID.end, term[term.count - 1].docID + 1] {
        var cursor = try made.cursor(index)
        #expect(try cursor.advance(to: target) == .end)
        #expect(try cursor.advance(to: 0) == .end)
        #expect(try cursor.next() == .end)
      }
      var cursor = try made.cursor(index)
      #expect(try cursor.advance(to: term[term.count - 1].docID) == term[term.count - 1].docID)
      #expect(try cursor.next() == .end)
    }
  }

  @Test func `positions of one document can be read twice, of any document without the others`()
    throws
  {
    var seed = Seed()
    let folder = try TemporaryFolder()
    let term = postings(600, &seed)
    let made = try MadeUpPostings([term], kind: .text, documentCount: 1_300_000, in: folder)
    var positions: [UInt32] = []
    for posting in term {
      var cursor = try made.cursor(0)
      _ = try cursor.advance(to: posting.docID)
      for _ in 0..<2 {
        try cursor.positions(into: &positions)
        #expect(positions == posting.positions)
      }
    }
  }

  @Test func `skip data say each block's last document and its best`() throws {
    var seed = Seed()
    let folder = try TemporaryFolder()
    let term = postings(1_000, &seed)
    let made = try MadeUpPostings([term], kind: .text, documentCount: 1_300_000, in: folder)
    let skipData = try made.cursor(0).skips
    let inverses = BM25().normInverses(averageLength: 1)
    func product(_ impact: Impact) -> Float {
      Float(impact.frequency) * inverses[Int(impact.norm)]
    }
    func best(_ documents: ArraySlice<MadeUpPostings.Posting>) -> Float? {
      documents.map {
        product(
          Impact(frequency: UInt32($0.positions.count), norm: made.norms[Int($0.docID)]))
      }.max()
    }
    #expect(skipData.blockCount == 8)
    for block in 0..<8 {
      let documents = term[block * 128..<min(1_000, block * 128 + 128)]
      #expect(skipData.lastDocID(block) == documents.last?.docID)
      #expect(product(skipData.best(block)) == best(documents))
    }
    #expect(product(skipData.best) == best(term[...]))
    #expect(skipData.block(reaching: .end, from: 0) == 8)
    #expect(skipData.block(reaching: 0, from: 0) == 0)
  }

  @Test func `the block that reaches a document is found from any block before`() throws {
    var seed = Seed()
    let folder = try TemporaryFolder()
    let term = postings(5_000, &seed)
    let made = try MadeUpPostings([term], kind: .tag, documentCount: 1_300_000, in: folder)
    let skipData = try made.cursor(0).skips
    for _ in 0..<2_000 {
      let index = Int.random(in: term.indices, using: &seed)
      let target = term[index].docID
      let from = Int.random(in: 0...index / 128, using: &seed)
      #expect(skipData.block(reaching: target, from: from) == index / 128)
    }
  }

  @Test func `dense blocks are bit sets and say the same`() throws {
    let folder = try TemporaryFolder()
    // Two in three of 1,200: gaps of a bit each, but the first of a block; a bit set is as short.
    var dense: [MadeUpPostings.Posting] = []
    for docID in 0..<DocID(1_200) where docID % 9 < 4 || docID % 9 == 8 {
      dense.append(MadeUpPostings.Posting(docID: docID, positions: [0]))
    }
    let made = try MadeUpPostings([dense], kind: .text, documentCount: 1_200, in: folder)
    var cursor = try made.cursor(0)
    try cursor.load(block: 1)
    let bits = cursor.bitSet
    let bitSet = try #require(bits)
    let expected = dense[128..<256].map { $0.docID }
    #expect(bitSet.count == 128)
    #expect(bitSet.first == expected[0] && bitSet.last == expected[127])
    for docID in expected[0]...expected[127] {
      #expect(bitSet.contains(docID) == expected.contains(docID))
    }
    try cursor.decodeDocIDs()
    let decoded = cursor.docIDs
    #expect(decoded == expected)
  }

  @Test func `a term of one document has no postings`() throws {
    let folder = try TemporaryFolder()
    let made = try MadeUpPostings(
      [[MadeUpPostings.Posting(docID: 7, positions: [1, 5])]], kind: .text, documentCount: 10,
      in: folder)
    #expect(made.frame[.postings].count == 0)
    #expect(made.infos[0].singleDocID == 7)
    var cursor = try made.cursor(0)
    #expect(try cursor.advance(to: 8) == .end)
  }
}
