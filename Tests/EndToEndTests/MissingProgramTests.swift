import Foundation
import TestSupport
import Testing

/// What `canfod` becomes for a command must lie beside it.
@Suite struct MissingProgramTests {
  @Test(arguments: [
    (["add", "page.html"], "canfod-curate"), (["build"], "canfod-curate"),
    (["optimize"], "canfod-curate"), (["serve"], "canfod-serve"),
  ])
  func `a command without its program says what is missing`(
    words: [String], program: String
  ) throws {
    let folder = try TemporaryFolder()
    let alone = URL(fileURLWithPath: folder.path("canfod"))
    try FileManager.default.copyItem(at: CanfodProcess.binary, to: alone)
    for (language, says) in [("en", "cannot be started"), ("cy", "ni ellir cychwyn")] {
      let run = try CanfodProcess.run(words + ["--lang", language], in: folder.path, by: alone)
      #expect(run.status == 69)
      #expect(run.complaints.contains(says))
      #expect(run.complaints.contains(folder.path(program) + "\n"))
      #expect(run.complaints.contains("--product \(program)"))
    }
  }

  @Test(arguments: ["add", "build", "optimize", "serve"])
  func `wrong usage needs no other program`(command: String) throws {
    let folder = try TemporaryFolder()
    let alone = URL(fileURLWithPath: folder.path("canfod"))
    try FileManager.default.copyItem(at: CanfodProcess.binary, to: alone)
    let run = try CanfodProcess.run([command, "--nonsense"], in: folder.path, by: alone)
    #expect(run.status == 64)
    #expect(run.complaints.contains("Usage: canfod \(command)"))
  }
}
