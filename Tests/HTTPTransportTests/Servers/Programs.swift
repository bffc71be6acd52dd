import Foundation

/// The system's gzip of many zeros.
func gzipped(zeros count: Int) throws -> [UInt8] {
  try output("sh", ["-c", "head -c \(count) /dev/zero | gzip -9"])
}

/// What a program writes, once it has ended well.
func output(_ program: String, _ arguments: [String], in folder: String? = nil) throws -> [UInt8] {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = [program] + arguments
  if let folder { process.currentDirectoryURL = URL(filePath: folder) }
  let pipe = Pipe()
  process.standardOutput = pipe
  process.standardError = FileHandle.nullDevice
  process.standardInput = FileHandle.nullDevice
  try process.run()
  let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  guard process.terminationStatus == 0 else { throw ProgramFailed(program: program, arguments) }
  return [UInt8](bytes)
}

/// A program that did not end well.
struct ProgramFailed: Error {
  let command: String

  init(program: String, _ arguments: [String]) {
    command = ([program] + arguments).joined(separator: " ")
  }
}
