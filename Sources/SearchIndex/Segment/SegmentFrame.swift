import Storage

/// The frame of a segment file as read and checked: header, footer, table and the extents of the
/// sections, all in time that does not depend on the file's size.
struct SegmentFrame: Sendable {
  /// One row of the section table.
  struct Entry: Sendable {
    /// The section.
    var section: Section
    /// The CRC-32C of its body.
    var checksum: UInt32
    /// The body.
    var body: SectionBytes
    /// The zeros after it.
    var padding: SectionBytes
  }

  /// The segment's number, which is in its name too.
  let number: UInt64
  /// The number of documents, deleted ones included.
  let documentCount: Int
  /// The sections in the order of ``Section/allCases``.
  let entries: [Entry]

  /// Reads the frame of `file`, called `name`.
  init(_ file: MappedFile, name: String) throws(IndexError) {
    let whole = ByteRegion(file)
    let least = SegmentFormat.headerLength + SegmentFormat.footerLength
    guard whole.count >= least else {
      throw .corrupt(
        file: name, section: "footer", offset: 0, expected: "a file of at least \(least) bytes")
    }
    let all = SectionBytes(whole, file: name, section: "file")
    (number, documentCount) = try Self.header(all)
    let (tableOffset, tableLength) = try Self.footer(all)
    entries = try Self.table(whole, name, tableOffset, tableLength)
  }

  /// The body of `section`.
  subscript(section: Section) -> SectionBytes { entries[Int(section.rawValue) - 1].body }

  /// Throws unless every section has its checksum and is followed by zeros.
  func checkSections() throws(IndexError) {
    for entry in entries {
      if let fault = Self.fault(of: entry) { throw fault }
    }
  }

  /// What is wrong with a section's checksum or padding.
  static func fault(of entry: Entry) -> IndexError? {
    guard entry.body.checksum == entry.checksum else {
      return entry.body.corrupt(at: 0, expected: "CRC-32C \(hexadecimal(entry.checksum))")
    }
    for offset in 0..<entry.padding.count where entry.padding.load(offset) != UInt8(0) {
      return entry.body.corrupt(at: entry.body.count + offset, expected: "zero padding")
    }
    return nil
  }

  private static func header(
    _ all: SectionBytes
  ) throws(IndexError) -> (number: UInt64, documentCount: Int) {
    let header = try all.range(at: 0, length: SegmentFormat.headerLength)
    func corrupt(_ offset: Int, _ expected: String) -> IndexError {
      .corrupt(file: all.file, section: "header", offset: offset, expected: expected)
    }
    let magic = SegmentFormat.magic
    guard try header.compare(at: 0, length: magic.count, with: magic) == 0 else {
      throw corrupt(0, "CANFODSG")
    }
    let checked = SegmentFormat.headerLength - 4
    guard try header.range(at: 0, length: checked).checksum == header.uint32(at: checked) else {
      throw corrupt(checked, "the header's CRC-32C")
    }
    let version = try header.uint32(at: 8)
    guard version == SegmentFormat.version else {
      throw .unsupportedVersion(
        file: all.file, found: Int(version), supported: Int(SegmentFormat.version))
    }
    let documentCount = Int(try header.uint32(at: 12))
    guard documentCount <= SegmentFormat.documentCountMax else {
      throw corrupt(12, "at most \(SegmentFormat.documentCountMax) documents")
    }
    return (try header.uint64(at: 16), documentCount)
  }

  private static func footer(
    _ all: SectionBytes
  ) throws(IndexError) -> (tableOffset: Int, tableLength: Int) {
    let start = all.count - SegmentFormat.footerLength
    let footer = try all.range(at: start, length: SegmentFormat.footerLength)
    func corrupt(_ offset: Int, _ expected: String) -> IndexError {
      .corrupt(file: all.file, section: "footer", offset: offset, expected: expected)
    }
    let magic = SegmentFormat.magic
    guard try footer.compare(at: 24, length: magic.count, with: magic) == 0 else {
      throw corrupt(24, "CANFODSG")
    }
    guard try footer.range(at: 0, length: 20).checksum == footer.uint32(at: 20) else {
      throw corrupt(20, "the footer's CRC-32C")
    }
    let length = Section.allCases.count * SegmentFormat.entryLength
    guard try footer.uint64(at: 8) == UInt64(length) else {
      throw corrupt(8, "a table of \(length) bytes")
    }
    let offset = start - length
    guard offset >= 0, try footer.uint64(at: 0) == UInt64(offset) else {
      throw corrupt(0, "a table that ends at the footer")
    }
    guard try all.range(at: offset, length: length).checksum == footer.uint32(at: 16) else {
      throw .corrupt(
        file: all.file, section: "table", offset: 0, expected: "the table's CRC-32C")
    }
    return (offset, length)
  }

  private static func table(
    _ whole: ByteRegion, _ name: String, _ tableOffset: Int, _ tableLength: Int
  ) throws(IndexError) -> [Entry] {
    let all = SectionBytes(whole, file: name, section: "file")
    let table = try all.range(at: tableOffset, length: tableLength)
    func corrupt(_ offset: Int, _ expected: String) -> IndexError {
      .corrupt(file: name, section: "table", offset: offset, expected: expected)
    }
    var entries: [Entry] = []
    var offset = SegmentFormat.headerLength
    for section in Section.allCases {
      let row = entries.count * SegmentFormat.entryLength
      guard try table.uint32(at: row) == section.rawValue else {
        throw corrupt(row, "section \(section.name)")
      }
      guard try table.uint64(at: row + 8) == UInt64(offset) else {
        throw corrupt(row + 8, "\(section.name) at \(offset)")
      }
      guard let length = Int(exactly: try table.uint64(at: row + 16)),
        length <= tableOffset - offset
      else {
        throw corrupt(row + 16, "a length that ends before the table")
      }
      let next = SegmentFormat.aligned(offset + length)
      guard next <= tableOffset else {
        throw corrupt(row + 16, "a length that ends before the table")
      }
      let body = try withStorage { () throws(StorageError) in
        try whole.region(at: offset, length: length)
      }
      let padding = try withStorage { () throws(StorageError) in
        try whole.region(at: offset + length, length: next - offset - length)
      }
      entries.append(
        Entry(
          section: section, checksum: try table.uint32(at: row + 4),
          body: SectionBytes(body, file: name, section: section.name),
          padding: SectionBytes(padding, file: name, section: section.name)))
      offset = next
    }
    guard offset == tableOffset else {
      throw corrupt(0, "a table that follows the last section")
    }
    return entries
  }
}

/// A checksum as errors and the manifest write it: eight lower-case digits.
func hexadecimal(_ value: UInt32) -> String {
  let digits = String(value, radix: 16)
  return String(repeating: "0", count: 8 - digits.count) + digits
}
