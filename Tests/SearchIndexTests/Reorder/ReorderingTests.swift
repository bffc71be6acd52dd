import Storage
import TestSupport
import Testing

@testable import SearchIndex

/// An index that was reordered says what it said before.
@Suite struct ReorderingTests {
  static let shapes: [(batches: [Int], changes: Int)] = [
    ([0], 0), ([1], 0), ([33], 0), ([128], 9), ([60, 1, 130], 40), ([700, 129], 100),
    ([4_097, 300], 200),
  ]

  private func indexes(
    _ shape: Int
  ) throws -> (plain: CorpusIndex, reordered: CorpusIndex) {
    let (batches, changes) = Self.shapes[shape]
    let plain = try CorpusIndex(batches: batches, changes: changes, seed: Seed()).optimized()
    return (plain, try plain.optimized(reorder: Reordering(threads: 1)))
  }

  private func keys(_ reader: IndexReader) throws -> [String] {
    var keys: [String] = []
    try reader.forEachDocument { keys.append($0.key) }
    return keys
  }

  @Test(arguments: shapes.indices)
  func `every query finds the same documents with the same scores`(_ shape: Int) throws {
    let indexes = try indexes(shape)
    var plain = indexes.plain
    let reordered = indexes.reordered
    #expect(plain.reader.segments.count <= 1)
    #expect(reordered.reader.segments.count <= 1)
    let (plainKeys, reorderedKeys) = (try keys(plain.reader), try keys(reordered.reader))
    #expect(plainKeys.sorted() == reorderedKeys.sorted())
    if plainKeys.count <= GraphBisection.partitionMin { #expect(plainKeys == reorderedKeys) }
    if plainKeys.count > 100 { #expect(plainKeys != reorderedKeys) }
    for number in 0..<(plainKeys.count > 1_000 ? 40 : 150) {
      let kind = number % (2 * RandomCorpus.leafKinds)
      let query =
        kind < RandomCorpus.leafKinds
        ? plain.corpus.leaf(kind: kind) : plain.corpus.query(depth: 3)
      let place: Comment = "\(query), seed \(plain.corpus.seed.value)"
      let before = try plain.reader.search(query, top: 10_000)
      let after = try reordered.reader.search(query, top: 10_000)
      #expect(before.total == after.total, place)
      #expect(before.isCut == after.isCut, place)
      let scores = Dictionary(
        uniqueKeysWithValues: before.hits.map { (plainKeys[Int($0.docID)], $0.score) })
      // Equal scores may follow each other in another order; ranks have the same scores.
      let areEqual =
        before.hits.map { $0.score } == after.hits.map { $0.score }
        && after.hits.allSatisfy { scores[reorderedKeys[Int($0.docID)]] == $0.score }
      #expect(areEqual, place)
      for top in [1, 10] {
        let first = try reordered.reader.search(query, top: top)
        #expect(first.hits == Array(after.hits.prefix(top)), place)
      }
      #expect(try reordered.reader.count(query) == before.total, place)
      for field in RandomCorpus.tagFields {
        let found = try reordered.reader.facets(query, field: field)
        #expect(try found == plain.reader.facets(query, field: field), place)
      }
    }
  }

  @Test(arguments: [3, 4, 6])
  func `a reordered index equals the scan, sorted or not`(_ shape: Int) throws {
    var (_, index) = try indexes(shape)
    for _ in 0..<10 {
      let query = index.corpus.query(depth: 2)
      let sort = index.corpus.sort()
      let place: Comment = "\(query) by \(sort), seed \(index.corpus.seed.value)"
      let ranked = try index.reader.search(query, top: 10_000).hits == index.naive.ranked(query)
      #expect(ranked, place)
      let sorted =
        try index.reader.search(query, top: 10_000, sort: sort).hits
        == index.naive.ranked(query, by: sort)
      #expect(sorted, place)
    }
  }

  @Test func `all that is live is there, and verify finds nothing`() throws {
    let folder = try TemporaryFolder()
    var random = RandomDocuments()
    random.keyCount = 900
    try folder.index([random.next(300), random.next(1), random.next(500)])
    let deleted = try #require(try keys(IndexReader.open(at: folder.path)).last)
    var writer = try IndexWriter(
      at: folder.path, analysisVersion: "1", holder: "test", policy: .never)
    try writer.delete(key: deleted)
    let generation = try writer.commit(attachments: ["catalogue": [7]])
    let before = try IndexReader.open(at: folder.path)
    try writer.optimize(reorder: Reordering(threads: 2))
    #expect(try writer.commit() == generation + 1)
    writer.close()
    let after = try IndexReader.open(at: folder.path)
    #expect(after.segments.count == 1)
    #expect(after.segments[0].liveDocs == nil)
    #expect(try keys(after) != keys(before))
    let (old, new) = (try IndexContents(of: before), try IndexContents(of: after))
    #expect(old.sortedByKey == new.sortedByKey, "seed \(random.seed.value)")
    for key in try keys(before) { #expect(try after.document(key: key)?.key == key) }
    #expect(try after.document(key: deleted) == nil)
    #expect(try after.attachment("catalogue") == [7])
    #expect(try Verifier.verify(at: folder.path).faults == [])
  }

  @Test func `what is added, replaced and deleted afterwards is as ever`() throws {
    let folder = try TemporaryFolder()
    var random = RandomDocuments()
    let documents = random.next(200)
    try folder.index([documents])
    var writer = try IndexWriter(
      at: folder.path, analysisVersion: "1", holder: "test", policy: .never)
    try writer.optimize(reorder: Reordering(threads: 1))
    _ = try writer.commit()
    let replaced = documents[199]
    try writer.replace(replaced)
    try writer.delete(key: documents[100].key)
    _ = try writer.commit()
    writer.close()
    let kept = documents.filter { $0.key != documents[100].key }
    let contents = try IndexContents(of: IndexReader.open(at: folder.path))
    #expect(contents.sortedByKey == IndexContents(of: kept).sortedByKey)
    #expect(try Verifier.verify(at: folder.path).faults == [])
  }

  @Test(arguments: [0, 1, 32])
  func `an index too small to be reordered is left alone`(count: Int) throws {
    let folder = try TemporaryFolder()
    var random = RandomDocuments()
    try folder.index([random.next(count)])
    var writer = try IndexWriter(
      at: folder.path, analysisVersion: "1", holder: "test", policy: .never)
    try writer.optimize(reorder: Reordering(threads: 1))
    #expect(try writer.commit() == 1)
    writer.close()
  }

  @Test func `without memory for terms the index is merged as it is`() throws {
    let folder = try TemporaryFolder()
    var random = RandomDocuments()
    try folder.index([random.next(100), random.next(100)])
    let before = try keys(IndexReader.open(at: folder.path))
    var writer = try IndexWriter(
      at: folder.path, analysisVersion: "1", holder: "test", policy: .never)
    try writer.optimize(reorder: Reordering(threads: 1, memoryBytesMax: 0))
    _ = try writer.commit()
    writer.close()
    let after = try IndexReader.open(at: folder.path)
    #expect(after.segments.count == 1)
    #expect(try keys(after) == before)
  }

  @Test(arguments: [FaultyFileSystem.Fault.crash, .full])
  func `a reordering that is cut off leaves the index whole`(
    fault: FaultyFileSystem.Fault
  ) throws {
    var random = RandomDocuments()
    random.wordCount = 40
    random.textWordsMax = 12
    let documents = random.next(80)
    let expected = IndexContents(of: documents).sortedByKey
    func reorder(_ folder: TemporaryFolder, through disk: FaultyFileSystem) throws {
      var writer = try IndexWriter(
        at: folder.path, analysisVersion: "1", holder: "test", fileSystem: disk, policy: .never)
      try writer.optimize(reorder: Reordering(threads: 1))
      _ = try writer.commit()
      writer.close()
    }
    let folder = try TemporaryFolder()
    try folder.index([documents])
    let counting = FaultyFileSystem()
    try reorder(folder, through: counting)
    #expect(try IndexReader.stamp(at: folder.path).generation == 2)
    #expect(counting.changeCount > 5)
    for failing in 1...counting.changeCount {
      let folder = try TemporaryFolder()
      try folder.index([documents])
      do {
        try reorder(folder, through: FaultyFileSystem(fault, at: failing))
      } catch IndexError.storage {}
      let reader = try IndexReader.open(at: folder.path)
      #expect(try IndexContents(of: reader).sortedByKey == expected, "at change \(failing)")
      #expect(try Verifier.verify(at: folder.path).faults == [], "at change \(failing)")
    }
  }
}

extension IndexContents {
  /// The same with the documents in the order of their keys.
  fileprivate var sortedByKey: IndexContents {
    let places = documents.indices.sorted { documents[$0].key < documents[$1].key }
    var numbers = [Int](repeating: 0, count: places.count)
    for (number, place) in places.enumerated() { numbers[place] = number }
    func renumbered<Value>(_ values: [Int: Value]) -> [Int: Value] {
      Dictionary(uniqueKeysWithValues: values.map { (numbers[$0.key], $0.value) })
    }
    var sorted = self
    sorted.documents = places.map { documents[$0] }
    sorted.norms = norms.mapValues(renumbered)
    sorted.tags = tags.mapValues(renumbered)
    sorted.numbers = self.numbers.mapValues(renumbered)
    sorted.postings = postings.mapValues { terms in
      terms.mapValues { postings in
        postings.map { posting in
          var posting = posting
          posting.document = numbers[posting.document]
          return posting
        }.sorted { $0.document < $1.document }
      }
    }
    return sorted
  }
}
