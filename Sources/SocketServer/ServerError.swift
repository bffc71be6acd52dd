public import Catalogue
public import Records

/// Why a server did not start.
public enum ServerError: Error, Equatable, Sendable {
  /// Others could reach the address, and nobody said that they may.
  case publicAddress(host: String)
  /// The host's name has no address.
  case unknownHost(host: String)
  /// There is nothing to listen on.
  case nothingToListenOn
  /// Listening on `place` failed.
  case cannotListen(place: String, cause: String)
  /// The index does not open.
  case catalogue(CatalogueError)

  /// The error in words.
  public func message(_ language: InterfaceLanguage) -> String {
    func say(_ english: String, _ welsh: String) -> String {
      switch language {
      case .english: english
      case .welsh: welsh
      }
    }
    return switch self {
    case .publicAddress(let host):
      say(
        "\(host) can be reached from outside and there is no password: give --insecure-public, or bind to 127.0.0.1",
        "gellir cyrraedd \(host) o'r tu allan ac nid oes cyfrinair: rhowch --insecure-public, neu 127.0.0.1"
      )
    case .unknownHost(let host):
      say("\(host) has no address", "nid oes cyfeiriad gan \(host)")
    case .nothingToListenOn:
      say("neither a port nor a Unix socket is given", "ni roddwyd porth na soced Unix")
    case .cannotListen(let place, let cause):
      say("cannot listen on \(place): \(cause)", "ni ellir gwrando ar \(place): \(cause)")
    case .catalogue(let error): ErrorWording(error, language).message
    }
  }
}
