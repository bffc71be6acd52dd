extension FileSystem {
  /// Puts a file of `bytes` at `folder/name` so that a crash leaves either the old file or the whole
  /// new one: temporary name → fsync → rename → fsync of the folder.
  public func replaceFile(
    _ name: String, in folder: String, with bytes: [UInt8]
  ) throws(StorageError) {
    let temporary = folder + "/" + name + ".tmp"
    do throws(StorageError) {
      let file = try create(temporary)
      try file.write(bytes)
      try file.sync()
      try file.close()
      try rename(temporary, to: folder + "/" + name)
    } catch {
      // What was begun is no use to anybody; that it stays is no new error.
      try? remove(temporary)
      throw error
    }
    try syncFolder(folder)
  }
}
