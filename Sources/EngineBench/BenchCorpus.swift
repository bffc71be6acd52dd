public import Storage

/// The bench's documents: JSON lines of `id`, `title`, `body`, `tag`.
public struct BenchCorpus: Sendable {
  /// A document.
  public struct Entry: Sendable, Equatable {
    /// Its number.
    public var id: Int
    /// Title, line feed, body.
    public var text: String
    /// Its tag.
    public var tag: String
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

  /// Reads `file` into memory, as the peers do: reading is not what is measured.
  public init(file: String) throws(Failure) {
    let bytes: [UInt8]
    do throws(StorageError) {
      bytes = try DiskFileSystem().read(file, bytesMax: Self.bytesMax)
    } catch {
      throw .storage(error)
    }
    var scanner = BenchLineScanner()
    var start = 0
    var line = 0
    while start < bytes.count {
      line += 1
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      if end > start {
        do throws(BenchLineScanner.Malformed) {
          let entry = try scanner.entry(bytes.span.extracting(start..<end))
          textBytes += entry.text.utf8.count
          entries.append(entry)
        } catch {
          throw .badLine(file: file, line: line)
        }
      }
      start = end + 1
    }
  }

  /// The largest file that is read.
  private static let bytesMax = 8 << 30
}
