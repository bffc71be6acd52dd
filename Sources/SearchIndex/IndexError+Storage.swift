import Storage

extension IndexError {
  /// What a failure of the disk means for the index.
  init(_ error: StorageError) {
    self =
      switch error {
      case .locked(_, let holder): .locked(holder: holder)
      default: .storage(error)
      }
  }
}

/// Runs `body` and gives its failures the index's own form.
func withStorage<Result>(
  _ body: () throws(StorageError) -> Result
) throws(IndexError) -> Result {
  do throws(StorageError) {
    return try body()
  } catch {
    throw IndexError(error)
  }
}
