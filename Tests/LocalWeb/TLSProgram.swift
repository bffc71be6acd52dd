import Foundation
import Glibc
import Synchronization

/// One run of `openssl s_server`, for one connection.
final class TLSProgram: Sendable {
  private let place: Place
  private let process: Process
  private let input = Pipe()
  private let received = Mutex<[UInt8]>([])

  /// Starts it; it listens at `port`.
  init(_ place: Place, _ files: Certificates.Files, port: Int) throws {
    self.place = place
    process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "openssl", "s_server", "-quiet", "-naccept", "1", "-accept", "\(place.address):\(port)",
      "-cert",
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

  /// Ends it, by SIGKILL, since children inherit that SIGTERM is blocked.
  func stop() {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
  }

  private func receive(_ data: Data) {
    let text: String? = received.withLock { bytes in
      bytes += data
      let text = String(decoding: bytes, as: UTF8.self)
      guard let end = text.range(of: "\r\n\r\n") else { return nil }
      bytes = []
      return String(text[..<end.lowerBound])
    }
    guard let text, let head = RequestHead(text) else { return }
    let reply = place.answer(head)
    var bytes = reply.head
    for case .send(let part) in reply.body { bytes += part }
    try? input.fileHandleForWriting.write(contentsOf: Data(bytes))
    place.end()
  }
}
