internal import Catalogue
internal import Logging
package import Records

/// Answers requests by the table of ``Commands``: at once, or by the search pool.
///
/// Each is answered by the index generation that was current when it was taken, so that a
/// connection never goes back.
package final class CommandResponder: Responder {
  package let language: InterfaceLanguage
  private let catalogue: LiveCatalogue
  private let pool: SearchPool
  private let limits: ConnectionLimits
  private let statistics: Statistics
  private let version: String
  private let logger: Logger

  init(
    catalogue: LiveCatalogue, pool: SearchPool, limits: ConnectionLimits, statistics: Statistics,
    version: String, language: InterfaceLanguage, logger: Logger
  ) {
    self.catalogue = catalogue
    self.pool = pool
    self.limits = limits
    self.statistics = statistics
    self.version = version
    self.language = language
    self.logger = logger
  }

  package func noteRefusal() { statistics.refused() }

  package func respond(
    to request: LineRequest, life: ConnectionLife, done: @escaping @Sendable (Reply) -> Void
  ) {
    let start = ContinuousClock.now
    let wording = CommandCall.wording(request) ?? language
    let command: Command
    do {
      command = try Commands.command(request.verb)
    } catch {
      statistics.refused()
      return done(Reply(error, tag: request.tag, wording))
    }
    let desk = Desk(
      catalogue: catalogue.current, limits: limits, statistics: statistics, version: version)
    let answer: @Sendable () -> Reply = { [self] in
      let reply = reply(to: request, command, desk, wording)
      statistics.answered(command.verb, after: ContinuousClock.now - start)
      return reply
    }
    switch command.place {
    case .atOnce: done(answer())
    case .searchPool:
      let isTaken = pool.submit {
        if !life.isOver { done(answer()) }
      }
      if !isTaken {
        statistics.refused()
        done(Reply(.searchesFull, tag: request.tag, wording))
      }
    }
  }

  private func reply(
    to request: LineRequest, _ command: Command, _ desk: Desk, _ wording: InterfaceLanguage
  ) -> Reply {
    var defaults = Asked()
    defaults.request.wording = wording
    defaults.request.timeoutMilliseconds = limits.queryTimeoutMilliseconds
    do throws(DoorError) {
      let call = try CommandCall(request, command, defaults: defaults)
      switch try command.answer(call, desk) {
      case .lines(let lines): return Reply(lines: lines, tag: request.tag)
      case .plain(let text): return Reply(plain: text)
      case .goodbye(let lines): return Reply(lines: lines, tag: request.tag, closes: true)
      }
    } catch {
      // An index error names files and offsets, never what was asked.
      if case .catalogue(.index(let cause)) = error, error.code == "EINDEX" {
        logger.error("the index failed", metadata: ["cause": "\(cause)"])
      }
      return Reply(error, tag: request.tag, wording)
    }
  }
}
