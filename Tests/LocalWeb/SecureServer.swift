import Foundation
import NIOCore
import NIOPosix
import Synchronization

/// An https host: for each connection an `openssl s_server` does the TLS, and its pipes carry
/// requests and answers.
///
/// The program serves one connection at a time, so each connection is passed on to a program of its
/// own, which listens at another port of the same address.
final class SecureServer: Sendable {
  private let place: Place
  private let files: Certificates.Files
  /// The port of the next program; the start is random, lest two webs at once get in each other's way.
  private let nextPort = Atomic<Int>(Int.random(in: 10_000..<19_000))

  /// Makes the host; ``listen(port:on:)`` opens it.
  init(_ place: Place, _ files: Certificates.Files) {
    self.place = place
    self.files = files
  }

  /// Opens the host's port.
  func listen(port: Int, on group: MultiThreadedEventLoopGroup) async throws -> any Channel {
    try await ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 256)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.autoRead, value: false)
      .childChannelInitializer { channel in
        self.serve(channel)
        return channel.eventLoop.makeSucceededVoidFuture()
      }
      .bind(host: place.address, port: port).get()
  }

  /// Starts a program for `channel` and joins the two once it listens.
  private func serve(_ channel: any Channel) {
    let port = nextPort.wrappingAdd(1, ordering: .relaxed).oldValue
    guard let terminator = try? TLSProgram(place, files, port: port) else {
      channel.close(promise: nil)
      return
    }
    channel.closeFuture.whenComplete { _ in terminator.stop() }
    join(channel, port, attempts: 400)
  }

  private func join(_ channel: any Channel, _ port: Int, attempts: Int) {
    let connected = ClientBootstrap(group: channel.eventLoop)
      .channelOption(.autoRead, value: false)
      .connect(host: place.address, port: port)
    connected.whenSuccess { inner in
      let joined = channel.eventLoop.makeCompletedFuture {
        try channel.pipeline.syncOperations.addHandler(Relay(to: inner))
        try inner.pipeline.syncOperations.addHandler(Relay(to: channel))
      }
      joined.flatMap { channel.setOption(.autoRead, value: true) }
        .flatMap { inner.setOption(.autoRead, value: true) }
        .whenFailure { _ in channel.close(promise: nil) }
    }
    connected.whenFailure { _ in
      guard attempts > 0 else {
        channel.close(promise: nil)
        return
      }
      channel.eventLoop.scheduleTask(in: .milliseconds(10)) {
        self.join(channel, port, attempts: attempts - 1)
      }
    }
  }
}

/// Passes what comes on to another channel.
private final class Relay: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let other: any Channel

  init(to other: any Channel) { self.other = other }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    other.writeAndFlush(unwrapInboundIn(data), promise: nil)
  }

  func channelInactive(context: ChannelHandlerContext) { other.close(promise: nil) }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }
}
