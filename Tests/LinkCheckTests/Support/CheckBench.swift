import HTTPTransport
import LinkCheck
import Records
import Synchronization
import TestSupport

/// A checker over a ``FakeWeb`` with a history in a temporary folder and a calendar that only the test
/// turns.
final class CheckBench: Sendable {
  let web = FakeWeb()
  let folder: TemporaryFolder
  let history: LinkHistory
  private let day = Mutex(0.0)

  init() throws {
    folder = try TemporaryFolder()
    history = try LinkHistory(file: folder.path + "/links.sqlite")
  }

  /// Seconds since 1970 of a day of the test.
  static func time(_ day: Double) -> Int64 { 1_800_000_000 + Int64(day * 86_400) }

  /// Checks `targets` on a day after the test's first.
  func run(
    _ targets: [LinkTarget], day: Double = 0, asksAll: Bool = true,
    policy change: (inout CheckPolicy) -> Void = { _ in }
  ) async throws -> RunReport {
    var policy = CheckPolicy()
    policy.delaySeconds = 0
    policy.backoffSeconds = 0
    policy.retryAfterSecondsMax = 0
    change(&policy)
    let now = Self.time(day)
    return try await LinkChecker(
      client: web, history: history, policy: policy, now: { now }
    ).run(targets, asksAll: asksAll)
  }

  /// What the check of one link on a day finds.
  func state(
    _ target: LinkTarget, day: Double = 0, policy change: (inout CheckPolicy) -> Void = { _ in }
  ) async throws -> LinkState? {
    try await run([target], day: day, policy: change).statuses.first?.state
  }
}

extension LinkTarget {
  /// A link of one record.
  init(
    _ url: String, title: String = "Helping children keep safe online", cy: String? = nil,
    languages: [String] = ["en"]
  ) {
    self.init(
      url: url,
      records: [
        LinkedRecord(
          id: "r", title: BilingualText(en: title, cy: cy), languages: languages)
      ])
  }
}

/// Texts of pages.
enum Prose {
  /// English that fits the usual title.
  static let english = """
    This guide is for parents and carers who want to talk with their children about keeping safe \
    online. It explains what the risks are, what the law says and where you can get help when \
    something has gone wrong. Helping a child starts with listening to what they have to say and \
    with taking it seriously, whatever it is that they tell you about.
    """
  /// English about something else.
  static let other = """
    The museum opens at ten in the morning from Tuesday to Sunday. Visitors are asked to leave \
    large bags at the desk by the door, and photographs may be taken in all of the rooms but not \
    with a flash. The café on the second floor serves lunch until three, and the shop has books \
    about the history of the harbour, of the ships and of the people who sailed in them.
    """
  /// Welsh that fits the usual title's translation.
  static let welsh = """
    Mae'r canllaw hwn ar gyfer rhieni a gofalwyr sydd am siarad â'u plant am gadw'n ddiogel ar-lein. \
    Mae'n egluro beth yw'r peryglon, beth mae'r gyfraith yn ei ddweud a ble mae cael help pan fydd \
    rhywbeth wedi mynd o'i le. Mae helpu plentyn yn dechrau gyda gwrando ar yr hyn sydd ganddyn nhw \
    i'w ddweud a'i gymryd o ddifrif, beth bynnag y maen nhw'n sôn amdano.
    """
}
