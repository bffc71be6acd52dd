/// Files that are no web pages.
enum Files {
  /// A PDF of one page with `title` on it.
  static func pdf(_ title: String) -> [UInt8] {
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      """
      << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font \
      << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>
      """,
      { (text: String) in
        "<< /Length \(text.utf8.count) >>\nstream\n\(text)\nendstream"
      }("BT /F1 18 Tf 72 720 Td (\(title)) Tj ET"),
    ]
    var file = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(file.utf8.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let table = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      let digits = String(offset)
      file += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    file += "trailer << /Root 1 0 R /Size \(objects.count + 1) >>\nstartxref\n\(table)\n%%EOF\n"
    return Array(file.utf8)
  }

  /// What looks like a film: an `ftyp` box and noise.
  static let video: [UInt8] =
    [0, 0, 0, 16] + Array("ftypisom".utf8) + [0, 0, 2, 0]
    + (0..<60_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }

  /// What looks like a picture: a PNG signature and noise.
  static let image: [UInt8] =
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
    + (0..<9_000).map { UInt8(truncatingIfNeeded: $0 &* 17) }

  /// `bytes` as gzip, in stored blocks.
  static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]
    var start = 0
    repeat {
      let end = min(start + 60_000, bytes.count)
      let length = UInt16(end - start)
      out.append(end == bytes.count ? 1 : 0)
      for part in [length, ~length] { out += [UInt8(part & 255), UInt8(part >> 8)] }
      out += bytes[start..<end]
      start = end
    } while start < bytes.count
    var crc: UInt32 = 0xffff_ffff
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? (crc >> 1) ^ 0xedb8_8320 : crc >> 1 }
    }
    for part in [~crc, UInt32(bytes.count)] {
      out += (0..<4).map { UInt8(truncatingIfNeeded: part >> (8 * UInt32($0))) }
    }
    return out
  }

  /// The start of a gzip stream that begins with `bytes` and goes on without end, and the piece that
  /// is sent again and again: 13 bytes stand for 2,064 blanks.
  ///
  /// Deflate's fixed codes: a literal blank, then matches of length 258 at distance 1, each 13 bits.
  static func bomb(_ bytes: [UInt8]) -> (start: [UInt8], piece: [UInt8]) {
    var out = gzip(bytes).dropLast(8)
    // The stored blocks must not be the last: clear the flag of the only one.
    out[out.startIndex + 10] = 0
    var bits: [UInt8] = [1, 1, 0]
    // Blank (0x20) is 0x30 + 0x20 in eight bits, most significant first.
    bits += (0..<8).map { (UInt8(0x50) >> UInt8(7 - $0)) & 1 }
    // To a byte's border with matches: 11 + 13 n is a multiple of 8 for n = 1 (24 bits).
    bits += match
    let piece = packed((0..<(8 * 512)).flatMap { _ in match })
    return (Array(out) + packed(bits), piece)
  }

  /// Length 258 (code 285: 1100 0101), distance 1 (code 0: five zero bits).
  private static let match: [UInt8] = [1, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0]

  /// Bits as bytes, the first bit lowest.
  private static func packed(_ bits: [UInt8]) -> [UInt8] {
    stride(from: 0, to: bits.count, by: 8).map { start in
      (0..<8).reduce(0) { $0 | (bits[start + $1] << UInt8($1)) }
    }
  }
}
