import Storage

extension IndexFolder {
  /// The numbers that the next segment and the next generation get: above all that are in use, also
  /// by files of a manifest that cannot be read any more.
  func nextNumbers(
    after manifest: Manifest?
  ) throws(IndexError) -> (segment: UInt64, generation: UInt64) {
    if let manifest { return (manifest.nextSegment, manifest.generation + 1) }
    var highest: UInt64 = 0
    for name in try names() where !name.hasSuffix(IndexFiles.temporaryEnding) {
      for part in name.split(whereSeparator: { $0 == "-" || $0 == "." }) {
        if let number = UInt64(part), number < 1 << 48 { highest = max(highest, number) }
      }
    }
    return (highest + 1, highest + 1)
  }

  /// Removes what writers left and neither `manifest` nor the generation before it names.
  ///
  /// Files that no writer made are left alone, and so is one that will not go: the next writer
  /// tries again.
  func removeFiles(
    except manifest: Manifest?, candidates: [String] = []
  ) throws(IndexError) {
    guard let manifest else {
      // Without a manifest nothing is known to be superfluous but what was never finished.
      for name in try names() where name.hasSuffix(IndexFiles.temporaryEnding) {
        if IndexFiles.isOurs(name, attachments: []) { remove(name) }
      }
      return
    }
    let kept = Set(manifest.files + manifest.previousFiles)
    let attachments = Set(manifest.attachments.map { $0.name })
    for name in try names() where !kept.contains(name) {
      if candidates.contains(name) || IndexFiles.isOurs(name, attachments: attachments) {
        remove(name)
      }
    }
  }

  private func names() throws(IndexError) -> [String] {
    try withStorage { () throws(StorageError) in try fileSystem.list(path) }
      .filter { !$0.isFolder }.map { $0.name }
  }

  private func remove(_ name: String) {
    do throws(StorageError) {
      try fileSystem.remove(path(name))
    } catch {
      // A superfluous file costs space and nothing else.
    }
  }
}
