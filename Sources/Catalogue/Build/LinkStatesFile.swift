internal import FoundationEssentials
public import Records
public import Storage

/// What the last link check found, as a file beside the index: `links.json`.
///
/// A link check writes it and a build reads it; a build without it knows no states. It is not derived
/// from the corpus, so no build and no clean-up removes it.
///
///     file = {"links":[status, …],"version":1}        one line, keys sorted, ascending by the url's bytes
///
/// Example: `{"links":[{"evidence":[{"status":{"_0":404}}],"since":1764115200,"state":"suspected",`
/// `"url":"https://a.example/"}],"version":1}`
public struct LinkStatesFile: Sendable {
  /// The name in the folder of the index.
  public static let name = "links.json"
  /// The most bytes that are read or written: about a million links.
  public static let bytesMax = 256 << 20

  private static let version = 1

  /// The bytes' form.
  private struct Content: Codable {
    var version: Int
    var links: [LinkStatus]
  }

  /// Only the version, which is read first.
  private struct Head: Codable {
    var version: Int
  }

  private let folder: String
  private let fileSystem: any FileSystem

  /// The file of the index in `folder`.
  public init(index folder: String, fileSystem: any FileSystem = DiskFileSystem()) {
    self.folder = folder
    self.fileSystem = fileSystem
  }

  /// The states by address; none where there is no file.
  ///
  /// - Throws: ``CatalogueError/badLinkStates(file:)`` where the file is damaged or of another version,
  ///   `.storage` where it is too large or cannot be read.
  public func read() throws(CatalogueError) -> [LinkStatus] {
    let bytes: [UInt8]
    do throws(StorageError) {
      bytes = try fileSystem.read(path, bytesMax: Self.bytesMax)
    } catch .notFound {
      return []
    } catch {
      throw CatalogueError.storage(error)
    }
    let decoder = JSONDecoder()
    guard let head = try? decoder.decode(Head.self, from: Data(bytes)),
      head.version == Self.version,
      let content = try? decoder.decode(Content.self, from: Data(bytes)),
      Self.isAscending(content.links)
    else { throw CatalogueError.badLinkStates(file: path) }
    return content.links
  }

  /// Puts `links` in the place of what was there, in one step; of several with one address the last
  /// counts.
  ///
  /// - Throws: `.storage` where it cannot be written or would be too large to be read.
  public func write(_ links: [LinkStatus]) throws(CatalogueError) {
    let byURL = Dictionary(links.map { ($0.url, $0) }) { $1 }
    let sorted = byURL.values.sorted { Self.isBefore($0.url, $1.url) }
    let bytes = Self.encode(Content(version: Self.version, links: sorted))
    do throws(StorageError) {
      guard bytes.count <= Self.bytesMax else {
        throw .tooLarge(path: path, bytes: bytes.count, bytesMax: Self.bytesMax)
      }
      try fileSystem.makeFolder(folder)
      try fileSystem.replaceFile(Self.name, in: folder, with: bytes)
    } catch {
      throw CatalogueError.storage(error)
    }
  }

  private var path: String { folder + "/" + Self.name }

  private static func encode(_ content: Content) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(content))
    } catch {
      preconditionFailure("plain values always encode: \(error)")
    }
  }

  private static func isAscending(_ links: [LinkStatus]) -> Bool {
    zip(links, links.dropFirst()).allSatisfy { isBefore($0.url, $1.url) }
  }

  private static func isBefore(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
