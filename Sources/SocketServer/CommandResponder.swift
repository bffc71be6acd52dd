internal import Catalogue
package import Logging
package import Records
internal import Synchronization

/// Answers requests by the tables of ``Commands`` and ``RESPCommands``: at once, or by the search pool.
///
/// Each is answered by the index generation that was current when its turn came, so that a connection
/// never goes back.
package final class CommandResponder: Responder {
  package let language: InterfaceLanguage
  let limits: ConnectionLimits
  let statistics: Statistics
  private let catalogue: LiveCatalogue
  private let pool: SearchPool
  private let password: Password?
  private let version: String
  private let logger: Logger
  private let indexNames: [String]
  let accessLog: AccessLog
  private let sessions = Atomic(0)

  /// Answers from `catalogue`, its searches done by `pool`.
  package init(
    catalogue: LiveCatalogue, pool: SearchPool, statistics: Statistics,
    limits: ConnectionLimits, configuration: ServerConfiguration, logger: Logger
  ) {
    self.catalogue = catalogue
    self.pool = pool
    self.limits = limits
    self.statistics = statistics
    password = configuration.password
    version = configuration.version
    language = configuration.language
    self.logger = logger
    indexNames = FTDesk.ownNames + configuration.indexAliases
    accessLog = AccessLog(configuration.accessLog, logger: logger)
  }

  package func makeSession() -> ConnectionSession {
    ConnectionSession(
      id: sessions.add(1, ordering: .relaxed).newValue, isAuthenticated: password == nil)
  }

  package func noteRefusal() { statistics.refused() }

  package func notePings(_ count: Int) { statistics.pinged(count) }

  package func take(_ request: Request, _ session: inout ConnectionSession) -> Turn {
    switch request {
    case .line(let request): take(request, &session)
    case .resp(let request): take(request, &session)
    }
  }

  package func perform(
    _ work: Work, life: ConnectionLife, done: @escaping @Sendable (Reply) -> Void
  ) {
    let isTaken = pool.submit(isFurther: work.isFurther) {
      if !life.isOver { done(work.answer(life)) }
    }
    if !isTaken {
      statistics.overloaded()
      done(work.refusal())
    }
  }

  /// What requests are answered from now.
  var desk: Desk {
    Desk(
      catalogue: catalogue.current, limits: limits, statistics: statistics, version: version,
      password: password)
  }

  /// What FT commands are answered from.
  func ftDesk(_ desk: Desk, _ version: RESPVersion) -> FTDesk {
    FTDesk(desk: desk, proto: version, indexNames: indexNames)
  }

  /// Tells the log of an index that fails: which file and where, never what was asked.
  func note(_ error: DoorError) {
    if case .catalogue(.index(let cause)) = error, error.code == "EINDEX" {
      logger.error("the index failed", metadata: ["cause": "\(cause)"])
    }
  }

  /// The same of an FT command, whose error has become a text.
  func note(_ error: FTError) {
    if error.code == "EINDEX" {
      logger.error("the index failed", metadata: ["cause": "\(error.message)"])
    }
  }
}
