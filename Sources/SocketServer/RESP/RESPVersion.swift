/// The version of RESP that a connection speaks: 2 until it asks for 3 by `HELLO 3`.
package enum RESPVersion: Int, Sendable, Equatable, CaseIterable {
  /// RESP2, which knows lines, numbers, bulk strings and arrays only.
  case two = 2
  /// RESP3, which knows maps, sets, doubles and nulls too.
  case three = 3
}
