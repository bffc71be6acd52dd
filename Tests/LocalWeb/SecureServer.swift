import Foundation
import Glibc
import NIOCore
import NIOPosix
import Synchronization

/// An https host: `openssl s_server` does the TLS, its pipes carry requests and answers.
///
/// It serves one connection at a time, so each answer asks for the connection to be closed.
final class SecureServer: Sendable {
  private let place: Place
  private let port: Int
  private let process: Process
  private let input = Pipe()
  private let received = Mutex<[UInt8]>([])

  /// Starts the program.
  init(_ place: Place, port: Int, _ files: Certificates.Files) throws {
    self.place = place
    self.port = port
    process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      // A crash of ours leaves it behind: an hour is enough for anything.
      "timeout", "--signal=KILL", "3600", "openssl", "s_server", "-quiet", "-accept",
      "\(place.address):\(port)", "-cert",
      files.certificate, "-key", files.key,
    ]
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    output.fileHandleForReading.readabilityHandler = { [weak self] handle in
      let data = handle.availableData
      if data.isEmpty {
        handle.readabilityHandler = nil
      } else {
        self?.receive(data)
      }
    }
    try process.run()
  }

  /// Waits until the host takes connections.
  func waitUntilReady(on group: MultiThreadedEventLoopGroup) async throws {
    for _ in 0..<250 {
      if let channel = try? await ClientBootstrap(group: group)
        .connect(host: place.address, port: port).get()
      {
        try await channel.close()
        return
      }
      try await Task.sleep(for: .milliseconds(20))
    }
    throw LocalWebError.silent(place.address)
  }

  /// Ends the program and the one that limits its time, which leads their process group.
  ///
  /// By SIGKILL, since children inherit that SIGTERM is blocked.
  func stop() { kill(-process.processIdentifier, SIGKILL) }

  private func receive(_ data: Data) {
    let text: String? = received.withLock { bytes in
      bytes += data
      let text = String(decoding: bytes, as: UTF8.self)
      guard let end = text.range(of: "\r\n\r\n") else { return nil }
      bytes = []
      // A connection that was broken off may have left half a request before this one.
      let start = ["GET /", "HEAD /"].compactMap { word in
        text.range(of: word, options: .backwards, range: text.startIndex..<end.lowerBound)?
          .lowerBound
      }.max()
      return start.map { String(text[$0..<end.lowerBound]) }
    }
    guard let text, let head = RequestHead(text) else { return }
    let reply = place.answer(head)
    var bytes = reply.head.dropLast(2) + Array("Connection: close\r\n\r\n".utf8)
    for case .send(let part) in reply.body { bytes += part }
    try? input.fileHandleForWriting.write(contentsOf: Data(bytes))
    place.end()
  }
}
