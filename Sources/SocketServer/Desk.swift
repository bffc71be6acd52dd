package import Catalogue

/// What an answer is made from: one index generation, and the server's own facts.
package struct Desk: Sendable {
  /// The catalogue of the generation that answers.
  package let catalogue: Catalogue
  /// The limits in force.
  package let limits: ConnectionLimits
  /// What the server has done.
  package let statistics: Statistics
  /// Canfod's version.
  package let version: String

  /// Makes a desk.
  package init(
    catalogue: Catalogue, limits: ConnectionLimits, statistics: Statistics, version: String
  ) {
    self.catalogue = catalogue
    self.limits = limits
    self.statistics = statistics
    self.version = version
  }
}
