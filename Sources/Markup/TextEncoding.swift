/// The encodings in which pages of the last thirty years come.
///
/// Labels follow the WHATWG Encoding Standard: `iso-8859-1` and `us-ascii` mean windows-1252,
/// because that is what pages so labelled hold. ISO 8859-14 (Celtic) is there for old Welsh pages:
/// it has ŵ and ŷ.
public enum TextEncoding: String, Sendable, Hashable {
  /// UTF-8.
  case utf8 = "utf-8"
  /// UTF-16, low byte first.
  case utf16LittleEndian = "utf-16le"
  /// UTF-16, high byte first.
  case utf16BigEndian = "utf-16be"
  /// Windows Western European.
  case windows1252 = "windows-1252"
  /// Celtic.
  case iso8859d14 = "iso-8859-14"
  /// Western European with the euro sign.
  case iso8859d15 = "iso-8859-15"

  /// The encoding that `label` names in a header or a meta element, or nil for an unknown one.
  public init?(label: String) {
    let name = label.lowercased().filter { !" \t\"'".contains($0) }
    switch name {
    case "utf-8", "utf8", "unicode-1-1-utf-8": self = .utf8
    case "windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1", "latin1", "l1",
      "us-ascii", "ascii", "iso_8859-1":
      self = .windows1252
    case "iso-8859-14", "iso8859-14", "iso_8859-14", "latin8", "l8", "iso-celtic":
      self = .iso8859d14
    case "iso-8859-15", "iso8859-15", "iso_8859-15", "latin9", "latin-9", "l9":
      self = .iso8859d15
    default: return nil
    }
  }

  /// The character of a byte in a one-byte encoding; nil for UTF-8 and UTF-16.
  func character(_ byte: UInt8) -> Unicode.Scalar? {
    switch self {
    case .utf8, .utf16LittleEndian, .utf16BigEndian: nil
    case .windows1252:
      (0x80...0x9F).contains(byte)
        ? Unicode.Scalar(Self.windows1252High[Int(byte) - 0x80]) : Unicode.Scalar(byte)
    case .iso8859d14: Unicode.Scalar(Self.celtic[byte] ?? UInt16(byte))
    case .iso8859d15: Unicode.Scalar(Self.latin9[byte] ?? UInt16(byte))
    }
  }

  /// windows-1252, 0x80 … 0x9F; the five unassigned bytes stand for themselves (WHATWG).
  private static let windows1252High: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
  ]

  /// ISO 8859-14 where it differs from ISO 8859-1.
  private static let celtic: [UInt8: UInt16] = [
    0xA1: 0x1E02, 0xA2: 0x1E03, 0xA4: 0x010A, 0xA5: 0x010B, 0xA6: 0x1E0A, 0xA8: 0x1E80,
    0xAA: 0x1E82, 0xAB: 0x1E0B, 0xAC: 0x1EF2, 0xAF: 0x0178, 0xB0: 0x1E1E, 0xB1: 0x1E1F,
    0xB2: 0x0120, 0xB3: 0x0121, 0xB4: 0x1E40, 0xB5: 0x1E41, 0xB7: 0x1E56, 0xB8: 0x1E81,
    0xB9: 0x1E57, 0xBA: 0x1E83, 0xBB: 0x1E60, 0xBC: 0x1EF3, 0xBD: 0x1E84, 0xBE: 0x1E85,
    0xBF: 0x1E61, 0xD0: 0x0174, 0xD7: 0x1E6A, 0xDE: 0x0176, 0xF0: 0x0175, 0xF7: 0x1E6B,
    0xFE: 0x0177,
  ]

  /// ISO 8859-15 where it differs from ISO 8859-1.
  private static let latin9: [UInt8: UInt16] = [
    0xA4: 0x20AC, 0xA6: 0x0160, 0xA8: 0x0161, 0xB4: 0x017D, 0xB8: 0x017E, 0xBC: 0x0152,
    0xBD: 0x0153, 0xBE: 0x0178,
  ]
}
