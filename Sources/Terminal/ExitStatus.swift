public import ArgumentParser
public import Catalogue

/// What a command's end says to the shell: grep's 0 and 1, then the numbers of `sysexits.h`.
public enum ExitStatus: Int32, Sendable, CaseIterable {
  /// Something was found, or it was done.
  case done = 0
  /// Nothing was found.
  case nothingFound = 1
  /// A problem in the data was found by a command that looks for them.
  case problemFound = 2
  /// The command line or the question in it is wrong.
  case usage = 64
  /// Input is wrong, or the index is damaged.
  case badData = 65
  /// Input or index is not there, or may not be read.
  case missing = 66
  /// A service is not available: the server cannot take its address.
  case unavailable = 69
  /// Output cannot be written where it should be.
  case cannotWrite = 73
  /// Reading or writing failed.
  case inputOutput = 74
  /// Somebody else is at it, or it took too long: try again.
  case tryAgain = 75
  /// Interrupted from the keyboard.
  case interrupted = 130

  /// The status for an error of the service.
  public init(_ error: CatalogueError) {
    self =
      switch error.cause {
      case .request: .usage
      case .data: .badData
      case .absent: .missing
      case .unknownResource: .nothingFound
      case .unwritable: .cannotWrite
      case .disk: .inputOutput
      case .busy: .tryAgain
      }
  }

  /// The form in which ArgumentParser takes it.
  public var exitCode: ExitCode { ExitCode(rawValue) }
}
