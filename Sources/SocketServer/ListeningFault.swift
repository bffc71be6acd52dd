internal import Glibc
internal import NIOCore
internal import NIOPosix
internal import Records

/// The flag that says where to listen.
public enum ListeningFlag: String, Sendable {
  /// For requests, over TCP.
  case port = "--port"
  /// For requests, over a Unix socket.
  case unix = "--unix"
  /// For metrics.
  case metricsPort = "--metrics-port"
}

/// Why an address cannot be listened on.
public enum ListeningFault: Error, Equatable, Sendable {
  /// Somebody listens there already.
  case taken
  /// This user may not.
  case notPermitted
  /// The address is not one of this machine's, or the folder of the Unix socket is not there.
  case noSuchPlace
  /// There is a file at the path, and it is no Unix socket.
  case notASocket
  /// The path of a Unix socket is longer than the system allows.
  case pathTooLong
  /// The system refused with this error number.
  case system(errno: Int32)
  /// Something else, as the network library says it.
  case other(String)

  /// The fault that `error` of the network library stands for.
  init(_ error: any Error) {
    self =
      switch error {
      case let fault as ListeningFault: fault
      case let error as IOError:
        switch error.errnoCode {
        case EADDRINUSE: .taken
        case EACCES, EPERM: .notPermitted
        case EADDRNOTAVAIL, ENOENT, ENOTDIR: .noSuchPlace
        case ENOTSOCK, EPROTOTYPE: .notASocket
        case ENAMETOOLONG: .pathTooLong
        case let number: .system(errno: number)
        }
      case is UnixDomainSocketPathWrongType: .notASocket
      case SocketAddressError.unixDomainSocketPathTooLong: .pathTooLong
      default: .other("\(error)")
      }
  }

  /// What is wrong, and what to do where something can be done.
  func words(_ flag: ListeningFlag, _ language: InterfaceLanguage) -> String {
    func say(_ english: String, _ welsh: String) -> String {
      switch language {
      case .english: english
      case .welsh: welsh
      }
    }
    return switch self {
    case .taken where flag == .unix:
      say(
        "another server answers there; choose another path with --unix",
        "mae gweinydd arall yn ateb yno; dewiswch lwybr arall â --unix")
    case .taken:
      say(
        "the port is taken; choose another with \(flag.rawValue)",
        "mae'r porth eisoes ar waith; dewiswch un arall â \(flag.rawValue)")
    case .notPermitted where flag == .unix:
      say(
        "no permission; choose another path with --unix",
        "dim caniatâd; dewiswch lwybr arall â --unix")
    case .notPermitted:
      say(
        "no permission; choose a port from 1024 with \(flag.rawValue)",
        "dim caniatâd; dewiswch borth o 1024 ymlaen â \(flag.rawValue)")
    case .noSuchPlace where flag == .unix:
      say(
        "its folder is not there; make it, or choose another path with --unix",
        "nid yw'r ffolder yno; crëwch hi, neu dewiswch lwybr arall â --unix")
    case .noSuchPlace:
      say(
        "this machine does not have that address; choose another with --bind",
        "nid yw'r cyfeiriad hwnnw gan y peiriant hwn; dewiswch un arall â --bind")
    case .notASocket:
      say(
        "there is a file that is no Unix socket; choose another path with --unix",
        "mae ffeil yno nad yw'n soced Unix; dewiswch lwybr arall â --unix")
    case .pathTooLong:
      say(
        "the path is too long for a Unix socket; choose a shorter one with --unix",
        "mae'r llwybr yn rhy hir i soced Unix; dewiswch un byrrach â --unix")
    case .system(let number):
      say("the system refused (error \(number))", "gwrthododd y system (gwall \(number))")
    case .other(let text): text
    }
  }
}
