import Catalogue
import Storage
import Terminal

/// Text files by their paths.
enum TextFile {
  /// The text of the file at `path`.
  static func read(_ path: String, bytesMax: Int) throws(CatalogueError) -> String {
    do throws(StorageError) {
      let bytes = try DiskFileSystem().read(path, bytesMax: bytesMax)
      return String(decoding: bytes, as: UTF8.self)
    } catch {
      throw CatalogueError.storage(error)
    }
  }

  /// Puts `text` in the place of the file at `path`, in one step.
  static func write(_ text: String, to path: String) throws(CatalogueError) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let folder = path.dropLast(name.count + 1)
    do throws(StorageError) {
      // A device is written to, not replaced.
      if path.hasPrefix("/dev/") {
        let file = try DiskFileSystem().create(path)
        try file.write(Array(text.utf8))
        return try file.close()
      }
      try DiskFileSystem().replaceFile(
        name, in: folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : String(folder),
        with: Array(text.utf8))
    } catch {
      throw CatalogueError.storage(error)
    }
  }

  /// Sees that a file can be written at `path`, before long work is done for it.
  static func checkFolder(of path: String) throws(CatalogueError) {
    guard !path.hasPrefix("/dev/") else { return }
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    let folder = path.dropLast(name.count + 1)
    do throws(StorageError) {
      let place = folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : String(folder)
      guard try DiskFileSystem().entry(at: place)?.isFolder == true else {
        throw .notFound(path: place)
      }
      if try DiskFileSystem().entry(at: path)?.isFolder == true {
        throw .notPermitted(path: path, operation: "write")
      }
    } catch {
      throw CatalogueError.storage(error)
    }
  }

  /// Takes the lock at `path`, so that two do not write the same history.
  static func lock(_ path: String) throws(CatalogueError) -> any FileLock {
    do throws(StorageError) {
      return try DiskFileSystem().lock(path, holder: Environment.holder)
    } catch {
      throw CatalogueError.storage(error)
    }
  }

  /// Makes the folder at `path`, and those above it, where missing.
  static func makeFolder(_ path: String) throws(CatalogueError) {
    do throws(StorageError) {
      try DiskFileSystem().makeFolder(path)
    } catch {
      throw CatalogueError.storage(error)
    }
  }
}
