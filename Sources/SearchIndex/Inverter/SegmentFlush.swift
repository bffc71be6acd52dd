import Storage

/// Writes an inverter's documents as a segment.
enum SegmentFlush {
  /// Fills `segment` and finishes it.
  static func write(
    _ inverter: borrowing Inverter, to segment: inout SegmentWriter
  ) throws(IndexError) -> SegmentWriter.Result {
    var stored = StoredFieldsWriter()
    for document in inverter.stored { try stored.add(document, to: &segment) }
    try stored.finish(to: &segment)
    try write(inverter.keys, isKeys: true, to: &segment)
    let order = inverter.fields.indices.sorted {
      inverter.fields[$0].name.utf8.lexicographicallyPrecedes(inverter.fields[$1].name.utf8)
    }
    for index in order where inverter.fields[index].documentCount > 0 {
      try write(inverter.fields[index], isKeys: false, to: &segment)
    }
    return try segment.finish()
  }

  private static func write(
    _ field: FieldInverter, isKeys: Bool, to segment: inout SegmentWriter
  ) throws(IndexError) {
    let documents = segment.documentCount
    var column = SegmentField.Extent(offset: segment.columns.count, length: 0)
    var norms = SegmentField.Extent(offset: segment.norms.count, length: 0)
    if field.kind == .text {
      norms.length = documents
      try segment.norms.append(field.norms)
      try segment.norms.append(
        [UInt8](repeating: 0, count: documents - field.norms.count))
    }
    let order = field.table.sorted()
    let (terms, termIndex) = try writeTerms(of: field, in: order, to: &segment)
    switch field.kind {
    case .text: break
    case .tag where isKeys: break
    case .tag: column = try writeTags(of: field, in: order, to: &segment)
    case .number:
      var writer = NumberColumnWriter(documentCount: documents)
      for (docID, value) in field.numbers { writer.set(value, of: docID) }
      column = try writer.finish(to: &segment).column
    }
    segment.add(
      SegmentField(
        name: field.name, kind: field.kind, documentCount: field.documentCount,
        totalTermCount: field.kind == .text ? UInt64(field.totalTermCount) : 0,
        termCount: order.count, terms: terms, termIndex: termIndex, norms: norms, column: column,
        impactLength: impactLength(of: field)))
  }

  private static func impactLength(of field: FieldInverter) -> Float {
    guard field.kind == .text else { return 1 }
    return FieldStatistics.averageLength(
      documentCount: field.documentCount, totalTermCount: UInt64(field.totalTermCount))
  }

  private static func writeTerms(
    of field: FieldInverter, in order: [Int], to segment: inout SegmentWriter
  ) throws(IndexError) -> (terms: SegmentField.Extent, termIndex: SegmentField.Extent) {
    var dictionary = TermDictionaryWriter(kind: field.kind, in: segment)
    var writer = PostingsWriter(kind: field.kind, impactLength: impactLength(of: field))
    var positions: [UInt32] = []
    for number in order {
      writer.begin(in: segment)
      try field.forEachPosting(of: number, positions: &positions) {
        (docID, positions) throws(IndexError) in
        if field.kind == .text {
          try writer.add(docID, norm: field.norm(docID), positions: positions, to: &segment)
        } else {
          try writer.add(docID, to: &segment)
        }
      }
      if let info = try writer.finish(to: &segment) {
        try dictionary.add(field.table.term(number), info, to: &segment)
      }
    }
    return try dictionary.finish(to: &segment)
  }

  private static func writeTags(
    of field: FieldInverter, in order: [Int], to segment: inout SegmentWriter
  ) throws(IndexError) -> SegmentField.Extent {
    var ordinals = [Int](repeating: 0, count: order.count)
    for (ordinal, number) in order.enumerated() { ordinals[number] = ordinal }
    var writer = TagColumnWriter()
    var index = 0
    for docID in 0..<DocID(segment.documentCount) {
      let first = index
      while index < field.tags.count, field.tags[index].docID == docID { index += 1 }
      writer.add(field.tags[first..<index].lazy.map { ordinals[Int($0.term)] })
    }
    return try writer.finish(valueCount: order.count, to: &segment).column
  }
}
