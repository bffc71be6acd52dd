import Storage

/// The frame of a segment file.
///
/// All numbers are little-endian.
///
///     segment = header section* table footer
///     header  = "CANFODSG" version:u32 documentCount:u32 number:u64 zero:36 crc:u32      64 bytes
///     section = body pad            body starts at a multiple of 64; pad = zeros up to the next
///     table   = entry*              one for each ``Section``, in its order, also for empty ones
///     entry   = section:u32 crc:u32 offset:u64 length:u64       crc and length are the body's
///     footer  = tableOffset:u64 tableLength:u64 tableCRC:u32 crc:u32 "CANFODSG"          32 bytes
///
/// Every CRC is a CRC-32C; those of header and footer are of the bytes before them in the same part.
/// Nothing is left to choice: sections follow each other without a gap, the table follows the last,
/// the footer ends the file. So each byte is header, body, zero, table or footer, and checked.
///
/// Example: a segment without documents has 64 bytes of header, the few bytes of `fields` at 64, an
/// empty body for each other section at 128, the table at 128 + what little they hold, 240 bytes long.
enum SegmentFormat {
  /// The first and the last 8 bytes.
  static let magic = Array("CANFODSG".utf8)
  /// The version of everything within a segment.
  static let version: UInt32 = 2
  /// What sections are aligned to, so that a body starts on a cache line.
  static let alignment = 64
  /// The header's length.
  static let headerLength = 64
  /// The length of one entry of the table.
  static let entryLength = 24
  /// The footer's length.
  static let footerLength = 32
  /// The most documents of a segment: doc ids stay clear of ``DocID/end``.
  static let documentCountMax = Int(Int32.max)

  /// The bytes of a header.
  static func header(number: UInt64, documentCount: Int) -> [UInt8] {
    var writer = ByteWriter()
    writer.append(contentsOf: magic)
    writer.uint32(version)
    writer.uint32(UInt32(documentCount))
    writer.uint64(number)
    writer.append(contentsOf: repeatElement(0, count: headerLength - 4 - writer.count))
    writer.uint32(CRC32C.checksum(writer.bytes))
    return writer.bytes
  }

  /// The bytes of a footer.
  static func footer(tableOffset: Int, table: [UInt8]) -> [UInt8] {
    var writer = ByteWriter()
    writer.uint64(UInt64(tableOffset))
    writer.uint64(UInt64(table.count))
    writer.uint32(CRC32C.checksum(table))
    writer.uint32(CRC32C.checksum(writer.bytes))
    writer.append(contentsOf: magic)
    return writer.bytes
  }

  /// The next multiple of ``alignment`` from `offset` on.
  static func aligned(_ offset: Int) -> Int { (offset + alignment - 1) & ~(alignment - 1) }
}
