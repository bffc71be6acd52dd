/// Which scalars belong to words, and their lower case, looked up once.
struct LetterTable: Sendable {
  /// The one table.
  static let shared = LetterTable()

  /// The lower case of the scalars of the basic plane as ``lower(_:)`` gives it.
  private let basic: [UInt32]

  private init() {
    basic = (0..<0x1_0000).map { Self.lowered($0) }
  }

  /// The lower case of a scalar as UTF-8, at most four bytes, the first in the lowest bits; 0 where
  /// it belongs to no word.
  func lower(_ scalar: UInt32) -> UInt32 {
    scalar < 0x1_0000 ? basic[Int(scalar)] : Self.lowered(scalar)
  }

  private static func lowered(_ value: UInt32) -> UInt32 {
    guard let scalar = Unicode.Scalar(value) else { return 0 }
    let properties = scalar.properties
    let isNumber: Bool
    switch properties.generalCategory {
    case .decimalNumber, .letterNumber, .otherNumber: isNumber = true
    default: isNumber = false
    }
    guard properties.isAlphabetic || isNumber else { return 0 }
    // The longest of all is that of İ, three bytes in two scalars.
    return properties.lowercaseMapping.utf8.reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }
}
