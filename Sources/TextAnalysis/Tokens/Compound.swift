/// A word written with hyphens, as it goes by: UAX #29 cuts e-bost into e and bost, and people also
/// write ebost.
///
/// The parts are tokens at following positions, so that a phrase finds them; the joined form is one
/// more token beside the first part.
struct Compound {
  /// The most parts that are joined; what has more (a-b-c-d-e-f) is no word.
  static let partsMax = 5

  /// The position of the first part.
  private(set) var position = 0
  /// The first token of the first part in the batch.
  private(set) var tokenIndex = 0
  /// The first byte of the first part.
  private(set) var start = 0
  /// The byte after the last part.
  private(set) var end = 0
  /// The parts' normalised forms, one after another.
  private(set) var joined: [UInt8] = []
  private var partCount = 0
  private var hasLetter = false
  /// Where the next part must start.
  private var resumesAt: Int?

  /// Whether a part that starts there belongs to the compound.
  @inline(__always)
  func continues(at start: Int) -> Bool { resumesAt == start }

  /// Whether there is a joined form.
  ///
  /// Dates and numbers (2019-2020) have none.
  var isJoined: Bool {
    (2...Self.partsMax).contains(partCount) && hasLetter
      && joined.count <= AnalyzerLimits.termBytesMax
  }

  /// Whether no compound is open.
  @inline(__always)
  var isEmpty: Bool { partCount == 0 }

  /// Starts a compound at its first part.
  mutating func begin(position: Int, tokenIndex: Int, start: Int) {
    self.position = position
    self.tokenIndex = tokenIndex
    self.start = start
    partCount = 0
    hasLetter = false
    joined.removeAll(keepingCapacity: true)
  }

  /// Adds a part that ends at `end`; the next starts behind a hyphen of `hyphenLength` bytes, or
  /// there is none when that is 0.
  mutating func add(_ part: ArraySlice<UInt8>, end: Int, next: Int, hyphenLength: Int) {
    self.end = end
    partCount += 1
    resumesAt = hyphenLength > 0 ? next + hyphenLength : nil
    guard partCount <= Self.partsMax, joined.count <= AnalyzerLimits.termBytesMax else { return }
    for byte in part where byte != Apostrophes.byte {
      hasLetter = hasLetter || byte > UInt8(ascii: "9")
      joined.append(byte)
    }
  }

  /// Forgets the compound.
  mutating func close() {
    partCount = 0
    resumesAt = nil
  }

  /// Whether the byte is one with which a hyphen may start.
  @inline(__always)
  static func mayStartHyphen(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte >= 0x80
  }

  /// The number of bytes of the hyphen at `index`, 0 if there is none: - ‐ ‑ ﹣ －.
  @inline(__always)
  static func hyphenLength(in text: Span<UInt8>, at index: Int) -> Int {
    guard index < text.count else { return 0 }
    let byte = text[index]
    if byte == UInt8(ascii: "-") { return 1 }
    guard byte >= 0x80 else { return 0 }
    let (scalar, length) = Scalars.decode(text, at: index)
    switch scalar {
    case 0x2010, 0x2011, 0xFE63, 0xFF0D: return length
    default: return 0
    }
  }
}
