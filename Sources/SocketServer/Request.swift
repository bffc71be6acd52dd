/// One request of a connection, in the framing that its first byte has chosen.
package enum Request: Sendable, Equatable {
  /// A line.
  case line(LineRequest)
  /// An array of bulk strings.
  case resp(RESPRequest)
}
