import Storage

/// A segment to be merged, with the documents that are live now.
struct MergeSource {
  /// The segment.
  var segment: Segment
  /// Which of its documents go on living.
  var liveDocs: LiveDocs
}

/// Makes one segment of several: their live documents one after another, in the same order, or in
/// another one that is given.
///
/// Streams postings, positions and stored fields; in memory it has one field's norms or column at a
/// time and four bytes a document for the new doc ids. In another order it is twelve, and the
/// longest posting list with its positions.
struct SegmentMerger {
  private let sources: [MergeSource]
  private let order: MergeOrder

  /// Prepares to merge `sources`; `order` has the doc ids of a plain merge in the order that their
  /// documents are to have.
  init(_ sources: [MergeSource], order: [DocID]? = nil) {
    self.sources = sources
    self.order = MergeOrder(sources, order: order)
  }

  /// Fills `segment` and finishes it.
  func write(to segment: inout SegmentWriter) throws(IndexError) -> SegmentWriter.Result {
    var stored = StoredFieldsWriter()
    try order.forEachDocument { (index, docID) throws(IndexError) in
      try stored.add(encoded: sources[index].segment.storedBytes(docID), to: &segment)
    }
    try stored.finish(to: &segment)
    try merge("", sources.map { $0.segment.keys }, to: &segment)
    let names = Set(sources.flatMap { $0.segment.fieldNames })
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for name in names { try merge(name, sources.map { $0.segment.field(name) }, to: &segment) }
    return try segment.finish()
  }

  /// Merges one field; `fields` are the sources' own, nil where one has none.
  private func merge(
    _ name: String, _ fields: [SegmentField?], to segment: inout SegmentWriter
  ) throws(IndexError) {
    guard let kind = fields.lazy.compactMap({ $0?.kind }).first else { return }
    switch kind {
    case .text: try mergeText(name, fields, to: &segment)
    case .tag: try mergeTags(name, fields, to: &segment)
    case .number: try mergeNumbers(name, fields, to: &segment)
    }
  }

  private func mergeText(
    _ name: String, _ fields: [SegmentField?], to segment: inout SegmentWriter
  ) throws(IndexError) {
    var norms = [UInt8](repeating: 0, count: segment.documentCount)
    for (index, field) in fields.enumerated() {
      guard let field, let reader = sources[index].segment.norms(of: field) else { continue }
      for (docID, newDocID) in order.newDocIDs[index].enumerated() where newDocID != .end {
        norms[Int(newDocID)] = reader.norm(DocID(docID))
      }
    }
    // Every document with a token has a norm above 0.
    let documentCount = norms.count { $0 > 0 }
    guard documentCount > 0 else { return }
    let extent = SegmentField.Extent(offset: segment.norms.count, length: norms.count)
    try segment.norms.append(norms)
    let impactLength = impactLength(fields, norms: norms, documentCount: documentCount)
    let merged = try mergeTerms(
      fields, kind: .text, norms: norms, impactLength: impactLength, to: &segment)
    segment.add(
      SegmentField(
        name: name, kind: .text, documentCount: documentCount,
        totalTermCount: UInt64(merged.totalTermCount), termCount: merged.termCount,
        terms: merged.terms, termIndex: merged.termIndex, norms: extent,
        column: SegmentField.Extent(offset: segment.columns.count, length: 0),
        impactLength: impactLength))
  }

  /// The average length: exact where no document is left out, else as the norms round lengths.
  private func impactLength(
    _ fields: [SegmentField?], norms: [UInt8], documentCount: Int
  ) -> Float {
    var tokens: UInt64 = 0
    if sources.allSatisfy({ $0.liveDocs.deletedCount == 0 }) {
      tokens = fields.reduce(0) { $0 + ($1?.totalTermCount ?? 0) }
    } else {
      tokens = norms.reduce(0) { $0 + UInt64(NormEncoding.length(of: $1)) }
    }
    return FieldStatistics.averageLength(documentCount: documentCount, totalTermCount: tokens)
  }

  private func mergeTags(
    _ name: String, _ fields: [SegmentField?], to segment: inout SegmentWriter
  ) throws(IndexError) {
    let merged = try mergeTerms(
      fields, kind: .tag, norms: [], impactLength: 1, to: &segment)
    var documentCount = segment.documentCount
    var extent = SegmentField.Extent(offset: segment.columns.count, length: 0)
    if !name.isEmpty {
      var writer = TagColumnWriter()
      var ordinals: [Int] = []
      var columns: [TagColumn?] = []
      for (index, field) in fields.enumerated() {
        let column =
          if let field { try sources[index].segment.tags(of: field) } else { nil as TagColumn? }
        columns.append(column)
      }
      order.forEachDocument { index, docID in
        ordinals.removeAll(keepingCapacity: true)
        columns[index]?.ordinals(docID, into: &ordinals)
        writer.add(ordinals.lazy.map { merged.newOrdinals[index][$0] })
      }
      (documentCount, extent) = try writer.finish(valueCount: merged.termCount, to: &segment)
    }
    guard documentCount > 0 || name.isEmpty else { return }
    segment.add(
      SegmentField(
        name: name, kind: .tag, documentCount: documentCount, totalTermCount: 0,
        termCount: merged.termCount, terms: merged.terms, termIndex: merged.termIndex,
        norms: SegmentField.Extent(offset: segment.norms.count, length: 0), column: extent))
  }

  private func mergeNumbers(
    _ name: String, _ fields: [SegmentField?], to segment: inout SegmentWriter
  ) throws(IndexError) {
    var writer = NumberColumnWriter(documentCount: segment.documentCount)
    for (index, field) in fields.enumerated() {
      guard let field, let column = try sources[index].segment.numbers(of: field) else { continue }
      for (docID, newDocID) in order.newDocIDs[index].enumerated() where newDocID != .end {
        if let value = column.value(DocID(docID)) { writer.set(value, of: newDocID) }
      }
    }
    let (documentCount, extent) = try writer.finish(to: &segment)
    guard documentCount > 0 else { return }
    segment.add(
      SegmentField(
        name: name, kind: .number, documentCount: documentCount, totalTermCount: 0, termCount: 0,
        terms: SegmentField.Extent(offset: segment.terms.count, length: 0),
        termIndex: SegmentField.Extent(offset: segment.termIndex.count, length: 0),
        norms: SegmentField.Extent(offset: segment.norms.count, length: 0), column: extent))
  }

  /// What became of the terms of a field.
  private struct MergedTerms {
    var termCount = 0
    var totalTermCount = 0
    var terms = SegmentField.Extent(offset: 0, length: 0)
    var termIndex = SegmentField.Extent(offset: 0, length: 0)
    /// For each source, the new ordinal of each term; 0 for terms whose documents are all deleted.
    var newOrdinals: [[Int]]
  }

  private func mergeTerms(
    _ fields: [SegmentField?], kind: FieldKind, norms: [UInt8], impactLength: Float,
    to segment: inout SegmentWriter
  ) throws(IndexError) -> MergedTerms {
    var merged = MergedTerms(
      newOrdinals: fields.map {
        [Int](repeating: 0, count: kind == .tag ? $0?.termCount ?? 0 : 0)
      })
    var lists: [FieldPostings?] = []
    for (index, field) in fields.enumerated() {
      lists.append(
        try field.map { field throws(IndexError) in
          try FieldPostings(field, in: sources[index].segment.frame)
        })
    }
    var queue = try TermQueue(sources.map { $0.segment }, fields)
    var dictionary = TermDictionaryWriter(kind: kind, in: segment)
    var writer = PostingsWriter(kind: kind, impactLength: impactLength)
    var sorter = PostingSorter(kind: kind)
    while let term = queue.first {
      writer.begin(in: segment)
      for (index, info) in queue.infos {
        guard let lists = lists[index] else { continue }
        if order.isPlain {
          try copyPostings(info, lists, from: index, norms, &writer, to: &segment)
        } else {
          try sorter.add(info, lists, order.newDocIDs[index])
        }
      }
      if !order.isPlain { try sorter.write(norms: norms, by: &writer, to: &segment) }
      if let info = try writer.finish(to: &segment) {
        if kind == .tag {
          for (index, old) in queue.infos {
            merged.newOrdinals[index][old.ordinal] = merged.termCount
          }
        }
        try dictionary.add(term, info, to: &segment)
        merged.termCount += 1
        merged.totalTermCount += info.totalTermFrequency
      }
      try queue.next()
    }
    (merged.terms, merged.termIndex) = try dictionary.finish(to: &segment)
    return merged
  }

  private func copyPostings(
    _ info: TermInfo, _ lists: FieldPostings, from index: Int, _ norms: [UInt8],
    _ writer: inout PostingsWriter, to segment: inout SegmentWriter
  ) throws(IndexError) {
    var cursor = try PostingCursor(info, in: lists)
    var positions: [UInt32] = []
    while try cursor.next() != .end {
      let newDocID = order.newDocIDs[index][Int(cursor.docID)]
      guard newDocID != .end else { continue }
      if lists.kind == .text {
        try cursor.positions(into: &positions)
        try writer.add(
          newDocID, norm: norms[Int(newDocID)], positions: positions, to: &segment)
      } else {
        try writer.add(newDocID, to: &segment)
      }
    }
  }
}
