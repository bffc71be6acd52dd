/// One request of a connection, in the framing that its first byte has chosen.
package enum Request: Sendable, Equatable {
  /// A line.
  case line(LineRequest)
  /// An array of bulk strings.
  case resp(RESPRequest)

  /// How many bytes its words have.
  var byteCount: Int {
    switch self {
    case .line(let request): request.byteCount
    case .resp(let request): request.byteCount
    }
  }
}
