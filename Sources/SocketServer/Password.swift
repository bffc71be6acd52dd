/// The password that clients must give before they may ask.
///
/// It never shows in a description, so that no log can tell it.
public struct Password: Sendable, Hashable, CustomStringConvertible {
  private let bytes: [UInt8]

  /// Makes the password of the first line of `text`, without blanks around it; nil where that is empty.
  public init?(firstLineOf text: String) {
    let line = text.unicodeScalars.prefix { $0 != "\n" && $0 != "\r" }
    let blanks: Set<UnicodeScalar> = [" ", "\t"]
    let start = line.drop { blanks.contains($0) }
    let end = start.lastIndex { !blanks.contains($0) }
    guard let end else { return nil }
    bytes = Array(String(start[...end]).utf8)
  }

  /// Stars.
  public var description: String { "***" }

  /// Whether `given` is the password.
  ///
  /// It takes as long for a wrong one as for the right one of the same length: what is compared does not
  /// show where they first differ. How long the password is may show.
  package func matches(_ given: String) -> Bool {
    let given = Array(given.utf8)
    var difference = given.count ^ bytes.count
    for index in given.indices {
      difference |= Int(given[index] ^ bytes[index % bytes.count])
    }
    return difference == 0
  }
}
