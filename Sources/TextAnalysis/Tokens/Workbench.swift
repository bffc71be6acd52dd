/// The buffers in which words become terms, kept from text to text so that no word costs an
/// allocation.
struct Workbench: Sendable {
  /// The word in NFC, apostrophes straight; then case-folded.
  var form: [UInt8] = []
  /// The part of the word that becomes the next term.
  var part: [UInt8] = []
  /// Where a step writes that cannot work in place.
  var spare: [UInt8] = []
  /// The word's scalars while utf8proc composes them.
  var decomposed: [Int32] = []

  /// Reads an ASCII word of letters and digits: lower case.
  mutating func readASCII(_ text: Span<UInt8>, _ range: Range<Int>) {
    form.removeAll(keepingCapacity: true)
    for index in range.lowerBound..<min(range.upperBound, range.lowerBound + Self.bytesMax) {
      form.append(CaseFolding.fold(text[index]))
    }
  }

  /// Reads any word: NFC, one apostrophe for all, default ignorable characters left out.
  ///
  /// Case comes later. Returns whether it has an apostrophe.
  mutating func read(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    form.removeAll(keepingCapacity: true)
    var hasApostrophe = false
    var isSuspect = false
    var count = 0
    var index = range.lowerBound
    while index < range.upperBound, count < Normalization.scalarsMax {
      let (scalar, length) = Scalars.decode(text, at: index)
      index += length
      count += 1
      if Self.isIgnorable(scalar) { continue }
      if Apostrophes.contains(scalar) {
        hasApostrophe = true
        form.append(Apostrophes.byte)
        continue
      }
      isSuspect = isSuspect || Normalization.isSuspect(scalar)
      Scalars.append(scalar, to: &form)
    }
    if isSuspect { Normalization.compose(&form, scratch: &decomposed) }
    return hasApostrophe
  }

  /// Folds the case of the form.
  mutating func foldCase() {
    spare.removeAll(keepingCapacity: true)
    // A span of a stored array would keep all of self borrowed.
    let text = form
    Self.foldCase(of: text.span, into: &spare)
    swap(&form, &spare)
  }

  /// Makes a range of the form the next part, without apostrophes.
  mutating func takePart(_ range: Range<Int>) {
    part.removeAll(keepingCapacity: true)
    for byte in form[range] where byte != Apostrophes.byte { part.append(byte) }
  }

  /// Drops the part's diacritics.
  mutating func foldDiacritics() {
    spare.removeAll(keepingCapacity: true)
    let text = part
    DiacriticFolding.fold(text.span, into: &spare)
    swap(&part, &spare)
  }

  /// The most bytes of an ASCII word that are looked at: as many as other words' scalars.
  private static let bytesMax = Normalization.scalarsMax

  private static func foldCase(of text: Span<UInt8>, into target: inout [UInt8]) {
    var index = 0
    while index < text.count {
      let (scalar, length) = Scalars.decode(text, at: index)
      index += length
      Scalars.append(CaseFolding.fold(scalar), to: &target)
    }
  }

  /// Whether the character shows nothing and spells nothing: soft hyphen, joiners, marks of
  /// direction, variation selectors.
  ///
  /// A word with and without them is the same word.
  private static func isIgnorable(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAD, 0x34F, 0x61C, 0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F,
      0xFE00...0xFE0F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
      true
    default: false
    }
  }
}
