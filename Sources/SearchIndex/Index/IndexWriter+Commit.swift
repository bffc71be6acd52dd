import Storage

extension IndexWriter {
  /// Makes everything since the last commit visible, in one step: a crash at any moment leaves the
  /// old index or the new one.
  ///
  /// `attachments` are kept with the index under their names; those not given stay as they are.
  /// Without anything new it does nothing.
  ///
  /// - Returns: the generation.
  public mutating func commit(
    attachments: [String: [UInt8]] = [:]
  ) throws(IndexError) -> UInt64 {
    for name in attachments.keys {
      precondition(
        IndexFiles.isAttachmentName(name), "an attachment's name is lower-case letters and _")
    }
    try flush()
    try mergeForCommit()
    if let committed, !hasChanges, try hasAll(attachments) { return committed.generation }
    // A number is not used twice even if this fails, so no reader can meet two files of one name.
    let generation = nextGeneration
    nextGeneration += 1
    var manifest = Manifest(
      generation: generation, analysisVersion: analysisVersion, nextSegment: nextSegment)
    manifest.fields = kinds.map { Manifest.Field(name: $0.key, kind: $0.value) }
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    manifest.segments = try writeTombstones(generation)
    manifest.attachments = try write(attachments, generation)
    let files = Set(manifest.files)
    manifest.previousFiles = (committed?.files ?? []).filter { !files.contains($0) }.sorted()
    let folder = folder
    let bytes = ManifestFormat.encode(manifest)
    try withStorage { () throws(StorageError) in
      try folder.fileSystem.syncFolder(folder.path)
      try folder.fileSystem.replaceFile(IndexFiles.manifest, in: folder.path, with: bytes)
    }
    let superfluous = committed?.previousFiles ?? []
    committed = manifest
    hasChanges = false
    for index in parts.indices {
      parts[index].entry = manifest.segments[index]
      parts[index].hasNewDeletes = false
    }
    try folder.removeFiles(except: manifest, candidates: superfluous)
    return generation
  }

  /// Writes the buffered documents as a segment.
  mutating func flush() throws(IndexError) {
    guard buffer.documentCount > 0 else { return }
    var flushed: Part?
    if buffer.deleted.count < buffer.documentCount {
      let number = nextSegment
      nextSegment += 1
      var writer = SegmentWriter(
        folder: folder.path, number: number, documentCount: buffer.documentCount,
        fileSystem: folder.fileSystem)
      let result = try SegmentFlush(
        buffer.inverters, threads: buffer.threads, bytesMax: memoryBytesMax / 4
      ).write(to: &writer)
      var part = try part(number, buffer.documentCount, result.file)
      for docID in buffer.deleted { part.liveDocs.delete(docID) }
      for docID in result.replaced { part.liveDocs.delete(docID) }
      part.hasNewDeletes = part.liveDocs.deletedCount > 0
      flushed = part
    }
    try deleteReplaced()
    if let flushed { parts.append(flushed) }
    buffer = DocumentBuffer()
    try mergeLevels()
  }

  /// Adds the documents `document(0)` … `document(count - 1)`, in this order, each in place of the
  /// one with its key, on so many threads.
  ///
  /// The same as calls of ``replace(_:)``, but faster on more than one core: `document` is called
  /// on all threads at once, and texts are analysed there. What was added before becomes a segment
  /// of its own.
  ///
  /// - Throws: ``IndexError/fieldKindMismatch(field:found:expected:)``; some of the documents may
  ///   have been added then.
  public mutating func replace(
    count: Int, threads: Int, _ document: @escaping @Sendable (Int) -> Document
  ) throws(IndexError) {
    precondition(threads > 0)
    guard threads > 1 else {
      for index in 0..<count { try replace(document(index)) }
      return
    }
    var next = 0
    while next < count {
      try flush()
      let inversion = ParallelInversion(
        next..<count, kinds: kinds, memoryBytesMax: bufferBytesMax, document)
      (buffer, kinds) = try inversion.run(threads: threads)
      hasChanges = true
      next += buffer.documentCount
    }
    // The next single document would go behind those of the last round.
    try flush()
  }

  /// Deletes what the buffered documents replace in the segments before them.
  private mutating func deleteReplaced() throws(IndexError) {
    guard !parts.isEmpty else { return }
    for inverter in buffer.inverters {
      for number in 0..<UInt32(inverter.keys.table.count) {
        try deleteFromParts(inverter.keys.table.term(number))
      }
    }
  }

  private mutating func mergeForCommit() throws(IndexError) {
    for index in parts.indices.reversed() where parts[index].liveDocs.liveCount == 0 {
      parts.remove(at: index)
      hasChanges = true
    }
    if wantsOptimizing {
      try mergeAll()
      wantsOptimizing = false
    }
    for index in parts.indices where policy.wantsRewriting(candidates[index]) {
      try merge(index..<index + 1)
    }
    try mergeLevels()
  }

  /// Makes one segment without tombstones, in another order if one was asked for.
  private mutating func mergeAll() throws(IndexError) {
    let isOptimal = parts.isEmpty || (parts.count == 1 && parts[0].liveDocs.deletedCount == 0)
    let order = try reordering.map { reordering throws(IndexError) in
      try reordering.order(of: sources(parts.indices))
    }
    if let order, zip(order, order.dropFirst()).contains(where: { $0 > $1 }) {
      try merge(parts.indices, order: order)
    } else if !isOptimal {
      try merge(parts.indices)
    }
  }

  private mutating func mergeLevels() throws(IndexError) {
    while let range = policy.merge(of: candidates) { try merge(range) }
  }

  private var candidates: [MergePolicy.Candidate] {
    parts.map {
      MergePolicy.Candidate(
        bytes: $0.entry.file.length, documentCount: $0.entry.documentCount,
        deletedCount: $0.liveDocs.deletedCount)
    }
  }

  private func sources(_ range: Range<Int>) -> [MergeSource] {
    parts[range].map { MergeSource(segment: $0.segment, liveDocs: $0.liveDocs) }
  }

  /// Puts one segment in the place of those in `range`; see ``SegmentMerger`` for `order`.
  private mutating func merge(_ range: Range<Int>, order: [DocID]? = nil) throws(IndexError) {
    let sources = sources(range)
    let documentCount = sources.reduce(0) { $0 + $1.liveDocs.liveCount }
    guard documentCount <= SegmentFormat.documentCountMax else { return }
    hasChanges = true
    let number = nextSegment
    nextSegment += 1
    var writer = SegmentWriter(
      folder: folder.path, number: number, documentCount: documentCount,
      fileSystem: folder.fileSystem)
    let result = try SegmentMerger(sources, order: order).write(to: &writer)
    parts.replaceSubrange(range, with: [try part(number, documentCount, result)])
  }

  private func part(
    _ number: UInt64, _ documentCount: Int, _ result: SegmentWriter.Result
  ) throws(IndexError) -> Part {
    let entry = Manifest.SegmentEntry(
      number: number, documentCount: documentCount,
      file: Manifest.File(
        name: IndexFiles.segment(number), length: result.length, checksum: result.checksum))
    return Part(
      segment: try folder.segment(entry), entry: entry,
      liveDocs: LiveDocs(documentCount: documentCount))
  }

  private func writeTombstones(
    _ generation: UInt64
  ) throws(IndexError) -> [Manifest.SegmentEntry] {
    var entries: [Manifest.SegmentEntry] = []
    for part in parts {
      var entry = part.entry
      if part.hasNewDeletes {
        let bytes = part.liveDocs.encode(number: entry.number, generation: generation)
        let file = try write(bytes, as: IndexFiles.deletes(entry.number, generation))
        entry.deletes = Manifest.Deletes(
          generation: generation, count: part.liveDocs.deletedCount, file: file)
      }
      entries.append(entry)
    }
    return entries
  }

  private func write(
    _ attachments: [String: [UInt8]], _ generation: UInt64
  ) throws(IndexError) -> [Manifest.Attachment] {
    var kept = (committed?.attachments ?? []).filter { attachments[$0.name] == nil }
    for (name, bytes) in attachments.sorted(by: { $0.key < $1.key }) {
      let file = try write(bytes, as: IndexFiles.attachment(name, generation))
      kept.append(Manifest.Attachment(name: name, file: file))
    }
    return kept.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private func write(_ bytes: [UInt8], as name: String) throws(IndexError) -> Manifest.File {
    let folder = folder
    try withStorage { () throws(StorageError) in
      try folder.fileSystem.replaceFile(name, in: folder.path, with: bytes)
    }
    return Manifest.File(name: name, length: bytes.count, checksum: CRC32C.checksum(bytes))
  }

  /// Whether the index has these attachments already, byte for byte.
  private func hasAll(_ attachments: [String: [UInt8]]) throws(IndexError) -> Bool {
    for (name, bytes) in attachments {
      guard let old = committed?.attachments.first(where: { $0.name == name }),
        old.file.length == bytes.count, try folder.bytes(of: old) == bytes
      else { return false }
    }
    return true
  }
}
