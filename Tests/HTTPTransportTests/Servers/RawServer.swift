import Foundation
import Glibc
import Synchronization

/// A server of plain sockets on a loopback port that answers byte by byte as a test says.
///
/// Each connection has a thread of its own, which ends with the connection.
final class RawServer: Sendable {
  let port: Int
  private let listener: Int32
  private let counts = Mutex((connections: 0, requests: 0))

  /// Listens and has `serve` do each connection; afterwards the connection is closed.
  init(_ serve: @escaping @Sendable (RawConnection) -> Void) throws {
    let (listener, address) = try listening(backlog: 512)
    self.listener = listener
    port = Int(UInt16(bigEndian: address.sin_port))
    Thread.detachNewThread { [self] in
      while true {
        let socket = accept(listener, nil, nil)
        if socket < 0 { return }
        counts.withLock { $0.connections += 1 }
        Thread.detachNewThread { [self] in
          let connection = RawConnection(socket) { self.counts.withLock { $0.requests += 1 } }
          serve(connection)
          connection.close()
        }
      }
    }
  }

  /// One that gives each connection's requests the same answer, until the client goes.
  static func answering(_ text: String) throws -> RawServer {
    try RawServer { connection in
      while connection.readHead() != nil { connection.write(text) }
    }
  }

  var connectionCount: Int { counts.withLock { $0.connections } }
  var requestCount: Int { counts.withLock { $0.requests } }

  /// Stops listening; connections end by themselves.
  func stop() {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }
}

/// A server whose queue of connections is full: whoever comes now hears nothing.
final class FullServer: Sendable {
  let port: Int
  private let sockets: [Int32]

  init() throws {
    let (listener, address) = try listening(backlog: 0)
    port = Int(UInt16(bigEndian: address.sin_port))
    // Linux takes one more than the backlog; the others wait for a place.
    sockets =
      [listener]
      + (0..<4).map { _ in
        let client = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue), 0)
        var address = address
        _ = withUnsafeMutablePointer(to: &address) { pointer in
          pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
            connect(client, pointer, socklen_t(MemoryLayout<sockaddr_in>.size))
          }
        }
        return client
      }
  }

  deinit { for socket in sockets { close(socket) } }
}

/// A listening socket on a loopback port of the system's choice.
private func listening(backlog: Int32) throws -> (Int32, sockaddr_in) {
  let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
  var address = sockaddr_in()
  address.sin_family = sa_family_t(AF_INET)
  address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
  var length = socklen_t(MemoryLayout<sockaddr_in>.size)
  let status = withUnsafeMutablePointer(to: &address) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
      bind(listener, pointer, length) | listen(listener, backlog)
        | getsockname(listener, pointer, &length)
    }
  }
  guard status == 0 else { throw POSIXError(.EADDRINUSE) }
  return (listener, address)
}

/// One connection of a ``RawServer``.
final class RawConnection: Sendable {
  private let socket: Int32
  private let isOpen = Mutex(true)
  private let didRead: @Sendable () -> Void

  init(_ socket: Int32, didRead: @escaping @Sendable () -> Void) {
    self.socket = socket
    self.didRead = didRead
  }

  /// The next request's head, or nil where the client has gone.
  func readHead() -> String? {
    var head: [UInt8] = []
    var byte: UInt8 = 0
    while recv(socket, &byte, 1, 0) == 1 {
      head.append(byte)
      if head.suffix(4) == [13, 10, 13, 10] {
        didRead()
        return String(decoding: head, as: UTF8.self)
      }
    }
    return nil
  }

  /// Sends bytes; false where the client has gone.
  @discardableResult
  func write(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  @discardableResult
  func write(_ text: String) -> Bool { write(Array(text.utf8)) }

  /// Waits until the client closes the connection.
  func waitForEnd() {
    var byte: UInt8 = 0
    while recv(socket, &byte, 1, 0) > 0 {}
  }

  /// Ends the connection with a reset.
  func reset() {
    var linger = linger(l_onoff: 1, l_linger: 0)
    setsockopt(
      socket, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<Glibc.linger>.size))
    close()
  }

  func close() {
    isOpen.withLock { isOpen in
      if isOpen { _ = Glibc.close(socket) }
      isOpen = false
    }
  }
}
