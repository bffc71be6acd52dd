package import Catalogue
package import Logging
internal import Synchronization

/// The catalogue of the newest index generation.
///
/// A look at the index folder that finds another generation, or another index, opens it and puts it
/// in the old one's place; who holds the old one keeps it until done. What does not open leaves the
/// old one where it is.
package final class LiveCatalogue: Sendable {
  /// What a look found.
  package enum Look: Sendable, Equatable {
    /// The generation that is current.
    case unchanged
    /// Another generation, which is now current.
    case reloaded(UInt64)
    /// A folder or a generation that does not open; the old one stays.
    case failed
  }

  /// A generation that did not open is tried again after this many looks.
  private static let looksBetweenTries = 20

  private struct State {
    var catalogue: Catalogue
    var failure: CatalogueError?
    var failedStamp: Catalogue.Stamp?
    var looksUntilTry = 0
    var reloadCount = 0
  }

  private let folder: String
  private let logger: Logger
  private let state: Mutex<State>
  private let looking = Mutex(())

  /// Opens the index in `folder`.
  package init(index folder: String, logger: Logger) throws(CatalogueError) {
    self.folder = folder
    self.logger = logger
    state = Mutex(State(catalogue: try Catalogue(index: folder)))
  }

  /// The newest catalogue.
  package var current: Catalogue { state.withLock { $0.catalogue } }

  /// How many new generations were taken up, and whether the folder holds one that does not open.
  var reloads: (count: Int, isFailing: Bool) {
    state.withLock { ($0.reloadCount, $0.failure != nil) }
  }

  /// Looks at the folder.
  ///
  /// It reads files: not for an event loop. One look waits for another.
  ///
  /// - Complexity: one small file where nothing has changed.
  @discardableResult
  package func look() -> Look {
    looking.withLock { _ in lookAlone() }
  }

  private func lookAlone() -> Look {
    let found: Catalogue.Stamp
    do {
      found = try Catalogue.stamp(index: folder)
    } catch {
      return fail(error, stamp: nil)
    }
    let mustOpen = state.withLock { state in
      guard found != state.catalogue.stamp else { return false }
      guard found == state.failedStamp, state.looksUntilTry > 0 else { return true }
      state.looksUntilTry -= 1
      return false
    }
    guard mustOpen else {
      return found == current.stamp ? succeed() : .failed
    }
    do {
      let catalogue = try Catalogue(index: folder)
      state.withLock { state in
        state.catalogue = catalogue
        state.reloadCount += 1
      }
      _ = succeed()
      logger.info(
        "a new index generation is served", metadata: ["generation": "\(catalogue.generation)"])
      return .reloaded(catalogue.generation)
    } catch {
      return fail(error, stamp: found)
    }
  }

  private func succeed() -> Look {
    state.withLock { state in
      state.failure = nil
      state.failedStamp = nil
    }
    return .unchanged
  }

  /// Notes a failure, and logs it once for as long as it stays the same.
  private func fail(_ error: CatalogueError, stamp: Catalogue.Stamp?) -> Look {
    let isNews = state.withLock { state in
      defer {
        state.failure = error
        state.failedStamp = stamp
        state.looksUntilTry = Self.looksBetweenTries
      }
      return state.failure != error
    }
    if isNews {
      logger.error(
        "the new index does not open; the old one is served",
        metadata: ["cause": "\(error)", "generation": "\(current.generation)"])
    }
    return .failed
  }
}
