internal import GRDB

/// A row of the history, read with a doubt: a damaged file may hold anything.
struct KeptRow {
  private let row: Row

  /// The latest time that is believed: the end of the year 9999.
  private static let timeMax: Int64 = 253_402_300_799

  /// Reads `row`.
  init(_ row: Row) {
    self.row = row
  }

  /// A text.
  func text(_ column: String) throws -> String { try row.decode(String.self, forColumn: column) }

  /// A text, where there is one.
  func textIfAny(_ column: String) throws -> String? {
    try row.decode(String?.self, forColumn: column)
  }

  /// A number, where there is one.
  func numberIfAny(_ column: String) throws -> Int64? {
    try row.decode(Int64?.self, forColumn: column)
  }

  /// How many, from 0 up.
  func count(_ column: String) throws -> Int {
    Int(clamping: max(0, min(try row.decode(Int64.self, forColumn: column), Int64(Int32.max))))
  }

  /// A time in seconds since 1970, moved into 1970...9999.
  func time(_ column: String) throws -> Int64 {
    Self.within(try row.decode(Int64.self, forColumn: column))
  }

  /// The same, where there is one.
  func timeIfAny(_ column: String) throws -> Int64? { try numberIfAny(column).map(Self.within) }

  private static func within(_ time: Int64) -> Int64 { max(0, min(time, timeMax)) }
}
