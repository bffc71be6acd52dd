import Storage
import TestSupport
import Testing

@testable import SearchIndex

struct TermDictionaryTests {
  /// A dictionary of `terms`, which the test hands over in order; each has as many documents as its
  /// place says, so that infos can be told apart.
  private func dictionary(
    _ terms: [[UInt8]], kind: FieldKind = .text, in folder: TemporaryFolder
  ) throws -> (dictionary: TermDictionaryReader, infos: [TermInfo]) {
    let documentCount = 2 * terms.count + 500
    var segment = SegmentWriter(
      folder: folder.path, number: 1, documentCount: documentCount, fileSystem: DiskFileSystem())
    var writer = PostingsWriter(kind: kind)
    var dictionary = TermDictionaryWriter(kind: kind, in: segment)
    var infos: [TermInfo] = []
    var total = 0
    for (index, term) in terms.enumerated() {
      writer.begin(in: segment)
      for offset in 0..<(index % 17 == 3 ? 300 : index % 3 + 1) {
        let docID = DocID(index + offset)
        if kind == .text {
          try writer.add(docID, norm: 1, positions: [5, UInt32(5 + index)], to: &segment)
        } else {
          try writer.add(docID, to: &segment)
        }
      }
      var info = try #require(try writer.finish(to: &segment))
      try dictionary.add(term, info, to: &segment)
      info.ordinal = index
      infos.append(info)
      total += info.totalTermFrequency
    }
    let (extent, index) = try dictionary.finish(to: &segment)
    _ = try segment.finish()
    let frame = try SegmentFrame(
      MappedFile(path: folder.path("segment-1.seg")), name: "segment-1.seg")
    let field = SegmentField(
      name: "f", kind: kind, documentCount: documentCount, totalTermCount: UInt64(total),
      termCount: terms.count, terms: extent, termIndex: index,
      norms: .init(offset: 0, length: 0), column: .init(offset: 0, length: 0))
    return (try TermDictionaryReader(field, in: frame), infos)
  }

  /// So many different terms in byte order, short ones from a small alphabet, some with a long tail.
  private func terms(_ count: Int, _ seed: inout Seed) -> [[UInt8]] {
    var terms: Set<[UInt8]> = []
    while terms.count < count {
      var term = (0..<Int.random(in: 1..<9, using: &seed)).map { _ in
        [0, 97, 98, 99, 255][Int.random(in: 0..<5, using: &seed)] as UInt8
      }
      if Int.random(in: 0..<50, using: &seed) == 0 {
        term += [UInt8](repeating: 120, count: Int.random(in: 0..<300, using: &seed))
      }
      terms.insert(term)
    }
    return terms.sorted { $0.lexicographicallyPrecedes($1) }
  }

  @Test(arguments: [0, 1, 31, 32, 33, 63, 64, 65, 1_000, 4_097])
  func `every term is found, and no other`(count: Int) throws {
    var seed = Seed()
    let folder = try TemporaryFolder()
    for kind in [FieldKind.text, .tag] {
      let terms = terms(count, &seed)
      let (dictionary, infos) = try dictionary(terms, kind: kind, in: folder)
      for (index, term) in terms.enumerated() {
        #expect(try dictionary.find(term) == infos[index])
        #expect(try dictionary.term(at: index) == term)
      }
      let known = Set(terms)
      for term in terms.prefix(200) {
        for other in [term + [0], Array(term.dropLast()), term + [255]] where !known.contains(other)
        {
          #expect(try dictionary.find(other) == nil)
        }
      }
      #expect(try dictionary.find([]) == nil)
      #expect(try dictionary.find([255, 255, 255, 255, 255, 255, 255, 255, 255]) == nil)
    }
  }

  @Test func `a walk has all terms in order, from the start and from anywhere`() throws {
    var seed = Seed()
    let folder = try TemporaryFolder()
    let terms = terms(1_000, &seed)
    let (dictionary, infos) = try dictionary(terms, in: folder)
    for _ in 0..<300 {
      let pick = terms[Int.random(in: 0..<1_000, using: &seed)]
      let target =
        [[], pick, pick + [0], Array(pick.dropLast()), [255] + pick]
        .randomElement(using: &seed) ?? []
      let first = terms.firstIndex { !$0.lexicographicallyPrecedes(target) } ?? terms.count
      var cursor = TermCursor(dictionary)
      try cursor.seek(target)
      for index in first..<min(first + 40, terms.count) {
        #expect(try cursor.next())
        #expect(cursor.term == terms[index], "seed \(seed.value)")
        #expect(cursor.info == infos[index])
      }
    }
    var cursor = TermCursor(dictionary)
    var walked: [[UInt8]] = []
    while try cursor.next() { walked.append(cursor.term) }
    #expect(walked == terms)
    #expect(try !cursor.next())
  }

  @Test func `seeks go forward only and by any distance`() throws {
    var seed = Seed()
    let folder = try TemporaryFolder()
    let terms = terms(1_000, &seed)
    let (dictionary, _) = try dictionary(terms, in: folder)
    for _ in 0..<50 {
      var cursor = TermCursor(dictionary)
      var next = 0
      while next < terms.count {
        if Bool.random(using: &seed) {
          let pick = min(terms.count - 1, next + Int.random(in: -20..<60, using: &seed))
          let target = pick < 0 ? [] : terms[pick] + (Bool.random(using: &seed) ? [0] : [])
          try cursor.seek(target)
          while next < terms.count, terms[next].lexicographicallyPrecedes(target) { next += 1 }
        }
        #expect(try cursor.next() == (next < terms.count))
        if next < terms.count { #expect(cursor.term == terms[next], "seed \(seed.value)") }
        next += 1
      }
    }
  }
}
