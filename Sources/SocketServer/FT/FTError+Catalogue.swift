internal import Catalogue
internal import Records

extension FTError {
  /// How errors of the index begin.
  static let indexPrefix = "ERR index "

  /// The service's own error.
  init(_ error: CatalogueError) {
    let wording = ErrorWording(error, .english)
    switch wording.code {
    case "ETIME": self.init("Timeout limit was reached")
    case "EINDEX": self.init(Self.indexPrefix + wording.message)
    case "ELIMIT": self.init(wording.message)
    default: self.init("ERR " + wording.message)
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
    guard indexNames.contains(name) else { throw FTError("\(name): no such index") }
    return desk.catalogue
  }

  /// The catalogue, where `name` is one of its index names; in the words of the commands that ask about
  /// an index itself.
  func named(_ name: String, else message: String = "Unknown index name") throws(FTError)
    -> Catalogue
  {
    guard indexNames.contains(name) else { throw FTError(message) }
    return desk.catalogue
  }
}
