import Foundation
import Glibc
import TestSupport
import Testing

/// A build that is interrupted, or meets another one.
@Suite struct InterruptionTests {
  /// A build that stands still in the middle: it reads a record from a pipe into which nobody writes.
  private struct StandingBuild {
    let corpus: OwnCorpus
    let process: Process
    private let pipe: Int32

    init() throws {
      corpus = try OwnCorpus(records: ["childline-keep-safe-under12-cy"])
      #expect(try corpus.run("build").status == 0)
      let path = corpus.folder.path("corpus/resources/zz-pipe.md")
      #expect(mkfifo(path, 0o600) == 0)
      process = CanfodProcess.prepared(["build"], in: corpus.folder.path)
      process.standardError = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      // Returns when the build has opened the other end.
      pipe = open(path, O_WRONLY)
      #expect(pipe >= 0)
    }

    func end() {
      process.waitUntilExit()
      close(pipe)
      unlink(corpus.folder.path("corpus/resources/zz-pipe.md"))
    }
  }

  @Test func `an interrupted build ends with 130 and leaves the index whole`() throws {
    let build = try StandingBuild()
    let before = try build.corpus.run("search", "--json")
    kill(build.process.processIdentifier, SIGINT)
    build.end()
    #expect(build.process.terminationReason == .exit)
    #expect(build.process.terminationStatus == 130)
    #expect(try build.corpus.run("verify").status == 0)
    let after = try build.corpus.run("search", "--json")
    #expect(Placeholders.put(into: after.output) == Placeholders.put(into: before.output))
    #expect(try build.corpus.run("build").status == 0)
  }

  @Test(arguments: ["en", "cy"])
  func `a second writer is told who is writing`(language: String) throws {
    let build = try StandingBuild()
    let second = try build.corpus.run("build", "--lang", language)
    #expect(second.status == 75)
    #expect(second.complaints.contains("\(build.process.processIdentifier)"))
    try Golden().expect("locked.\(language).txt", Placeholders.put(into: second.complaints))
    kill(build.process.processIdentifier, SIGKILL)
    build.end()
    #expect(build.process.terminationReason == .uncaughtSignal)
    // A lock ends with its process.
    #expect(try build.corpus.run("build").status == 0)
  }
}
