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
  /// The password that clients must give; nil where there is none.
  package let password: Password?

  /// Makes a desk.
  package init(
    catalogue: Catalogue, limits: ConnectionLimits, statistics: Statistics, version: String,
    password: Password? = nil
  ) {
    self.catalogue = catalogue
    self.limits = limits
    self.statistics = statistics
    self.version = version
    self.password = password
  }
}
