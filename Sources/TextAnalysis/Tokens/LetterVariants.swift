/// Letters and digits that are one to their readers and several to Unicode, because keyboards and
/// languages write them by different code points.
///
/// - Arabic script: the yeh, kaf and heh of Persian, Urdu and Kurdish, and alef maksura, are those of
///   Arabic. Who searches has whichever their keyboard gives.
/// - The decimal digits of the scripts below are 0 to 9.
///
/// Source: Lucene's ArabicNormalizer, PersianNormalizer, SoraniNormalizer and DecimalDigitFilter. We
/// keep hamza, teh marbuta and yeh barree, which tell words apart.
enum LetterVariants {
  /// The code point that stands for `scalar` and its variants.
  static func plain(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case ..<0x649: return scalar
    case 0x649, 0x6CC: return 0x64A  // ى ی: ي
    case 0x6A9, 0x6AA: return 0x643  // ک ڪ: ك
    case 0x6BE, 0x6C0, 0x6C1, 0x6C2, 0x6D5: return 0x647  // ھ ۀ ہ ۂ ە: ه
    case 0x6C3: return 0x629  // ۃ: ة
    default: return digit(scalar) ?? scalar
    }
  }

  /// The zeros of the scripts that count by ten, ascending; 1 to 9 follow each.
  private static let zeros: [UInt32] = [
    0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xE50, 0xED0,
    0xF20, 0x1040, 0x17E0, 0xFF10,
  ]

  private static func digit(_ scalar: UInt32) -> UInt32? {
    // Most letters are past the last: Chinese pays one comparison.
    guard scalar <= 0x17E9 || scalar >= 0xFF10 else { return nil }
    guard let zero = zeros.last(where: { $0 <= scalar }), scalar - zero < 10 else { return nil }
    return 0x30 + (scalar - zero)
  }
}
