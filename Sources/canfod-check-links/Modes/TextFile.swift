import Catalogue
import Storage

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
    let folder = path.dropLast(name.utf8.count + 1)
    do throws(StorageError) {
      try DiskFileSystem().replaceFile(
        name, in: folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : String(folder),
        with: Array(text.utf8))
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
