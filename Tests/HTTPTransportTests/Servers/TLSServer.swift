import Foundation
import TestSupport

/// Certificates made for a test by the system's OpenSSL, and servers that show them.
final class TestAuthority: Sendable {
  private let folder: TemporaryFolder

  /// Makes an authority that nobody trusts yet.
  init() throws {
    folder = try TemporaryFolder()
    try openssl(
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
      "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=Prawf", "-days", "30")
  }

  /// The authority's own certificate: what `extraCA` takes.
  var certificate: String { folder.path("ca.pem") }

  /// A server whose certificate is for `name`, ends in `days` and is signed by the authority, or by
  /// itself.
  func server(
    _ name: String, days: Int = 10, isSelfSigned: Bool = false, keepsOneConnection: Bool = false
  ) throws -> TLSServer {
    let key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    let subject = ["-keyout", "leaf.key", "-subj", "/CN=\(name)"]
    let names = "subjectAltName=DNS:\(name)"
    if isSelfSigned {
      try openssl(
        ["req", "-x509", "-out", "leaf.pem", "-days", "\(days)", "-addext", names] + key + subject)
    } else {
      try folder.write("leaf.ext", names + "\n")
      try openssl(["req", "-out", "leaf.csr"] + key + subject)
      try openssl(
        "x509", "-req", "-in", "leaf.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial",
        "-days", "\(days)", "-extfile", "leaf.ext", "-out", "leaf.pem")
    }
    return try TLSServer(folder, keepsOneConnection: keepsOneConnection)
  }

  /// When the latest certificate ends, in seconds since 1970.
  func notAfter() throws -> Int64 {
    let text = String(
      decoding: try output(
        "openssl", ["x509", "-in", "leaf.pem", "-noout", "-enddate", "-dateopt", "iso_8601"],
        in: folder.path), as: UTF8.self)
    let time = text.split(separator: "=").last?.split(separator: "\n").first ?? ""
    let date = try Date(String(time).replacing(" ", with: "T"), strategy: .iso8601)
    return Int64(date.timeIntervalSince1970)
  }

  private func openssl(_ arguments: String...) throws { try openssl(arguments) }

  private func openssl(_ arguments: [String]) throws {
    _ = try output("openssl", arguments, in: folder.path)
  }
}

/// `openssl s_server` on a loopback port; it ends with the object.
final class TLSServer: Sendable {
  let port: Int
  private let process: Process

  /// Starts a server that shows a page of its own on each connection and closes it, or one that
  /// answers "ok" to all that is asked on its first connection.
  fileprivate init(_ folder: TemporaryFolder, keepsOneConnection: Bool) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "openssl", "s_server", "-accept", "127.0.0.1:0", "-cert", "leaf.pem", "-key", "leaf.key",
    ]
    if !keepsOneConnection { process.arguments?.append("-www") }
    process.currentDirectoryURL = URL(filePath: folder.path)
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    let input = Pipe()
    process.standardInput = input
    try process.run()
    // Its first words are "ACCEPT 127.0.0.1:PORT".
    var words = ""
    while !words.contains("ACCEPT") || !words.hasSuffix("\n") {
      let more = pipe.fileHandleForReading.availableData
      if more.isEmpty { break }
      words += String(decoding: more, as: UTF8.self)
    }
    self.process = process
    guard
      let port = words.split(separator: "\n").last?.split(separator: ":").last.flatMap({ Int($0) })
    else { throw ProgramFailed(program: "openssl s_server", []) }
    self.port = port
    guard keepsOneConnection else { return }
    // What comes over the connection is written to its output, and the other way round.
    let (reading, writing) = (pipe.fileHandleForReading, input.fileHandleForWriting)
    Thread.detachNewThread {
      var seen = Data()
      while case let more = reading.availableData, !more.isEmpty {
        seen += more
        guard seen.range(of: Data("\r\n\r\n".utf8)) != nil else { continue }
        seen = Data()
        try? writing.write(contentsOf: Data("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".utf8))
      }
    }
  }

  deinit { process.terminate() }
}
