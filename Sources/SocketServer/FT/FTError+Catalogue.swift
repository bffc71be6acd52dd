internal import Catalogue
internal import Records

extension FTError {
  /// The service's own error.
  init(_ error: CatalogueError) {
    let wording = ErrorWording(error, .english)
    switch wording.code {
    case "ETIME": self = .timeout
    case "EINDEX": self.init("ERR index " + wording.message, code: wording.code)
    case "ELIMIT": self.init(wording.message, code: wording.code)
    default: self.init("ERR " + wording.message, code: wording.code)
    }
  }

  /// What `body` returns; its error as Redis' clients read it.
  static func from<Value>(
    _ body: () throws(CatalogueError) -> Value
  ) throws(FTError) -> Value {
    do throws(CatalogueError) {
      return try body()
    } catch {
      throw FTError(error)
    }
  }
}

extension FTDesk {
  /// The catalogue, where `name` is one of its index names.
  func catalogue(_ name: String) throws(FTError) -> Catalogue {
    try catalogue(name, else: "\(name): no such index")
  }

  /// The same for the commands that ask about an index itself, of which RediSearch words `message` in
  /// either of two ways.
  func catalogue(_ name: String, else message: String) throws(FTError) -> Catalogue {
    guard indexNames.contains(name) else { throw FTError(message, code: "ENOINDEX") }
    return catalogue
  }
}
