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
  /// Listening on `place`, a Unix socket or an address and port, failed.
  case cannotListen(place: String, flag: ListeningFlag, fault: ListeningFault)
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
        "others can reach \(host) and there is no password: give one with --auth-file, or allow it "
          + "with --insecure-public",
        "gall eraill gyrraedd \(host) heb gyfrinair: rhowch un â --auth-file, neu caniatewch hynny "
          + "â --insecure-public"
      )
    case .unknownHost(let host):
      say("\(host) has no address", "nid oes cyfeiriad gan \(host)")
    case .nothingToListenOn:
      say("neither a port nor a Unix socket is given", "ni roddwyd porth na soced Unix")
    case .cannotListen(let place, let flag, let fault):
      say("cannot listen on \(place): ", "ni ellir gwrando ar \(place): ")
        + fault.words(flag, language)
    case .catalogue(let error): ErrorWording(error, language).message
    }
  }
}
