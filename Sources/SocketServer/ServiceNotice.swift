internal import NIOCore
internal import NIOPosix

/// What a service manager is told, where one started the server (`sd_notify` of systemd).
///
/// A notice that cannot be sent is dropped: the server does not depend on who started it.
enum ServiceNotice: String {
  /// The server can be reached.
  case ready = "READY=1"
  /// The server stops.
  case stopping = "STOPPING=1"

  /// Sends it to the datagram socket at `path`; nil is nobody.
  func send(to path: String?, on group: any EventLoopGroup) async {
    // A name that does not begin with a slash is none of the file system, which is not needed here.
    guard let path, path.hasPrefix("/") else { return }
    let bootstrap = DatagramBootstrap(group: group)
    guard let channel = try? await bootstrap.connect(unixDomainSocketPath: path).get() else {
      return
    }
    try? await channel.writeAndFlush(ByteBuffer(string: rawValue))
    try? await channel.close()
  }
}
