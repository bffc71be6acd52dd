/// What the columns hold of one document, in the order in which they were asked for.
public enum ColumnValue: Sendable, Hashable {
  /// A tag field's values, in the order in which the document has them; there may be none.
  case tags([String])
  /// A number field's value, nil where the document has none.
  case number(Int64?)
  /// The index has no such field, or it is a text field.
  case nothing
}

/// Reads columns document by document; a tag is turned into text once a segment.
struct ColumnRows {
  private enum Source {
    case tags(TagColumn)
    case numbers(NumberColumn)
    case absent(ColumnValue)
  }

  private let names: [String]
  private var sources: [Source] = []
  /// By column and ordinal, in the segment begun.
  private var texts: [[String?]] = []
  private var ordinals: [Int] = []

  init(_ names: [String]) {
    self.names = names
  }

  /// Begins a segment; `kinds` tells what a field is that the segment has no column of.
  mutating func begin(
    _ segment: Segment, kinds: (String) -> FieldKind?
  ) throws(IndexError) {
    sources = []
    texts = []
    for name in names {
      let field = segment.field(name)
      if let field, let column = try segment.tags(of: field) {
        sources.append(.tags(column))
        texts.append([String?](repeating: nil, count: column.valueCount))
        continue
      }
      texts.append([])
      if let field, let column = try segment.numbers(of: field) {
        sources.append(.numbers(column))
      } else {
        sources.append(.absent(Self.absent(kinds(name))))
      }
    }
  }

  private static func absent(_ kind: FieldKind?) -> ColumnValue {
    switch kind {
    case .tag: .tags([])
    case .number: .number(nil)
    case .text, nil: .nothing
    }
  }

  /// What a document of the segment begun has.
  mutating func row(_ docID: DocID) throws(IndexError) -> [ColumnValue] {
    var row: [ColumnValue] = []
    row.reserveCapacity(sources.count)
    for (index, source) in sources.enumerated() {
      switch source {
      case .absent(let value): row.append(value)
      case .numbers(let column): row.append(.number(column.value(docID)))
      case .tags(let column):
        column.ordinals(docID, into: &ordinals)
        var values: [String] = []
        for ordinal in ordinals {
          if let text = texts[index][ordinal] {
            values.append(text)
          } else {
            let text = try column.value(ordinal)
            texts[index][ordinal] = text
            values.append(text)
          }
        }
        row.append(.tags(values))
      }
    }
    return row
  }
}

extension IndexReader {
  /// Calls `body` with what the columns called `names` hold of every document that matches `query`, in
  /// order of segment and doc id.
  ///
  /// - Throws: as `search`.
  public func forEachRow(
    _ query: Query, columns names: [String], options: SearchOptions = .init(),
    _ body: ([ColumnValue]) throws(IndexError) -> Void
  ) throws(IndexError) {
    let kinds = Dictionary(fields.map { ($0.name, $0.kind) }, uniquingKeysWith: { $1 })
    var rows = ColumnRows(names)
    var begun = -1
    try forEachMatch(query, options) { (window, segment, base) throws(IndexError) in
      if begun != segment { try rows.begin(segments[segment]) { kinds[$0] } }
      begun = segment
      for slot in window.bits { try body(try rows.row(DocID(base + slot))) }
    }
  }

  /// Calls `body` with what was stored of every document that matches `query`, in order of segment and doc
  /// id.
  ///
  /// - Throws: as `search`.
  public func forEachStored(
    _ query: Query, options: SearchOptions = .init(),
    _ body: (StoredDocument) throws(IndexError) -> Void
  ) throws(IndexError) {
    let deadline = Deadline(options.deadline)
    var count = 0
    try forEachMatch(query, options) { (window, segment, base) throws(IndexError) in
      for slot in window.bits {
        // A window has thousands, and each is far more work than a match.
        count += 1
        if count.isMultiple(of: 64) { try deadline.check() }
        try body(try segments[segment].stored(DocID(base + slot)))
      }
    }
  }

  /// What the columns called `names` hold of one document.
  ///
  /// - Precondition: the hit is this reader's.
  public func row(
    _ hit: TopDocs.Hit, columns names: [String]
  ) throws(IndexError) -> [ColumnValue] {
    precondition(segments.indices.contains(hit.segment), "a hit of another reader")
    var rows = ColumnRows(names)
    try rows.begin(segments[hit.segment]) { name in fields.first { $0.name == name }?.kind }
    return try rows.row(hit.docID)
  }
}
