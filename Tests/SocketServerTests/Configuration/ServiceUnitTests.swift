import SocketServer
import Storage
import Testing

/// The systemd unit says what the server understands.
struct ServiceUnitTests {
  private static let repository = #filePath.split(separator: "/").dropLast(4)
    .reduce("") { $0 + "/" + $1 }

  /// The values of the unit's lines by their keys, in order.
  private static func unit() throws -> [(key: String, value: String)] {
    let bytes = try DiskFileSystem().read(repository + "/tools/canfod.service", bytesMax: 65_536)
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
      guard !line.hasPrefix("#"), let equals = line.firstIndex(of: "=") else { return nil }
      return (String(line[..<equals]), String(line[line.index(after: equals)...]))
    }
  }

  private static func values(_ key: String) throws -> [String] {
    try unit().filter { $0.key == key }.map(\.value)
  }

  @Test func `its flags and variables are settings, with values that they take`() throws {
    let command = try #require(Self.values("ExecStart").first).split(separator: " ")
    #expect(command.first?.hasSuffix("/canfod-serve") ?? false)
    for word in command where word.hasPrefix("--") {
      #expect(ServerSettings.table.contains { $0.flag == word }, "\(word)")
    }
    var environment: [String: String] = [:]
    for line in try Self.values("Environment") {
      let parts = line.split(separator: "=", maxSplits: 1).map(String.init)
      #expect(ServerSettings.table.contains { $0.variable == parts[0] }, "\(line)")
      environment[parts[0]] = parts[1]
    }
    let configuration = try ServerSettings.configuration(
      ServerConfiguration(indexFolder: "", version: ""), file: nil,
      environment: { environment[$0] }, flags: [])
    let folder = try #require(Self.values("RuntimeDirectory").first)
    #expect(configuration.unixPath?.hasPrefix("/run/\(folder)/") ?? false)
    #expect(configuration.metricsPort != nil && configuration.host == "127.0.0.1")
  }

  @Test func `it gives a stop more time than the server takes for it, and may do little`() throws {
    let stop = try #require(Self.values("TimeoutStopSec").first.flatMap { Int($0) })
    #expect(stop > ConnectionLimits().drainSeconds)
    #expect(try Self.values("ExecReload") == ["/bin/kill -HUP $MAINPID"])
    for (key, value) in [
      ("Type", "notify"), ("DynamicUser", "yes"), ("ProtectSystem", "strict"),
      ("NoNewPrivileges", "yes"), ("CapabilityBoundingSet", ""),
      ("RestrictAddressFamilies", "AF_UNIX AF_INET AF_INET6"),
    ] {
      #expect(try Self.values(key) == [value], "\(key)")
    }
    #expect(try !Self.values("SystemCallFilter").isEmpty && !Self.values("MemoryMax").isEmpty)
  }
}
