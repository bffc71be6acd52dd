import Storage

/// Writes the documents of inverters, filled side by side, as one segment.
struct SegmentFlush {
  private let inverters: [Inverter]
  private let threads: Int
  /// The most occurrences that are put in order at once, on all threads together: 8 bytes each.
  private let countMax: Int

  /// Below so many occurrences a field is written on one thread.
  private static let parallelCountMin = 1 << 16

  /// Prepares to write; `bytesMax` bounds the memory for putting postings in order.
  init(_ inverters: [Inverter], threads: Int, bytesMax: Int) {
    self.inverters = inverters
    self.threads = threads
    countMax = max(1 << 12, bytesMax / 8)
  }

  /// What became of the documents.
  struct Result {
    /// The file.
    var file: SegmentWriter.Result
    /// The documents whose key a later one has.
    var replaced: [DocID]
  }

  /// Fills `segment` and finishes it.
  func write(to segment: inout SegmentWriter) throws(IndexError) -> Result {
    let names = Set(inverters.flatMap { $0.fields.map { $0.name } })
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var fields = names.map { name in
      Field(
        name: name,
        inverted: inverters.compactMap { $0.fields.first { $0.name == name } }
          .filter { $0.documentCount > 0 })
    }
    fields.removeAll { $0.inverted.isEmpty }
    let replaced: [DocID]
    let longest = fields.indices.max { fields[$0].count < fields[$1].count }
    if let longest, threads > 1, fields[longest].isLong, fields[longest].count <= countMax {
      replaced = try writeFront(beside: &fields[longest], to: &segment)
    } else {
      replaced = try writeFront(to: &segment)
    }
    for field in fields { _ = try write(field, to: &segment) }
    return Result(file: try segment.finish(), replaced: replaced)
  }

  /// A field in all inverters that have it.
  private struct Field {
    var name: String
    var inverted: [FieldInverter]
    /// Of a text field written beforehand: its norms and its terms with their postings.
    var norms: [UInt8] = []
    var parts: [SlicePart] = []

    /// The number of occurrences.
    var count: Int {
      inverted[0].kind == .text ? inverted.reduce(0) { $0 + $1.stream.count } : 0
    }

    /// Whether it is worth being shared out among threads.
    var isLong: Bool { count >= SegmentFlush.parallelCountMin }
  }

  /// Writes what comes before the fields: stored fields and keys; which documents are replaced.
  private func writeFront(to segment: inout SegmentWriter) throws(IndexError) -> [DocID] {
    try writeStored(to: &segment)
    return try write(Field(name: "", inverted: inverters.map { $0.keys }), to: &segment)
  }

  /// As above, while other threads write the postings of the longest field.
  private func writeFront(
    beside field: inout Field, to segment: inout SegmentWriter
  ) throws(IndexError) -> [DocID] {
    let sources = sorted(field.inverted)
    let norms = allNorms(of: field.inverted, documentCount: segment.documentCount)
    let slices = TermSlice.cut(
      sources, pieces: threads, aside: Self.frontWeight * segment.documentCount, countMax: countMax)
    let apart = segment.apart
    let works = try ParallelMap.values(slices.count + 1, threads: threads) {
      (index) throws(IndexError) -> Work in
      guard index < slices.count else {
        var front = apart.writer()
        let replaced = try writeFront(to: &front)
        return .front(front.takeContents(), replaced)
      }
      return .slice(try part(slices[index], of: sources, norms: norms, through: apart.writer()))
    }
    field.norms = norms
    var replaced: [DocID] = []
    for work in works {
      switch work {
      case .slice(let part): field.parts.append(part)
      case .front(let contents, let documents):
        replaced = documents
        try segment.append(contents)
      }
    }
    return replaced
  }

  /// What a thread has written.
  private enum Work: Sendable {
    case slice(SlicePart)
    case front(SegmentWriter.Contents, [DocID])
  }

  /// How many occurrences of a text take as long as a document's stored fields and key.
  private static let frontWeight = 12

  /// Stored fields in the order of the documents, whichever inverter has them.
  private func writeStored(to segment: inout SegmentWriter) throws(IndexError) {
    var writer = StoredFieldsWriter()
    var next = inverters.map { _ in 0 }
    for docID in 0..<DocID(segment.documentCount) {
      for index in inverters.indices {
        let runs = inverters[index].keys.stream.runs
        guard next[index] < runs.count, runs[next[index]].docID == docID else { continue }
        try writer.add(inverters[index].stored[next[index]], to: &segment)
        next[index] += 1
      }
    }
    try writer.finish(to: &segment)
  }

  /// Writes a field; the keys, if it has no name, with the documents that are replaced.
  private func write(
    _ field: Field, to segment: inout SegmentWriter
  ) throws(IndexError) -> [DocID] {
    let (name, fields) = (field.name, field.inverted)
    var replaced: [DocID] = []
    let kind = fields[0].kind
    var column = SegmentField.Extent(offset: segment.columns.count, length: 0)
    var norms = SegmentField.Extent(offset: segment.norms.count, length: 0)
    var terms = Terms(segment)
    switch kind {
    case .text:
      let isWritten = !field.parts.isEmpty
      let all =
        isWritten ? field.norms : allNorms(of: fields, documentCount: segment.documentCount)
      norms.length = all.count
      try segment.norms.append(all)
      if isWritten {
        terms = try write(field.parts, to: &segment)
      } else {
        terms = try writeText(sorted(fields), norms: all, to: &segment)
      }
    case .tag:
      let sources = sorted(fields)
      var ordinals = sources.map { [UInt32](repeating: 0, count: $0.terms.count) }
      terms = try writeTags(sources, &ordinals, &replaced, to: &segment)
      if !name.isEmpty { column = try writeColumn(of: sources, ordinals, to: &segment) }
    case .number:
      var writer = NumberColumnWriter(documentCount: segment.documentCount)
      for field in fields {
        for (docID, value) in field.numbers { writer.set(value, of: docID) }
      }
      column = try writer.finish(to: &segment).column
    }
    segment.add(
      SegmentField(
        name: name, kind: kind, documentCount: fields.reduce(0) { $0 + $1.documentCount },
        totalTermCount: kind == .text ? UInt64(fields.reduce(0) { $0 + $1.stream.count }) : 0,
        termCount: terms.count, terms: terms.terms, termIndex: terms.termIndex, norms: norms,
        column: column, impactLength: kind == .text ? Self.averageLength(fields) : 1))
    return name.isEmpty ? replaced : []
  }

  /// The mean length of the documents that have the field.
  static func averageLength(_ fields: [FieldInverter]) -> Float {
    FieldStatistics.averageLength(
      documentCount: fields.reduce(0) { $0 + $1.documentCount },
      totalTermCount: UInt64(fields.reduce(0) { $0 + $1.stream.count }))
  }

  /// What was written of a field's dictionary.
  private struct Terms {
    var count = 0
    var terms: SegmentField.Extent
    var termIndex: SegmentField.Extent

    /// Nothing so far.
    init(_ segment: borrowing SegmentWriter) {
      terms = SegmentField.Extent(offset: segment.terms.count, length: 0)
      termIndex = SegmentField.Extent(offset: segment.termIndex.count, length: 0)
    }
  }

  /// The last run of a document knows its whole length.
  private func allNorms(of fields: [FieldInverter], documentCount: Int) -> [UInt8] {
    var norms = [UInt8](repeating: 0, count: documentCount)
    for field in fields {
      for run in field.stream.runs { norms[Int(run.docID)] = run.norm }
    }
    return norms
  }

  private func sorted(_ fields: [FieldInverter]) -> [SortedField] {
    ParallelMap.values(fields.count, threads: threads) { SortedField(fields[$0]) }
  }

  private func writeText(
    _ sources: [SortedField], norms: [UInt8], to segment: inout SegmentWriter
  ) throws(IndexError) -> Terms {
    var terms = Terms(segment)
    var dictionary = TermDictionaryWriter(kind: .text, in: segment)
    let count = sources.reduce(0) { $0 + $1.field.stream.count }
    let threads = count < Self.parallelCountMin ? 1 : threads
    let slices = TermSlice.cut(sources, pieces: threads, countMax: countMax / threads)
    var next = 0
    while next < slices.count {
      let batch = Array(slices[next..<min(next + threads, slices.count)])
      next += batch.count
      if threads == 1 {
        let postings = SlicePostings(batch[0], of: sources)
        var writer = SliceWriter(postings, of: sources, kind: .text, norms: norms)
        while let (term, info) = try writer.writeNext(to: &segment) {
          try dictionary.add(term, info, to: &segment)
        }
      } else {
        let apart = segment.apart
        let parts = try ParallelMap.values(batch.count, threads: threads) {
          (index) throws(IndexError) in
          try part(batch[index], of: sources, norms: norms, through: apart.writer())
        }
        for part in parts { try part.append(to: &segment, &dictionary) }
      }
    }
    terms.count = dictionary.termCount
    (terms.terms, terms.termIndex) = try dictionary.finish(to: &segment)
    return terms
  }

  private func part(
    _ slice: TermSlice, of sources: [SortedField], norms: [UInt8],
    through segment: consuming SegmentWriter
  ) throws(IndexError) -> SlicePart {
    let postings = SlicePostings(slice, of: sources)
    return try SlicePart(
      SliceWriter(postings, of: sources, kind: .text, norms: norms), through: segment)
  }

  /// Writes a text field of which the postings are there.
  private func write(
    _ parts: [SlicePart], to segment: inout SegmentWriter
  ) throws(IndexError) -> Terms {
    var terms = Terms(segment)
    var dictionary = TermDictionaryWriter(kind: .text, in: segment)
    for part in parts { try part.append(to: &segment, &dictionary) }
    terms.count = dictionary.termCount
    (terms.terms, terms.termIndex) = try dictionary.finish(to: &segment)
    return terms
  }

  /// Writes the postings of tags or keys.
  ///
  /// Sets each one's ordinal, by inverter and number, and appends all documents of each but the last
  /// to `replaced`.
  private func writeTags(
    _ sources: [SortedField], _ ordinals: inout [[UInt32]], _ replaced: inout [DocID],
    to segment: inout SegmentWriter
  ) throws(IndexError) -> Terms {
    var terms = Terms(segment)
    var dictionary = TermDictionaryWriter(kind: .tag, in: segment)
    for slice in TermSlice.cut(sources, pieces: 1, countMax: countMax) {
      let postings = SlicePostings(slice, of: sources)
      for source in sources.indices {
        for key in sources[source].terms[slice.ranges[source]] {
          ordinals[source][Int(key.number)] =
            UInt32(dictionary.termCount) + postings.place(of: key.number, in: source)
        }
      }
      for index in postings.terms.indices where postings.range(index).count > 1 {
        let documents = postings.occurrences[postings.range(index)]
        replaced.append(contentsOf: documents.dropLast().lazy.map { DocID($0 >> 32) })
      }
      var writer = SliceWriter(postings, of: sources, kind: .tag, norms: [])
      while let (term, info) = try writer.writeNext(to: &segment) {
        try dictionary.add(term, info, to: &segment)
      }
    }
    terms.count = dictionary.termCount
    (terms.terms, terms.termIndex) = try dictionary.finish(to: &segment)
    return terms
  }

  private func writeColumn(
    of sources: [SortedField], _ ordinals: [[UInt32]], to segment: inout SegmentWriter
  ) throws(IndexError) -> SegmentField.Extent {
    var writer = TagColumnWriter()
    var readers = sources.map { StreamReader($0.field.stream) }
    var values: [Int] = []
    for docID in 0..<DocID(segment.documentCount) {
      values.removeAll(keepingCapacity: true)
      for source in readers.indices {
        while readers[source].docID == docID {
          readers[source].readRun { values.append(Int(ordinals[source][Int($0)])) }
        }
      }
      writer.add(values)
    }
    let valueCount = Int(ordinals.lazy.compactMap { $0.max() }.max() ?? 0) + 1
    return try writer.finish(valueCount: valueCount, to: &segment).column
  }
}
