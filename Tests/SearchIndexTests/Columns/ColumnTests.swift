import Storage
import TestSupport
import Testing

@testable import SearchIndex

struct ColumnTests {
  @Test(arguments: [1, 127, 128, 129, 4_095, 4_096, 4_097])
  func `numbers come back, wherever they lie and whoever has none`(count: Int) throws {
    var seed = Seed()
    let ranges: [ClosedRange<Int64>] = [
      0...0, 5...6, -1_000...1_000, .min ... .max, .max - 1 ... .max, .min ... .min,
    ]
    for range in ranges {
      for share in [0, 1, 2, 10] {
        let values = (0..<count).map { _ in
          share == 0 || Int.random(in: 0..<share + 1, using: &seed) > 0
            ? Int64.random(in: range, using: &seed) : nil
        }
        let column = try numbers(values)
        #expect((0..<count).map { column?.value(DocID($0)) ?? nil } == values, "seed \(seed.value)")
        #expect(column?.min == values.compactMap { $0 }.min())
        #expect(column?.max == values.compactMap { $0 }.max())
      }
    }
  }

  @Test func `the last of two numbers counts, and no number is no column`() throws {
    let folder = try TemporaryFolder()
    var document = Document(key: "a")
    document.add("n", .number(4))
    document.add("n", .number(2))
    try folder.index([[document, Document(key: "b")]])
    let segment = try IndexReader.open(at: folder.path).segments[0]
    let column = try segment.numbers(of: #require(segment.field("n")))
    #expect(column?.value(0) == 2)
    #expect(column?.value(1) == nil)
    #expect(try numbers([nil, nil]) == nil)
  }

  @Test func `tags keep their order in the document and ordinals that of their bytes`() throws {
    let folder = try TemporaryFolder()
    let values = [["ŵ", "a", "ŵ"], [], ["z"], ["a"]]
    try folder.index([
      values.enumerated().map { index, tags in
        var document = Document(key: "\(index)")
        document.add("t", .tags(tags))
        document.add("t", .tags(["a"].filter { _ in index == 2 }))
        return document
      }
    ])
    let segment = try IndexReader.open(at: folder.path).segments[0]
    let field = try #require(segment.field("t"))
    #expect(field.documentCount == 3)
    let column = try #require(try segment.tags(of: field))
    #expect(try (0..<column.valueCount).map { try column.value($0) } == ["a", "z", "ŵ"])
    #expect(try column.ordinal(of: "z") == 1)
    #expect(try column.ordinal(of: "b") == nil)
    var ordinals: [Int] = []
    for (docID, expected) in [[2, 0], [], [1, 0], [0]].enumerated() {
      column.ordinals(DocID(docID), into: &ordinals)
      #expect(ordinals == expected)
      #expect(column.firstOrdinal(DocID(docID)) == expected.first)
    }
  }

  @Test func `a column is of its kind of field only`() throws {
    let folder = try TemporaryFolder()
    var documents = RandomDocuments()
    try folder.index([documents.next(10)])
    let segment = try IndexReader.open(at: folder.path).segments[0]
    for (name, kind) in [("body", FieldKind.text), ("tag", .tag), ("always", .number)] {
      let field = try #require(segment.field(name))
      #expect((segment.norms(of: field) != nil) == (kind == .text))
      #expect(try (segment.tags(of: field) != nil) == (kind == .tag))
      #expect(try (segment.numbers(of: field) != nil) == (kind == .number))
    }
    #expect(segment.field("none") == nil)
  }

  private func numbers(_ values: [Int64?]) throws -> NumberColumn? {
    let folder = try TemporaryFolder()
    var segment = SegmentWriter(
      folder: folder.path, number: 1, documentCount: values.count, fileSystem: DiskFileSystem())
    var writer = NumberColumnWriter(documentCount: values.count)
    for (index, value) in values.enumerated() {
      if let value { writer.set(value, of: DocID(index)) }
    }
    let (count, extent) = try writer.finish(to: &segment)
    #expect(count == values.count { $0 != nil })
    _ = try segment.finish()
    let frame = try SegmentFrame(
      MappedFile(path: folder.path("segment-1.seg")), name: "segment-1.seg")
    let none = SegmentField.Extent(offset: 0, length: 0)
    let field = SegmentField(
      name: "n", kind: .number, documentCount: count, totalTermCount: 0, termCount: 0, terms: none,
      termIndex: none, norms: none, column: extent)
    return try NumberColumn(field, in: frame)
  }
}
