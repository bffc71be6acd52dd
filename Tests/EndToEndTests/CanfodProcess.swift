import Foundation

/// The real binary, as it was built beside the tests.
enum CanfodProcess {
  /// How a run ended.
  struct Run {
    /// The exit status; nil where a signal ended it.
    var status: Int32?
    /// What was written to standard output.
    var output: String
    /// What was written to standard error.
    var complaints: String

    /// The lines of the output.
    var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  /// Where the binary lies: in the folder of the test bundle.
  static let binary = built("canfod")

  /// Where a program of ours lies: in the folder of the test bundle.
  static func built(_ name: String) -> URL {
    let bundle = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return bundle.deletingLastPathComponent().appendingPathComponent(name)
  }

  /// The top folder of the checkout.
  static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A process that has not started yet, in an environment that is the same everywhere.
  static func prepared(
    _ arguments: [String], in folder: String, environment: [String: String] = [:],
    by program: URL = binary
  ) -> Process {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = ["COLUMNS": "80", "LC_ALL": "C", "SWIFT_BACKTRACE": "enable=no"]
      .merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    return process
  }

  /// Runs the binary to its end.
  static func run(
    _ arguments: [String], in folder: String, input: String? = nil,
    environment: [String: String] = [:], by program: URL = binary
  ) throws -> Run {
    // Files, not pipes: a pipe that nobody reads blocks its writer.
    let scratch = FileManager.default.temporaryDirectory
      .appendingPathComponent("canfod-run-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    func file(_ name: String, _ text: String) throws -> URL {
      let url = scratch.appendingPathComponent(name)
      try Data(text.utf8).write(to: url)
      return url
    }
    let (output, complaints) = (try file("output", ""), try file("complaints", ""))
    let process = prepared(arguments, in: folder, environment: environment, by: program)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: complaints)
    if let input {
      process.standardInput = try FileHandle(forReadingFrom: try file("input", input))
    }
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationReason == .exit ? process.terminationStatus : nil,
      output: try String(contentsOf: output, encoding: .utf8),
      complaints: try String(contentsOf: complaints, encoding: .utf8))
  }
}
