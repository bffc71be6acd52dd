import LocalWeb
import Records
import Testing

/// The table of scenarios is well formed, and a handful of its faults are as told, to the byte.
@Suite struct ScenarioTests {
  @Test(arguments: [LocalWeb.Table.first, .second])
  func `every scenario has a name and an address of its own`(_ table: LocalWeb.Table) async throws {
    let web = try await LocalWeb.start(table)
    let scenarios = web.scenarios
    try await web.stop()
    #expect(scenarios.count >= 100)
    #expect(Set(scenarios.map(\.name)).count == scenarios.count)
    #expect(Set(scenarios.map(\.url)).count == scenarios.count)
    #expect(
      scenarios.allSatisfy { scenario in
        scenario.name.allSatisfy {
          $0.isASCII && ($0.isLowercase || $0.isNumber || "-".contains($0))
        }
      })
  }

  @Test func `most links of the second table are not broken either`() async throws {
    let web = try await LocalWeb.start(.second)
    let scenarios = web.scenarios
    try await web.stop()
    #expect(scenarios.count { $0.isBroken == false } * 2 > scenarios.count)
    #expect(scenarios.allSatisfy { $0.truth.map(\.day) == LocalWeb.days })
    #expect(scenarios.allSatisfy { !$0.note.isEmpty && $0.note.hasSuffix(".") })
  }

  @Test func `every state of a link occurs, and most links are not broken`() async throws {
    let web = try await LocalWeb.start()
    let scenarios = web.scenarios
    try await web.stop()
    let states = Set(scenarios.flatMap { $0.truth.map(\.state) })
    #expect(states == Set(LinkState.allCases))
    #expect(scenarios.allSatisfy { $0.truth.map(\.day) == LocalWeb.days })
    #expect(scenarios.count { $0.isBroken == false } * 2 > scenarios.count)
    #expect(scenarios.allSatisfy { !$0.note.isEmpty && $0.note.hasSuffix(".") })
  }

  @Test(arguments: [LocalWeb.Table.first, .second])
  func `what people cannot reach is never called good, and the other way round`(
    _ table: LocalWeb.Table
  ) async throws {
    let web = try await LocalWeb.start(table)
    let scenarios = web.scenarios
    try await web.stop()
    for scenario in scenarios {
      let last = try #require(scenario.truth.last)
      if scenario.isBroken == true { #expect(!last.state.isGood, "\(scenario.name)") }
      if scenario.isBroken == false { #expect(!last.state.isBroken, "\(scenario.name)") }
    }
  }
}
