/// Drops what people leave out when they type: the diacritics of Latin, Greek and Cyrillic letters,
/// and the vowel signs of Arabic and Hebrew.
///
/// `tŷ` becomes `ty`, `Łódź` (after case folding) `lodz`.
///
/// - Latin, Greek, Cyrillic: letters lose their nonspacing marks; letters that Unicode does not
///   decompose (ø ł đ ı ß æ …) have a row in ``plain(_:)``.
/// - Arabic harakat and tatweel and Hebrew points are dropped, hamza and madda kept.
/// - Letters and digits with several code points have one (``LetterVariants``).
/// - The marks of all other scripts (Devanagari, Thai, kana …) spell sounds and are kept.
public enum DiacriticFolding {
  /// Lower-case text without the diacritics.
  public static func bare(_ text: String) -> String {
    let letters = Array(text.utf8)
    var bare: [UInt8] = []
    fold(letters.span, into: &bare)
    return String(decoding: bare, as: UTF8.self)
  }

  /// Appends the bare form of case-folded NFC text to `target`.
  static func fold(_ text: Span<UInt8>, into target: inout [UInt8]) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        target.append(byte)
        index += 1
        continue
      }
      let (scalar, length) = Scalars.decode(text, at: index)
      index += length
      append(scalar, to: &target)
    }
  }

  /// Whether the mark is one of those that are dropped wherever they stand: the blocks of combining
  /// marks for European letters, Arabic harakat and tatweel, Hebrew points.
  static func isDropped(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x300...0x36F, 0x483...0x489, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF,
      0x2DE0...0x2DFF, 0xA66F...0xA672, 0xA674...0xA67D, 0xA69E...0xA69F, 0xFE20...0xFE2F:
      true
    case 0x591...0x5BD, 0x5BF, 0x5C1...0x5C2, 0x5C4...0x5C5, 0x5C7: true
    case 0x610...0x61A, 0x640, 0x64B...0x652, 0x656...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E4,
      0x6E7...0x6E8, 0x6EA...0x6ED:
      true
    default: false
    }
  }

  /// The ASCII spelling of a Latin letter that has no decomposition.
  static func plain(_ scalar: UInt32) -> String? {
    switch scalar {
    case 0xDF: "ss"  // ß
    case 0xE6: "ae"  // æ
    case 0xF0, 0x111: "d"  // ð đ
    case 0xF8: "o"  // ø
    case 0xFE: "th"  // þ
    case 0x127: "h"  // ħ
    case 0x131: "i"  // ı
    case 0x133: "ij"  // ĳ
    case 0x138: "k"  // ĸ
    case 0x140, 0x142: "l"  // ŀ ł
    case 0x149, 0x14B: "n"  // ŉ ŋ
    case 0x153: "oe"  // œ
    case 0x167: "t"  // ŧ
    case 0x180: "b"  // ƀ
    case 0x237: "j"  // ȷ
    case 0x268: "i"  // ɨ
    default: nil
    }
  }

  private static func append(_ scalar: UInt32, to target: inout [UInt8]) {
    if isDropped(scalar) { return }
    let scalar = LetterVariants.plain(scalar)
    if let spelling = plain(scalar) {
      for letter in spelling.utf8 { target.append(letter) }
      return
    }
    let index = Int(scalar)
    let bare = index < low.count ? UInt32(low[index]) : searched(scalar)
    // A letter's bare form may be one of the rows above: ǿ is ø with a mark.
    if bare != scalar, let spelling = plain(bare) {
      for letter in spelling.utf8 { target.append(letter) }
      return
    }
    Scalars.append(bare, to: &target)
  }

  /// U+0000…U+024F laid out one by one.
  private static let low: [UInt16] = (0..<0x250).map { UInt16(searched($0)) }

  private static func searched(_ scalar: UInt32) -> UInt32 {
    let pairs = DiacriticFoldingTable.numbers
    var below = 0
    var above = pairs.count / 2
    while below < above {
      let middle = (below + above) / 2
      if pairs[2 * middle] < scalar { below = middle + 1 } else { above = middle }
    }
    guard below < pairs.count / 2, pairs[2 * below] == scalar else { return scalar }
    return pairs[2 * below + 1]
  }
}
