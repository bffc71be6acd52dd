internal import FoundationEssentials
internal import GRDB

/// The history of all checks, in one SQLite file: what each link was found to be, when, and why.
///
/// Every answer is written soon after it came, in transactions of their own, so that a process that is
/// killed loses a moment's work and never the file (write-ahead log). The file is not derived from
/// anything: no build removes it.
public final class LinkHistory: Sendable {
  /// The file.
  public let file: String
  let database: DatabaseQueue

  /// Opens or makes the history in `file` and brings its schema up to date.
  ///
  /// - Throws: ``LinkCheckError/history(file:_:)`` where it cannot be opened or is no history,
  ///   `.historyTooNew` where a later version wrote it.
  public init(file: String) throws(LinkCheckError) {
    self.file = file
    do {
      var configuration = Configuration()
      configuration.busyMode = .timeout(5)
      configuration.prepareDatabase { database in
        try database.execute(sql: "PRAGMA journal_mode = WAL")
        try database.execute(sql: "PRAGMA synchronous = NORMAL")
        try database.execute(sql: "PRAGMA trusted_schema = OFF")
      }
      let queue = try DatabaseQueue(path: file, configuration: configuration)
      let migrator = HistorySchema.migrator
      if try queue.read(migrator.hasBeenSuperseded) {
        throw LinkCheckError.historyTooNew(file: file)
      }
      try migrator.migrate(queue)
      database = queue
    } catch let error as LinkCheckError {
      throw error
    } catch {
      throw .history(file: file, String(describing: error))
    }
  }

  /// Reads, with errors as ours.
  func read<Value>(
    _ body: (Database) throws -> Value
  ) throws(LinkCheckError) -> Value {
    do { return try database.read(body) } catch {
      throw .history(file: file, String(describing: error))
    }
  }

  /// Writes in one transaction, with errors as ours.
  func write<Value>(
    _ body: (Database) throws -> Value
  ) throws(LinkCheckError) -> Value {
    do { return try database.write(body) } catch {
      throw .history(file: file, String(describing: error))
    }
  }
}
