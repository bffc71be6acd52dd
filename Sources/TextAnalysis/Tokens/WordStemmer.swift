/// Replaces a word by what all its forms share: a stem, or a lemma.
///
/// Called through an existential, but only for words that ``StemCache`` does not hold.
protocol WordStemmer: AnyObject, Sendable {
  /// Replaces a case-folded word in NFC; never by nothing.
  func stem(_ word: inout [UInt8])
}
