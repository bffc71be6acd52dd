import Storage

/// The folder of an index: reads what a manifest names and checks it against the manifest.
struct IndexFolder: Sendable {
  /// The folder's path.
  let path: String
  /// The door to the disk.
  let fileSystem: any FileSystem

  /// The current manifest; nil where there is no index.
  func manifest() throws(IndexError) -> Manifest? {
    let bytes: [UInt8]
    do throws(StorageError) {
      bytes = try fileSystem.read(
        path(IndexFiles.manifest), bytesMax: ManifestFormat.bytesMax)
    } catch .notFound {
      return nil
    } catch .tooLarge(_, let length, let lengthMax) {
      throw ManifestFormat.corrupt(length, "at most \(lengthMax) bytes")
    } catch {
      throw IndexError(error)
    }
    return try ManifestFormat.decode(bytes)
  }

  /// The path of a file in the folder.
  func path(_ name: String) -> String { "\(path)/\(name)" }

  /// Opens a segment.
  ///
  /// Without `checksums` a small file's are looked at all the same.
  func segment(
    _ entry: Manifest.SegmentEntry, checksums: Bool = false
  ) throws(IndexError) -> Segment {
    let path = path(entry.file.name)
    let file = try withStorage { () throws(StorageError) in try fileSystem.map(path) }
    let segment = try Segment(
      file, name: entry.file.name, liveDocs: try liveDocs(entry),
      checksums: checksums || file.count <= Segment.checkedBytesMax)
    guard file.count == entry.file.length, segment.number == entry.number,
      segment.documentCount == entry.documentCount
    else {
      throw .corrupt(
        file: entry.file.name, section: "header", offset: 0,
        expected: "the segment that the manifest names")
    }
    return segment
  }

  /// The tombstones of a segment; nil if it has none.
  func liveDocs(_ entry: Manifest.SegmentEntry) throws(IndexError) -> LiveDocs? {
    guard let deletes = entry.deletes else { return nil }
    let bytes = try bytes(of: deletes.file, section: "deletes")
    let liveDocs = try LiveDocs(
      decoding: bytes, name: deletes.file.name, number: entry.number,
      generation: deletes.generation, documentCount: entry.documentCount)
    guard liveDocs.deletedCount == deletes.count else {
      throw .corrupt(
        file: deletes.file.name, section: "deletes", offset: 0,
        expected: "\(deletes.count) deleted documents")
    }
    return liveDocs
  }

  /// Maps an attachment, whose bytes nobody has looked at yet.
  func map(_ attachment: Manifest.Attachment) throws(IndexError) -> MappedFile {
    let path = path(attachment.file.name)
    let file = try withStorage { () throws(StorageError) in try fileSystem.map(path) }
    guard file.count == attachment.file.length else {
      throw Self.wrongLength(attachment.file, section: "attachment", found: file.count)
    }
    return file
  }

  /// The bytes of a mapped attachment.
  func bytes(
    of attachment: Manifest.Attachment, in file: MappedFile
  ) throws(IndexError) -> [UInt8] {
    let bytes = try withStorage { () throws(StorageError) in
      try ByteRegion(file).bytes(at: 0, length: file.count)
    }
    try Self.check(bytes, against: attachment.file, section: "attachment")
    return bytes
  }

  /// The bytes of an attachment.
  func bytes(of attachment: Manifest.Attachment) throws(IndexError) -> [UInt8] {
    try bytes(of: attachment.file, section: "attachment")
  }

  private func bytes(of file: Manifest.File, section: String) throws(IndexError) -> [UInt8] {
    let bytes: [UInt8]
    do throws(StorageError) {
      bytes = try fileSystem.read(path(file.name), bytesMax: file.length)
    } catch .tooLarge(_, let length, _) {
      throw Self.wrongLength(file, section: section, found: length)
    } catch {
      throw IndexError(error)
    }
    try Self.check(bytes, against: file, section: section)
    return bytes
  }

  private static func check(
    _ bytes: [UInt8], against file: Manifest.File, section: String
  ) throws(IndexError) {
    guard bytes.count == file.length else {
      throw wrongLength(file, section: section, found: bytes.count)
    }
    guard CRC32C.checksum(bytes) == file.checksum else {
      throw .corrupt(
        file: file.name, section: section, offset: 0,
        expected: "CRC-32C \(hexadecimal(file.checksum))")
    }
  }

  private static func wrongLength(
    _ file: Manifest.File, section: String, found: Int
  ) -> IndexError {
    .corrupt(
      file: file.name, section: section, offset: found, expected: "\(file.length) bytes")
  }
}
