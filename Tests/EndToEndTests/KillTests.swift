import Foundation
import Glibc
import TestSupport
import Testing

/// Builds that are killed at any moment.
@Suite struct KillTests {
  private static let id = "childline-keep-safe-under12-cy"
  private static let rounds = 50

  @Test func `a build killed at any moment leaves the index as before or as after`() throws {
    var seed = Seed()
    let names = try FileManager.default
      .contentsOfDirectory(atPath: IndexedCorpus.corpus + "/resources")
      .filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }.sorted()
    let corpus = try OwnCorpus(records: Array(Set(names.prefix(20) + [Self.id])))
    #expect(try corpus.run("build").status == 0)
    let microseconds = try Self.microsecondsOfBuild(corpus)
    var standing = "round 0"
    for round in 1...Self.rounds {
      let next = "round \(round)"
      try Self.setTitle(next, corpus)
      let build = CanfodProcess.prepared(["build"], in: corpus.folder.path)
      build.standardOutput = FileHandle.nullDevice
      build.standardError = FileHandle.nullDevice
      try build.run()
      usleep(UInt32.random(in: 0...microseconds, using: &seed))
      kill(build.processIdentifier, SIGKILL)
      build.waitUntilExit()
      let shown = try corpus.run("show", Self.id, "--json")
      #expect(shown.status == 0, "round \(round), CANFOD_SEED=\(seed.value)")
      let isAfter = shown.output.contains("\"\(next)\"")
      #expect(
        isAfter || shown.output.contains("\"\(standing)\""),
        "round \(round), CANFOD_SEED=\(seed.value)")
      if isAfter { standing = next }
    }
    #expect(try corpus.run("build").status == 0)
    #expect(try corpus.run("verify").status == 0)
    #expect(try corpus.run("show", Self.id, "--json").output.contains("\"round \(Self.rounds)\""))
  }

  /// How long a build takes here, and a little more.
  private static func microsecondsOfBuild(_ corpus: OwnCorpus) throws -> UInt32 {
    try setTitle("round 0", corpus)
    let clock = ContinuousClock()
    let time = try clock.measure { _ = try corpus.run("build") }
    return UInt32(time / .microseconds(1) * 1.1)
  }

  /// Gives the record that is looked at another title.
  private static func setTitle(_ title: String, _ corpus: OwnCorpus) throws {
    let name = "corpus/resources/\(id).md"
    let text = try String(contentsOfFile: corpus.folder.path(name), encoding: .utf8)
    try corpus.folder.write(
      name, text.replacing(/title:\n  en: "[^"]*"/, with: "title:\n  en: \"\(title)\""))
  }
}
