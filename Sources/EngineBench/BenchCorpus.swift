internal import FoundationEssentials
public import Storage

/// The bench's documents: JSON lines of `id`, `title`, `body`, `tag`.
public struct BenchCorpus: Sendable {
  /// A document.
  public struct Entry: Sendable {
    /// Its number.
    public var id: Int
    /// Title, line feed, body.
    public var text: String
    /// Its tag.
    public var tag: String
  }

  private struct Line: Decodable {
    var id: Int
    var title: String
    var body: String
    var tag: String
  }

  /// What is wrong with a corpus.
  public enum Failure: Error, Equatable, Sendable {
    /// The line, counted from 1, is no such object.
    case badLine(file: String, line: Int)
    /// The file cannot be read.
    case storage(StorageError)
  }

  /// The documents, in the order of the file.
  public private(set) var entries: [Entry] = []
  /// Bytes of all texts.
  public private(set) var textBytes = 0

  /// The largest file that is read.
  private static let bytesMax = 8 << 30

  /// Reads `file` into memory, as the peers do: reading is not what is measured.
  public init(file: String) throws(Failure) {
    let bytes: [UInt8]
    do throws(StorageError) {
      bytes = try DiskFileSystem().read(file, bytesMax: Self.bytesMax)
    } catch {
      throw .storage(error)
    }
    let decoder = JSONDecoder()
    for (number, line) in bytes.split(separator: UInt8(ascii: "\n")).enumerated() {
      guard let read = try? decoder.decode(Line.self, from: Data(line)) else {
        throw .badLine(file: file, line: number + 1)
      }
      let entry = Entry(id: read.id, text: read.title + "\n" + read.body, tag: read.tag)
      textBytes += entry.text.utf8.count
      entries.append(entry)
    }
  }
}
