internal import Storage
internal import Yams

/// A file of settings: YAML with one value for each key.
///
///     port: 7411
///     unix: /run/canfod/canfod.sock
///     idle_timeout_s: 600
enum ConfigurationFile {
  /// One line of it.
  struct Entry {
    let key: String
    let value: String
    let place: SettingPlace
  }

  /// The entries of the file at `path`, in order.
  static func read(_ path: String, bytesMax: Int) throws(SettingError) -> [Entry] {
    let bytes: [UInt8]
    do throws(StorageError) {
      bytes = try DiskFileSystem().read(path, bytesMax: bytesMax)
    } catch {
      throw SettingError(.file(path, line: nil), .unreadable(error))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw SettingError(.file(path, line: nil), .malformed)
    }
    return try entries(text, path)
  }

  private static func entries(_ text: String, _ path: String) throws(SettingError) -> [Entry] {
    let root: Node?
    do {
      // No resolver rules: `no` stays a word. UTF-8, whatever the environment says.
      root = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
    } catch {
      throw SettingError(.file(path, line: line(of: error)), .malformed)
    }
    guard let root else { return [] }
    func place(_ node: Node) -> SettingPlace { .file(path, line: node.mark?.line) }
    guard case .mapping(let mapping) = root else { throw SettingError(place(root), .noMap) }
    var entries: [Entry] = []
    for (key, value) in mapping {
      guard case .scalar(let name) = key, case .scalar(let text) = value else {
        throw SettingError(place(key), .noMap)
      }
      entries.append(Entry(key: name.string, value: text.string, place: place(key)))
    }
    return entries
  }

  private static func line(of error: any Error) -> Int? {
    switch error {
    case YamlError.scanner(_, _, let mark, _), YamlError.parser(_, _, let mark, _),
      YamlError.composer(_, _, let mark, _):
      mark.line
    default: nil
    }
  }
}
