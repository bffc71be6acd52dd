internal import ArgumentParser
internal import Records

extension CheckLinksOptions {
  /// Refuses values out of range, of the wrong form, and options that do not go together.
  public func validate() throws {
    do throws(CheckLinksMistake) {
      try checkNumbers()
      try checkForms()
      try checkCombinations()
    } catch {
      let language = basics.language ?? .ofLocale(Environment.values)
      throw ValidationError(error.message(language.interface))
    }
  }

  private func checkNumbers() throws(CheckLinksMistake) {
    func check<Number: Comparable>(
      _ option: String, _ value: Number, _ range: ClosedRange<Number>
    ) throws(CheckLinksMistake) {
      guard range.contains(value) else {
        throw .outOfRange(option: option, range: "\(range.lowerBound)-\(range.upperBound)")
      }
    }
    try check("--max-age", asking.maxAge, 0...3_650)
    try check("--delay", asking.delay, 0...3_600)
    try check("--per-host", asking.perHost, 1...16)
    try check("--concurrency", asking.concurrency, 1...1_024)
    try check("--timeout", asking.timeout, 1...600)
    try check("--retries", asking.retries, 0...10)
    try check("--failures", judging.failures, 1...100)
    try check("--days", judging.days, 0...365)
  }

  private func checkForms() throws(CheckLinksMistake) {
    func check(
      _ option: String, _ values: [String], _ expected: String, _ isRight: (String) -> Bool
    ) throws(CheckLinksMistake) {
      if let wrong = values.first(where: { !isRight($0) }) {
        throw .badForm(option: option, found: wrong, expected: expected)
      }
    }
    try check("<id>", ids, Self.idForm) { ResourceID($0) != nil }
    try check("--accept", curating.accept, Self.idForm) { ResourceID($0) != nil }
    try check("--since", Self.given(since), Self.dateForm) { PartialDate($0) != nil }
    try check("--until", Self.given(curating.until), Self.dateForm) { PartialDate($0) != nil }
    try check("--resolve", asking.resolve, "HOST:ADDRESS") { FixedAddress($0) != nil }
    try check("--archive", Self.given(asking.archive), "https://…", WebAddress.isAbsolute)
    try check(
      "--contact", Self.given(asking.contact), "name@example.org, https://…", Self.isContact)
    let files = [history, reporting.output, asking.ca].compactMap { $0 }
    try check("FILE", files, "FILE") { !$0.isEmpty }
    for name in StateList.names(judging.failOn) where LinkState(rawValue: name) == nil {
      throw .unknownState(option: "--fail-on", found: name, nearest: StateList.nearest(to: name))
    }
    for text in curating.hostState {
      guard let parts = HostState.parts(of: text) else {
        throw .badForm(option: "--host-state", found: text, expected: "HOST=STATE")
      }
      guard LinkState(rawValue: parts.state) != nil else {
        throw .unknownState(
          option: "--host-state", found: parts.state, nearest: StateList.nearest(to: parts.state))
      }
    }
  }

  private func checkCombinations() throws(CheckLinksMistake) {
    // What is listed first asks nobody or writes a person's word; each does one thing alone.
    let modes = [
      ("--dry-run", dryRun), ("--report", report), ("--fix", curating.fix),
      ("--accept", !curating.accept.isEmpty), ("--host-state", !curating.hostState.isEmpty),
    ].filter(\.1).map(\.0)
    if modes.count > 1 { throw .contradiction(modes[0], modes[1]) }
    if dryRun, since != nil { throw .contradiction("--dry-run", "--since") }
    if basics.json, let format = reporting.format, format != .json {
      throw .contradiction("--json", "--format \(format.rawValue)")
    }
    if !ids.isEmpty, let mode = modes.first, ["--accept", "--host-state"].contains(mode) {
      throw .contradiction(mode, ids[0])
    }
    if asking.statusOnly, !curating.accept.isEmpty {
      throw .contradiction("--accept", "--status-only")
    }
    if !curating.hostState.isEmpty, curating.reason?.isEmpty ?? true {
      throw .needs("--host-state", "--reason")
    }
    if curating.until != nil, curating.hostState.isEmpty { throw .needs("--until", "--host-state") }
    if curating.reason != nil, curating.hostState.isEmpty, curating.accept.isEmpty {
      throw .needs("--reason", "--accept / --host-state")
    }
  }

  private static let idForm = "childline-keep-safe-under12-cy"
  private static let dateForm = "2026, 2026-05, 2026-05-31"

  private static func given(_ value: String?) -> [String] { value.map { [$0] } ?? [] }

  /// Whether mail or a browser can reach `text`, and it can stand in a header line.
  private static func isContact(_ text: String) -> Bool {
    guard !WebAddress.isAbsolute(text) else { return true }
    let sides = text.split(separator: "@", omittingEmptySubsequences: false)
    return sides.count == 2 && text.utf8.count <= 254
      && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"<>\"()".utf8.contains($0) }
      && !sides[0].isEmpty && WebAddress.host(of: "http://\(sides[1])") == sides[1].lowercased()
  }
}
