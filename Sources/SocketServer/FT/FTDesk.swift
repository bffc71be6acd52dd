internal import Catalogue

/// What the answer to one FT command is made from.
package struct FTDesk: Sendable {
  /// The catalogue's generation and the server's own facts.
  let desk: Desk
  /// The version of RESP that the client speaks: a few shapes hang on it.
  package let proto: RESPVersion
  /// The names by which the catalogue answers to a command that takes an index, the first being its own.
  package let indexNames: [String]
  /// When the request was taken, from which its time limit runs.
  package let start: ContinuousClock.Instant

  /// The catalogue of the generation that answers.
  var catalogue: Catalogue { desk.catalogue }

  /// The limits in force.
  var limits: ConnectionLimits { desk.limits }

  /// Makes the desk of one request.
  package init(
    desk: Desk, proto: RESPVersion = .two, indexNames: [String] = FTDesk.ownNames,
    start: ContinuousClock.Instant = .now
  ) {
    self.desk = desk
    self.proto = proto
    self.indexNames = indexNames
    self.start = start
  }

  /// The index names where nothing else is configured.
  package static let ownNames = ["catalogue"]
}
