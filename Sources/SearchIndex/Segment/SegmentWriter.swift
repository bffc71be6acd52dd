import Storage

/// Writes one segment file: its sections are filled side by side, then put one after another.
///
/// Nothing has the segment's name until ``finish()`` has made it durable.
struct SegmentWriter: ~Copyable {
  /// The file that was written.
  struct Result: Sendable, Equatable {
    /// Its length in bytes.
    var length: Int
    /// The CRC-32C of the whole file.
    var checksum: UInt32
  }

  /// The segment's number.
  let number: UInt64
  /// The number of documents that it will have.
  let documentCount: Int
  /// The sections, to be filled; see ``Section`` for what each holds.
  var terms: SectionSpool
  var termIndex: SectionSpool
  var postings: SectionSpool
  var skips: SectionSpool
  var positions: SectionSpool
  var norms: SectionSpool
  var columns: SectionSpool
  var stored: SectionSpool
  var storedIndex: SectionSpool

  private let folder: String
  private let fileSystem: any FileSystem
  private var fields: [SegmentField] = []

  /// Starts segment `number` of the index in `folder`.
  init(
    folder: String, number: UInt64, documentCount: Int, fileSystem: any FileSystem,
    spillBytes: Int = SectionSpool.spillBytes
  ) {
    precondition(documentCount <= SegmentFormat.documentCountMax)
    self.folder = folder
    self.number = number
    self.documentCount = documentCount
    self.fileSystem = fileSystem
    func spool(_ section: Section) -> SectionSpool {
      SectionSpool(
        path: "\(folder)/\(IndexFiles.segment(number)).\(section.name).tmp",
        fileSystem: fileSystem, spillBytes: spillBytes)
    }
    terms = spool(.terms)
    termIndex = spool(.termIndex)
    postings = spool(.postings)
    skips = spool(.skips)
    positions = spool(.positions)
    norms = spool(.norms)
    columns = spool(.columns)
    stored = spool(.stored)
    storedIndex = spool(.storedIndex)
  }

  /// What makes writers of parts of this segment, for other threads.
  var apart: Apart {
    Apart(folder: folder, number: number, documentCount: documentCount, fileSystem: fileSystem)
  }

  /// Makes writers whose sections stay in memory, to be put into those of the segment's own writer;
  /// they are never finished.
  struct Apart: Sendable {
    fileprivate let folder: String
    fileprivate let number: UInt64
    fileprivate let documentCount: Int
    fileprivate let fileSystem: any FileSystem

    /// Makes a writer.
    func writer() -> SegmentWriter {
      SegmentWriter(
        folder: folder, number: number, documentCount: documentCount, fileSystem: fileSystem,
        spillBytes: .max)
    }
  }

  /// What a writer apart has collected.
  struct Contents: Sendable {
    fileprivate var fields: [SegmentField]
    fileprivate var sections: [Section: [UInt8]]
  }

  /// Hands over what was collected, of a writer apart.
  mutating func takeContents() -> Contents {
    defer { fields = [] }
    return Contents(
      fields: fields,
      sections: [
        .terms: terms.takeBuffer(), .termIndex: termIndex.takeBuffer(),
        .postings: postings.takeBuffer(), .skips: skips.takeBuffer(),
        .positions: positions.takeBuffer(), .norms: norms.takeBuffer(),
        .columns: columns.takeBuffer(), .stored: stored.takeBuffer(),
        .storedIndex: storedIndex.takeBuffer(),
      ])
  }

  /// Takes over what a writer apart has collected.
  ///
  /// - Precondition: this one is empty, since offsets are kept as they are.
  mutating func append(_ contents: Contents) throws(IndexError) {
    assert(fields.isEmpty && terms.count == 0 && postings.count == 0 && stored.count == 0)
    fields = contents.fields
    for (section, bytes) in contents.sections {
      switch section {
      case .fields: break
      case .terms: try terms.append(bytes)
      case .termIndex: try termIndex.append(bytes)
      case .postings: try postings.append(bytes)
      case .skips: try skips.append(bytes)
      case .positions: try positions.append(bytes)
      case .norms: try norms.append(bytes)
      case .columns: try columns.append(bytes)
      case .stored: try stored.append(bytes)
      case .storedIndex: try storedIndex.append(bytes)
      }
    }
  }

  /// Adds a field all of whose parts are written.
  ///
  /// - Precondition: its name is above that of the field before, in byte order.
  mutating func add(_ field: SegmentField) {
    assert(fields.last.map { $0.name.utf8.lexicographicallyPrecedes(field.name.utf8) } ?? true)
    fields.append(field)
  }

  /// Writes the file under its name: temporary name → fsync → rename.
  ///
  /// The folder is synced with the commit that names the segment.
  mutating func finish() throws(IndexError) -> Result {
    let name = IndexFiles.segment(number)
    let temporary = "\(folder)/\(name)\(IndexFiles.temporaryEnding)"
    let fileSystem = fileSystem
    let file = try withStorage { () throws(StorageError) in try fileSystem.create(temporary) }
    var output = FramedOutput(file: file)
    try output.write(SegmentFormat.header(number: number, documentCount: documentCount))
    var table = ByteWriter()
    for section in Section.allCases {
      let start = output.count
      output.beginSection()
      try drain(section, to: &output)
      output.endSection()
      table.uint32(section.rawValue)
      table.uint32(output.sectionChecksum)
      table.uint64(UInt64(start))
      table.uint64(UInt64(output.count - start))
      let padding = SegmentFormat.aligned(output.count) - output.count
      try output.write([UInt8](repeating: 0, count: padding))
    }
    let tableOffset = output.count
    try output.write(table.bytes)
    try output.write(SegmentFormat.footer(tableOffset: tableOffset, table: table.bytes))
    let result = Result(length: output.count, checksum: output.checksum)
    let target = "\(folder)/\(name)"
    try withStorage { () throws(StorageError) in
      try file.sync()
      try file.close()
      try fileSystem.rename(temporary, to: target)
    }
    return result
  }

  private mutating func drain(
    _ section: Section, to output: inout FramedOutput
  ) throws(IndexError) {
    switch section {
    case .fields:
      var writer = ByteWriter()
      writer.varint(fields.count)
      for field in fields { field.encode(into: &writer) }
      try output.write(writer.bytes)
    case .terms: try terms.drain { (part) throws(IndexError) in try output.write(part) }
    case .termIndex: try termIndex.drain { (part) throws(IndexError) in try output.write(part) }
    case .postings: try postings.drain { (part) throws(IndexError) in try output.write(part) }
    case .skips: try skips.drain { (part) throws(IndexError) in try output.write(part) }
    case .positions: try positions.drain { (part) throws(IndexError) in try output.write(part) }
    case .norms: try norms.drain { (part) throws(IndexError) in try output.write(part) }
    case .columns: try columns.drain { (part) throws(IndexError) in try output.write(part) }
    case .stored: try stored.drain { (part) throws(IndexError) in try output.write(part) }
    case .storedIndex: try storedIndex.drain { (part) throws(IndexError) in try output.write(part) }
    }
  }
}

/// A file being written, with its length and checksums so far.
private struct FramedOutput {
  private(set) var count = 0
  private var whole = CRC32C()
  private var section = CRC32C()
  private var sectionStart: Int?
  private let file: any WritableFile

  init(file: any WritableFile) {
    self.file = file
  }

  var checksum: UInt32 { whole.value }
  var sectionChecksum: UInt32 { section.value }

  mutating func beginSection() {
    section = CRC32C()
    sectionStart = count
  }

  /// Ends the section, whose bytes have been checksummed once: for itself.
  mutating func endSection() {
    if let sectionStart { whole.append(section, count: count - sectionStart) }
    sectionStart = nil
  }

  mutating func write(_ bytes: [UInt8]) throws(IndexError) {
    guard !bytes.isEmpty else { return }
    if sectionStart == nil { whole.update(bytes) } else { section.update(bytes) }
    count += bytes.count
    do throws(StorageError) { try file.write(bytes) } catch { throw IndexError(error) }
  }
}
