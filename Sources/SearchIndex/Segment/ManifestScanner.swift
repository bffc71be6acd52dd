/// Reads the one shape of JSON that ``ManifestFormat`` writes, and refuses everything else.
struct ManifestScanner {
  private let bytes: [UInt8]
  private let end: Int
  private var offset = 0

  /// No number is larger, so that counting on from one has no end to run into.
  private static let numberMax: UInt64 = 1 << 48

  /// Reads `bytes` up to `end`.
  init(bytes: [UInt8], end: Int) {
    self.bytes = bytes
    self.end = end
  }

  /// Reads all but the last member.
  mutating func manifest(format: Int) throws(IndexError) -> Manifest {
    try literal("{\n  \"format\": ")
    let found = try count()
    guard found == format else {
      throw .unsupportedVersion(file: IndexFiles.manifest, found: found, supported: format)
    }
    try literal(",\n  \"generation\": ")
    let generation = try number()
    try literal(",\n  \"analysisVersion\": ")
    var manifest = Manifest(generation: generation, analysisVersion: try string())
    try literal(",\n  \"nextSegment\": ")
    manifest.nextSegment = try number()
    try literal(",\n")
    try array("fields") { (scanner) throws(IndexError) in
      manifest.fields.append(try scanner.field())
    }
    try array("segments") { (scanner) throws(IndexError) in
      manifest.segments.append(try scanner.segment())
    }
    try array("attachments") { (scanner) throws(IndexError) in
      try scanner.literal("{\"name\": ")
      let name = try scanner.string()
      try scanner.literal(", ")
      manifest.attachments.append(
        Manifest.Attachment(name: name, file: try scanner.fileMembers()))
      try scanner.literal("}")
    }
    try array("previousFiles") { (scanner) throws(IndexError) in
      manifest.previousFiles.append(try scanner.fileName())
    }
    guard offset == end else { throw corrupt("the last member") }
    return manifest
  }

  private mutating func field() throws(IndexError) -> Manifest.Field {
    try literal("{\"name\": ")
    let name = try string()
    try literal(", \"kind\": ")
    let kindName = try string()
    guard let kind = FieldKind.allCases.first(where: { $0.name == kindName }) else {
      throw corrupt("a field kind")
    }
    try literal("}")
    return Manifest.Field(name: name, kind: kind)
  }

  private mutating func segment() throws(IndexError) -> Manifest.SegmentEntry {
    try literal("{\"number\": ")
    let number = try number()
    try literal(", \"documents\": ")
    let documentCount = try count()
    try literal(", ")
    var entry = Manifest.SegmentEntry(
      number: number, documentCount: documentCount, file: try fileMembers())
    try literal(", \"deletes\": ")
    if !skip("null") {
      try literal("{\"generation\": ")
      let generation = try self.number()
      try literal(", \"count\": ")
      let deleted = try count()
      try literal(", ")
      entry.deletes = Manifest.Deletes(
        generation: generation, count: deleted, file: try fileMembers())
      try literal("}")
    }
    try literal("}")
    return entry
  }

  private mutating func fileMembers() throws(IndexError) -> Manifest.File {
    try literal("\"file\": ")
    let name = try fileName()
    try literal(", \"length\": ")
    let length = try count()
    try literal(", \"checksum\": ")
    let digits = try string()
    guard let checksum = UInt32(digits, radix: 16), hexadecimal(checksum) == digits else {
      throw corrupt("a checksum of eight digits")
    }
    return Manifest.File(name: name, length: length, checksum: checksum)
  }

  /// A name that stays within the folder.
  private mutating func fileName() throws(IndexError) -> String {
    let name = try string()
    guard !name.isEmpty, !name.utf8.contains(0x2F), !name.utf8.contains(0), name != ".",
      name != ".."
    else {
      throw corrupt("a file name")
    }
    return name
  }

  private mutating func array(
    _ name: String, _ row: (inout ManifestScanner) throws(IndexError) -> Void
  ) throws(IndexError) {
    try literal("  \"\(name)\": [")
    if !skip("]") {
      repeat {
        try literal("\n    ")
        try row(&self)
      } while skip(",")
      try literal("\n  ]")
    }
    try literal(",\n")
  }

  private mutating func count() throws(IndexError) -> Int {
    guard let value = Int(exactly: try number()) else { throw corrupt("a smaller number") }
    return value
  }

  private mutating func number() throws(IndexError) -> UInt64 {
    let start = offset
    while offset < end, (0x30...0x39).contains(bytes[offset]) { offset += 1 }
    let digits = String(decoding: bytes[start..<offset], as: UTF8.self)
    guard let value = UInt64(digits), value <= Self.numberMax, String(value) == digits else {
      offset = start
      throw corrupt("a number")
    }
    return value
  }

  private mutating func string() throws(IndexError) -> String {
    try literal("\"")
    var content: [UInt8] = []
    while offset < end, bytes[offset] != 0x22 {
      var byte = bytes[offset]
      guard byte >= 0x20 else { throw corrupt("an escape in place of a control character") }
      offset += 1
      if byte == 0x5C { byte = try escape() }
      content.append(byte)
    }
    try literal("\"")
    guard let string = String(validating: content, as: UTF8.self) else {
      throw corrupt("a string in UTF-8")
    }
    return string
  }

  private mutating func escape() throws(IndexError) -> UInt8 {
    if skip("\"") { return 0x22 }
    if skip("\\") { return 0x5C }
    try literal("u00")
    let digits = String(decoding: bytes[offset..<min(offset + 2, end)], as: UTF8.self)
    guard digits.utf8.count == 2, let value = UInt8(digits, radix: 16), value < 0x20 else {
      throw corrupt("a control character")
    }
    offset += 2
    return value
  }

  private mutating func literal(_ text: String) throws(IndexError) {
    guard skip(text) else { throw corrupt(text) }
  }

  private mutating func skip(_ text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard offset + wanted.count <= end,
      bytes[offset..<offset + wanted.count].elementsEqual(wanted)
    else { return false }
    offset += wanted.count
    return true
  }

  private func corrupt(_ expected: String) -> IndexError {
    ManifestFormat.corrupt(offset, expected)
  }
}
