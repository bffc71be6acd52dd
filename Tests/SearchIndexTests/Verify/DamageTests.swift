import Storage
import TestSupport
import Testing

@testable import SearchIndex

struct DamageTests {
  /// An index of two segments, one with tombstones, and an attachment.
  private func makeIndex(in folder: TemporaryFolder, documents: Int, seed: inout Seed) throws {
    var random = RandomDocuments(seed)
    random.wordCount = 50
    random.textWordsMax = 8
    let batch = random.next(documents)
    var writer = try IndexWriter(
      at: folder.path, analysisVersion: "1", holder: "test", policy: .never)
    for document in batch { try writer.replace(document) }
    _ = try writer.commit(attachments: ["catalogue": Array("{\"a\": 1}".utf8)])
    for document in batch.prefix(documents / 3) { try writer.replace(document) }
    _ = try writer.commit()
    writer.close()
    seed = random.seed
  }

  /// The files of the index that a reader needs.
  private func files(of folder: TemporaryFolder) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for entry in try DiskFileSystem().list(folder.path) where entry.name != "write.lock" {
      files[entry.name] = try DiskFileSystem().read(folder.path(entry.name), bytesMax: .max)
    }
    return files
  }

  /// The section of a segment file that an offset belongs to; nil for files of another kind.
  private func section(of offset: Int, in name: String, _ bytes: [UInt8]) throws -> String? {
    guard name.hasSuffix(".seg") else { return nil }
    if offset < SegmentFormat.headerLength { return "header" }
    let tableEnd = bytes.count - SegmentFormat.footerLength
    if offset >= tableEnd { return "footer" }
    if offset >= tableEnd - Section.allCases.count * SegmentFormat.entryLength { return "table" }
    let frame = try SegmentFrame(MappedFile(copying: bytes, path: name), name: name)
    var end = SegmentFormat.headerLength
    for entry in frame.entries {
      end += entry.body.count + entry.padding.count
      if offset < end { return entry.section.name }
    }
    return nil
  }

  private func damage(_ error: IndexError?) -> (file: String, section: String)? {
    guard case .corrupt(let file, let section, _, _)? = error else { return nil }
    return (file, section)
  }

  /// Opens the index and reads its attachments, which are not looked at before that.
  private func readAll(_ folder: TemporaryFolder) throws(IndexError) {
    try IndexReader.open(at: folder.path).checkAttachments()
  }

  @Test func `200 random flips are each found by verify with file and section, and by reading`()
    throws
  {
    var seed = Seed()
    let folder = try TemporaryFolder()
    try makeIndex(in: folder, documents: 300, seed: &seed)
    let files = try files(of: folder)
    #expect(files.count == 5)
    let names = files.keys.sorted()
    #expect(try Verifier.verify(at: folder.path).isSound)
    for round in 0..<200 {
      let name = names[round % 3 == 0 ? round / 3 % names.count : names.count - 1 - round % 2]
      let bytes = try #require(files[name])
      let offset = Int.random(in: 0..<bytes.count, using: &seed)
      var flipped = bytes
      flipped[offset] ^= UInt8.random(in: 1...255, using: &seed)
      try folder.write(name, flipped)
      let faults = try Verifier.verify(at: folder.path).faults
      let expected = try section(of: offset, in: name, bytes)
      #expect(faults.count == 1, "\(name) at \(offset), seed \(seed.value)")
      #expect(faults.first?.file == name)
      if let expected {
        #expect(faults.first?.section == expected, "\(name) at \(offset)")
      }
      let error = #expect(throws: IndexError.self) { try readAll(folder) }
      #expect(damage(error)?.file == name)
      #expect(damage(error)?.section == faults.first?.section)
      try folder.write(name, bytes)
    }
    #expect(try Verifier.verify(at: folder.path).isSound)
  }

  @Test func `no byte of a small index is unchecked`() throws {
    var seed = Seed()
    let folder = try TemporaryFolder()
    try makeIndex(in: folder, documents: 4, seed: &seed)
    let files = try files(of: folder)
    for (name, bytes) in files {
      var flipped = bytes
      for offset in bytes.indices {
        flipped[offset] ^= 1 << UInt8(offset % 8)
        try folder.write(name, flipped)
        let faults = try Verifier.verify(at: folder.path).faults
        #expect(faults.first?.file == name, "\(name) at \(offset)")
        flipped[offset] = bytes[offset]
      }
      try folder.write(name, bytes)
    }
  }

  @Test func `a file cut at any section's border is refused`() throws {
    var seed = Seed()
    let folder = try TemporaryFolder()
    try makeIndex(in: folder, documents: 100, seed: &seed)
    for (name, bytes) in try files(of: folder) {
      var cuts: Set<Int> = [0, 1, bytes.count - 1, bytes.count / 2]
      if name.hasSuffix(".seg") {
        cuts.formUnion([64, bytes.count - 32, bytes.count - 33, bytes.count - 272])
        let frame = try SegmentFrame(MappedFile(copying: bytes, path: name), name: name)
        var end = 64
        for entry in frame.entries {
          cuts.formUnion([end, end + entry.body.count])
          end += entry.body.count + entry.padding.count
        }
      }
      for cut in cuts.sorted() where cut < bytes.count {
        try folder.write(name, Array(bytes[..<cut]))
        let error = #expect(throws: IndexError.self) { try IndexReader.open(at: folder.path) }
        #expect(damage(error)?.file == name, "\(name) cut at \(cut): \(String(describing: error))")
        #expect(try Verifier.verify(at: folder.path).faults.map { $0.file } == [name])
      }
      try folder.write(name, bytes + [0])
      #expect(throws: IndexError.self) { try IndexReader.open(at: folder.path) }
      #expect(try !Verifier.verify(at: folder.path).isSound)
      try folder.write(name, bytes)
    }
  }

  @Test func `a missing file is named`() throws {
    var seed = Seed()
    let folder = try TemporaryFolder()
    try makeIndex(in: folder, documents: 20, seed: &seed)
    for (name, bytes) in try files(of: folder) where name != "manifest.json" {
      try DiskFileSystem().remove(folder.path(name))
      let error = #expect(throws: IndexError.self) { try IndexReader.open(at: folder.path) }
      #expect(damage(error)?.file == name)
      #expect(damage(error)?.section == "file")
      #expect(
        try Verifier.verify(at: folder.path).faults
          == [
            .init(
              file: name, section: "file", offset: 0, expected: "the file that the manifest names")
          ])
      try folder.write(name, bytes)
    }
  }

  @Test func `the file of another segment is not taken for the one that is named`() throws {
    let folder = try TemporaryFolder()
    try folder.index([[Document(key: "a")], [Document(key: "b")]])
    let files = try files(of: folder)
    try folder.write("segment-2.seg", try #require(files["segment-1.seg"]))
    #expect(try Verifier.verify(at: folder.path).faults.map { $0.file } == ["segment-2.seg"])
    let error = #expect(throws: IndexError.self) { try IndexReader.open(at: folder.path) }
    #expect(damage(error)?.file == "segment-2.seg")
  }

  @Test func `a file of another version of the format says so`() throws {
    let folder = try TemporaryFolder()
    try folder.index([[Document(key: "a")]])
    var bytes = try #require(try files(of: folder)["segment-1.seg"])
    bytes[8] = 9
    let checksum = CRC32C.checksum(Array(bytes[..<60]))
    for shift in 0..<4 { bytes[60 + shift] = UInt8(truncatingIfNeeded: checksum >> (8 * shift)) }
    try folder.write("segment-1.seg", bytes)
    #expect(
      throws: IndexError.unsupportedVersion(file: "segment-1.seg", found: 9, supported: 2)
    ) {
      try IndexReader.open(at: folder.path)
    }
    #expect(try !Verifier.verify(at: folder.path).isSound)
  }

  // What follows is about files that are too long to be checked whole when they are opened, and
  // about files made to harm: their bytes lie, and nothing may trap.

  @Test func `reading a damaged segment unchecked ends in an error or in an answer`() throws {
    var seed = Seed()
    let folder = try TemporaryFolder()
    try makeIndex(in: folder, documents: 160, seed: &seed)
    let bytes = try #require(try files(of: folder)["segment-1.seg"])
    var errorCount = 0
    for _ in 0..<250 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...3, using: &seed) {
        let offset = Int.random(in: 64..<bytes.count - 272, using: &seed)
        damaged[offset] =
          [0, 0x7F, 0x80, 0xFF, UInt8.random(in: 0...255, using: &seed)]
          .randomElement(using: &seed) ?? 0
      }
      if !readsWhole(damaged) { errorCount += 1 }
    }
    #expect(errorCount > 30, "damage does show")
  }

  @Test func `damage with right checksums never traps, in readers or in verify`() throws {
    var seed = Seed()
    let folder = try TemporaryFolder()
    try folder.index([RandomDocuments(seed).nextBatch(160)])
    let manifest = try #require(
      try IndexFolder(path: folder.path, fileSystem: DiskFileSystem()).manifest())
    let bytes = try #require(try files(of: folder)["segment-1.seg"])
    let frame = try SegmentFrame(MappedFile(copying: bytes, path: "s"), name: "s")
    var faultCount = 0
    for round in 0..<400 {
      // Small sections get their turn as often as large ones.
      let section = Section.allCases[round % Section.allCases.count]
      let start = start(of: section, in: frame)
      guard frame[section].count > 0 else { continue }
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...2, using: &seed) {
        let offset = start + Int.random(in: 0..<frame[section].count, using: &seed)
        damaged[offset] =
          [0, 1, 0x7F, 0x80, 0xFF, damaged[offset] &+ 1, damaged[offset] &- 1]
          .randomElement(using: &seed) ?? 0
      }
      damaged = withChecksums(damaged, frame)
      _ = readsWhole(damaged)
      try folder.write("segment-1.seg", damaged)
      var changed = manifest
      changed.segments[0].file.checksum = CRC32C.checksum(damaged)
      try folder.write("manifest.json", ManifestFormat.encode(changed))
      if try !Verifier.verify(at: folder.path).isSound { faultCount += 1 }
    }
    #expect(faultCount > 200, "verify sees more than checksums: \(faultCount)")
  }

  /// Reads all there is of a segment without looking at checksums; whether that went well.
  private func readsWhole(_ bytes: [UInt8]) -> Bool {
    do throws(IndexError) {
      let segment = try Segment(
        MappedFile(copying: bytes, path: "s"), name: "s", liveDocs: nil, checksums: false)
      var isWhole = true
      for part in [segment.keys] + segment.fieldNames.compactMap({ segment.field($0) }) {
        do throws(IndexError) { try read(part, of: segment) } catch { isWhole = false }
      }
      for docID in 0..<DocID(segment.documentCount) { _ = try segment.stored(docID) }
      return isWhole
    } catch {
      return false
    }
  }

  private func read(_ field: SegmentField, of segment: Segment) throws(IndexError) {
    let numbers = try segment.numbers(of: field)
    let norms = try segment.norms(of: field)
    let tags = try segment.tags(of: field)
    var ordinals: [Int] = []
    for docID in 0..<DocID(segment.documentCount) {
      _ = numbers?.value(docID)
      _ = norms?.norm(docID)
      _ = tags?.firstOrdinal(docID)
      tags?.ordinals(docID, into: &ordinals)
    }
    if let tags { for ordinal in 0..<tags.valueCount { _ = try tags.value(ordinal) } }
    var terms = try segment.terms(in: field, from: [])
    var positions: [UInt32] = []
    var impacts: [Impact] = []
    while try terms.next() {
      _ = try segment.termInfo(terms.term, in: field)
      var cursor = try segment.postings(terms.info, in: field)
      while try cursor.next() != .end {
        _ = try cursor.frequency()
        if field.kind == .text { try cursor.positions(into: &positions) }
        if field.kind == .text { try cursor.skipData?.impacts(cursor.block, into: &impacts) }
      }
      var skipping = try segment.postings(terms.info, in: field)
      while try skipping.advance(to: skipping.docID &+ 50) != .end {
        if skipping.docID > .end - 50 { break }
      }
    }
  }

  private func start(of section: Section, in frame: SegmentFrame) -> Int {
    var start = SegmentFormat.headerLength
    for entry in frame.entries {
      if entry.section == section { return start }
      start += entry.body.count + entry.padding.count
    }
    return start
  }

  /// The file with the checksums that its bytes have now.
  private func withChecksums(_ bytes: [UInt8], _ frame: SegmentFrame) -> [UInt8] {
    var bytes = bytes
    func put(_ value: UInt32, at offset: Int) {
      for shift in 0..<4 { bytes[offset + shift] = UInt8(truncatingIfNeeded: value >> (8 * shift)) }
    }
    let footer = bytes.count - SegmentFormat.footerLength
    let table = footer - Section.allCases.count * SegmentFormat.entryLength
    for (row, entry) in frame.entries.enumerated() {
      let start = start(of: entry.section, in: frame)
      let body = Array(bytes[start..<start + entry.body.count])
      put(CRC32C.checksum(body), at: table + row * SegmentFormat.entryLength + 4)
    }
    put(CRC32C.checksum(Array(bytes[table..<footer])), at: footer + 16)
    put(CRC32C.checksum(Array(bytes[footer..<footer + 20])), at: footer + 20)
    return bytes
  }
}

extension RandomDocuments {
  /// So many documents of a generator that is used once.
  fileprivate func nextBatch(_ count: Int) -> [Document] {
    var random = self
    random.wordCount = 50
    random.textWordsMax = 8
    return random.next(count)
  }
}
