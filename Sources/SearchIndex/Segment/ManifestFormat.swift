import Storage

/// `manifest.json`: JSON of one fixed shape, one space and line break in one fixed place each.
///
///     {
///       "format": 1,
///       "generation": 7,
///       "analysisVersion": "en 1, cy 1",
///       "nextSegment": 5,
///       "fields": [
///         {"name": "audience", "kind": "tag"}
///       ],
///       "segments": [
///         {"number": 4, "documents": 130, "file": "segment-4.seg", "length": 8192,
///          "checksum": "0a1b2c3d", "deletes": null}
///       ],
///       "attachments": [],
///       "previousFiles": [],
///       "checksum": "9d0e1f2a"
///     }
///
/// (A row of an array is one line in the file.) `deletes`, where there are any, is
/// `{"generation": 6, "count": 2, "file": …, "length": …, "checksum": …}`. The last checksum is the
/// CRC-32C of the bytes before its line. Strings escape `"`, `\` and control characters (`\u001f`)
/// and nothing else. Whatever differs from this in a single byte is refused.
enum ManifestFormat {
  private static let trailerStart = Array("  \"checksum\": \"".utf8)
  private static let trailerEnd = Array("\"\n}\n".utf8)
  private static let format = 1

  /// A manifest may not be longer than this.
  static let bytesMax = 64 << 20

  /// The bytes of the file.
  static func encode(_ manifest: Manifest) -> [UInt8] {
    var text = "{\n  \"format\": \(format),\n  \"generation\": \(manifest.generation),\n"
    text += "  \"analysisVersion\": \(quoted(manifest.analysisVersion)),\n"
    text += "  \"nextSegment\": \(manifest.nextSegment),\n"
    text += array("fields", manifest.fields) {
      "{\"name\": \(quoted($0.name)), \"kind\": \(quoted($0.kind.name))}"
    }
    text += array("segments", manifest.segments) { segment in
      let deletes = segment.deletes.map {
        "{\"generation\": \($0.generation), \"count\": \($0.count), \(members(of: $0.file))}"
      }
      return "{\"number\": \(segment.number), \"documents\": \(segment.documentCount), "
        + "\(members(of: segment.file)), \"deletes\": \(deletes ?? "null")}"
    }
    text += array("attachments", manifest.attachments) {
      "{\"name\": \(quoted($0.name)), \(members(of: $0.file))}"
    }
    text += array("previousFiles", manifest.previousFiles) { quoted($0) }
    var bytes = Array(text.utf8)
    let checksum = CRC32C.checksum(bytes)
    bytes += trailerStart + Array(hexadecimal(checksum).utf8) + trailerEnd
    return bytes
  }

  /// Reads the bytes of the file.
  static func decode(_ bytes: [UInt8]) throws(IndexError) -> Manifest {
    let body = bytes.count - trailerStart.count - 8 - trailerEnd.count
    let trailer =
      body < 0 ? [] : trailerStart + hexadecimalBytes(of: bytes, upTo: body) + trailerEnd
    guard body >= 0, Array(bytes[body...]) == trailer else {
      throw corrupt(max(0, body), "the CRC-32C of the bytes before as the last member")
    }
    var scanner = ManifestScanner(bytes: bytes, end: body)
    return try scanner.manifest(format: format)
  }

  /// The error of something wrong at `offset`.
  static func corrupt(_ offset: Int, _ expected: String) -> IndexError {
    .corrupt(
      file: IndexFiles.manifest, section: "manifest", offset: offset, expected: expected)
  }

  private static func hexadecimalBytes(of bytes: [UInt8], upTo end: Int) -> [UInt8] {
    Array(hexadecimal(CRC32C.checksum(bytes, in: 0..<end)).utf8)
  }

  private static func array<Row>(
    _ name: String, _ rows: [Row], _ line: (Row) -> String
  ) -> String {
    guard !rows.isEmpty else { return "  \"\(name)\": [],\n" }
    return "  \"\(name)\": [\n    \(rows.map(line).joined(separator: ",\n    "))\n  ],\n"
  }

  private static func members(of file: Manifest.File) -> String {
    "\"file\": \(quoted(file.name)), \"length\": \(file.length), "
      + "\"checksum\": \(quoted(hexadecimal(file.checksum)))"
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C: quoted += "\\\(scalar)"
      case 0..<0x20:
        quoted += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
