/// The names of an index's files within its folder.
enum IndexFiles {
  /// The file that says what the current generation is made of.
  static let manifest = "manifest.json"
  /// The file that the single writer holds locked.
  static let lock = "write.lock"
  /// The ending of a file that is being written and belongs to nobody yet.
  static let temporaryEnding = ".tmp"

  /// The segment called `number`.
  static func segment(_ number: UInt64) -> String { "segment-\(number).seg" }

  /// The tombstones of segment `number` as of `generation`.
  static func deletes(_ number: UInt64, _ generation: UInt64) -> String {
    "segment-\(number).\(generation).del"
  }

  /// The attachment `name` as of `generation`.
  static func attachment(_ name: String, _ generation: UInt64) -> String {
    "\(name)-\(generation).json"
  }

  /// Whether `file` is one that a writer of this index made, attachments called one of
  /// `attachments` included.
  ///
  /// Everything else in the folder is somebody else's.
  static func isOurs(_ file: String, attachments: Set<String>) -> Bool {
    if file.hasSuffix(temporaryEnding) {
      let whole = String(file.dropLast(temporaryEnding.count))
      return whole == manifest || isOurs(whole, attachments: attachments)
        || isSpill(whole)
    }
    if file.hasPrefix("segment-") {
      let parts = file.dropFirst("segment-".count).split(
        separator: ".", omittingEmptySubsequences: false)
      if parts.count == 2, parts[1] == "seg" { return isNumber(parts[0]) }
      if parts.count == 3, parts[2] == "del" { return isNumber(parts[0]) && isNumber(parts[1]) }
    }
    guard file.hasSuffix(".json"), let dash = file.lastIndex(of: "-") else { return false }
    let generation = file[file.index(after: dash)...].dropLast(".json".count)
    return attachments.contains(String(file[..<dash])) && isNumber(generation)
  }

  /// Whether an attachment may have this name: lower-case letters and underscores, so that its
  /// file cannot be taken for another.
  static func isAttachmentName(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x5F }
  }

  /// Whether `file` is a spilled section, `segment-<n>.seg.<section>`.
  private static func isSpill(_ file: String) -> Bool {
    let parts = file.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 3 && isOurs("\(parts[0]).\(parts[1])", attachments: [])
      && Section.allCases.contains { $0.name == parts[2] }
  }

  private static func isNumber(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
