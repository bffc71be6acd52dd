internal import SearchIndex
public import Storage

/// Whether an index is whole: every byte under a checksum, every invariant held.
public struct IndexHealth: Sendable, Hashable {
  /// One thing that is wrong.
  public struct Fault: Sendable, Hashable {
    /// The file, relative to the index folder.
    public var file: String
    /// The section of the file.
    public var section: String
    /// The byte of the section, from 0.
    public var offset: Int
    /// What was expected there.
    public var expected: String
  }

  /// The generation looked at.
  public var generation: UInt64
  /// How many files were read.
  public var files: Int
  /// How many bytes they have.
  public var bytes: Int
  /// How many live documents they hold.
  public var documents: Int
  /// What is wrong; empty is whole.
  public var faults: [Fault]

  /// Reads all of the index in `folder` and checks it.
  ///
  /// Damage is reported, not thrown.
  ///
  /// - Throws: ``CatalogueError/index(_:)`` where there is no index or the disk fails.
  public static func check(
    index folder: String, fileSystem: any FileSystem = DiskFileSystem()
  ) throws(CatalogueError) -> IndexHealth {
    do throws(IndexError) {
      let found = try Verifier.verify(at: folder, fileSystem: fileSystem)
      return IndexHealth(
        generation: found.generation, files: found.fileCount, bytes: found.byteCount,
        documents: found.documentCount,
        faults: found.faults.map {
          Fault(file: $0.file, section: $0.section, offset: $0.offset, expected: $0.expected)
        })
    } catch {
      throw CatalogueError.index(error)
    }
  }
}
