/// A reply as Redis' clients read it, before it is known which version of RESP they speak.
///
/// Maps, sets, doubles and nulls have types of their own in RESP3; ``RESPWriter`` writes them to a client
/// of RESP2 as flat arrays, bulk strings and nil.
package indirect enum RESPValue: Sendable, Equatable {
  /// A short line of the server's own, without line ends.
  case simple(String)
  /// Text of any length.
  case bulk(String)
  /// Text that RESP3 marks as plain text for people.
  case verbatim(String)
  /// A whole number.
  case integer(Int)
  /// A number with a fraction.
  case double(Double)
  /// Nothing.
  case null
  /// Values in order.
  case array([RESPValue])
  /// Values without an order.
  case set([RESPValue])
  /// Values by their keys, in the order to be written.
  case map([RESPMember])
  /// What went wrong: its first word is the code.
  case error(String)
}

/// One key of a map with its value.
package struct RESPMember: Sendable, Equatable {
  /// The key.
  package let key: RESPValue
  /// The value.
  package let value: RESPValue

  /// A key of text with its value.
  package init(_ key: String, _ value: RESPValue) {
    self.key = .bulk(key)
    self.value = value
  }
}
