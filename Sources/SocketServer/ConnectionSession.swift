/// What a connection has said of itself so far.
///
/// It changes in the order of the requests, on the connection's event loop: what a request that runs
/// elsewhere needs of it is copied when its turn comes.
package struct ConnectionSession: Sendable, Equatable {
  /// The one user, by Redis' name.
  static let user = "default"
  /// So many wrong passwords end a connection.
  static let failuresMax = 3

  /// The number by which it is told from the server's others.
  package let id: Int
  /// The version of RESP in which it is answered.
  package var proto = RESPVersion.two
  /// The name that it has given itself.
  package var name: String?
  /// Whether it may ask.
  package var isAuthenticated: Bool
  /// How many wrong passwords it has given.
  package var failures = 0
  /// The commands since MULTI; nil where there was none.
  package var transaction: RESPTransaction?
  /// Whether it ends with the reply to the request whose turn it is.
  package var isEnding = false

  /// Starts a session.
  package init(id: Int, isAuthenticated: Bool) {
    self.id = id
    self.isAuthenticated = isAuthenticated
  }

  /// Whether `PING` may be answered without a closer look.
  var isPlain: Bool { transaction == nil }

  /// Whether `given` lets `user` ask; the third wrong one ends the connection.
  ///
  /// There is one user, whose name need not be given.
  mutating func authenticate(user: String, _ given: String, _ password: Password?) -> Bool {
    let isUser = user == Self.user
    if password?.matches(given) ?? true, isUser {
      isAuthenticated = true
      failures = 0
      return true
    }
    failures += 1
    if failures >= Self.failuresMax { isEnding = true }
    return false
  }
}
