internal import NIOCore
internal import NIOPosix

/// Something to listen on.
enum ListeningAddress: CustomStringConvertible {
  case tcp(SocketAddress, host: String, port: Int)
  case unix(path: String)

  /// What `configuration` asks to listen on.
  ///
  /// An address that is not this machine's own loopback needs a password, or to be asked for by
  /// ``ServerConfiguration/insecurePublic``.
  static func all(of configuration: ServerConfiguration) throws(ServerError) -> [Self] {
    var addresses: [Self] = []
    if let host = configuration.host, !configuration.isUnixOnly {
      let address: SocketAddress
      do {
        address = try SocketAddress.makeAddressResolvingHost(host, port: configuration.port)
      } catch {
        throw .unknownHost(host: host)
      }
      guard
        isLoopback(address) || configuration.password != nil || configuration.insecurePublic
      else {
        throw .publicAddress(host: host)
      }
      addresses.append(.tcp(address, host: host, port: configuration.port))
    }
    if let path = configuration.unixPath { addresses.append(.unix(path: path)) }
    guard !addresses.isEmpty else { throw .nothingToListenOn }
    return addresses
  }

  /// Listens.
  ///
  /// A Unix socket's file that a server has left behind is replaced; one that is answered is not.
  func bind(
    _ bootstrap: ServerBootstrap, on group: any EventLoopGroup
  ) async throws(ServerError) -> any Channel {
    do {
      switch self {
      case .tcp(let address, _, _): return try await bootstrap.bind(to: address).get()
      case .unix(let path):
        let isLeftBehind = try await UnixSocketFile.isLeftBehind(path, on: group)
        return try await bootstrap.bind(
          unixDomainSocketPath: path, cleanupExistingSocketFile: isLeftBehind
        ).get()
      }
    } catch {
      throw .cannotListen(
        place: description, flag: flag, fault: ListeningFault(error))
    }
  }

  private var flag: ListeningFlag {
    switch self {
    case .tcp: .port
    case .unix: .unix
    }
  }

  /// Whether only this machine can reach it.
  var isLocal: Bool {
    switch self {
    case .tcp(let address, _, _): Self.isLoopback(address)
    case .unix: true
    }
  }

  /// Where it is, for messages.
  var description: String {
    switch self {
    case .tcp(_, let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    case .unix(let path): path
    }
  }

  private static func isLoopback(_ address: SocketAddress) -> Bool {
    guard let ip = address.ipAddress else { return false }
    return ip == "::1" || ip.hasPrefix("127.") || ip.hasPrefix("::ffff:127.")
  }
}

/// Where a server listens, once it does.
public enum ListeningPlace: Sendable, Hashable, CustomStringConvertible {
  /// A TCP port of an address.
  case tcp(host: String, port: Int)
  /// A Unix socket.
  case unix(path: String)
  /// The HTTP port of the metrics.
  case metrics(host: String, port: Int)

  init?(_ address: SocketAddress?) {
    guard let address else { return nil }
    if let host = address.ipAddress, let port = address.port {
      self = .tcp(host: host, port: port)
    } else if let path = address.pathname {
      self = .unix(path: path)
    } else {
      return nil
    }
  }

  /// As `127.0.0.1:7411`, the path, or `http://127.0.0.1:9411/metrics`.
  public var description: String {
    switch self {
    case .metrics(let host, let port): "http://\(host):\(port)/metrics"
    case .tcp(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    case .unix(let path): path
    }
  }
}
