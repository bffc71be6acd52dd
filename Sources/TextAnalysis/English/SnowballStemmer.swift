import CSnowball

/// One stemmer of libstemmer, for one thread at a time.
///
/// The one wrapper of libstemmer, and so one of the files that may hold unsafe code.
///
/// `@unchecked Sendable`: libstemmer's object is plain memory without ties to a thread, and two
/// threads never hold one stemmer, since ``StemmerPool`` hands each to one caller until that gives
/// it back, and the handle is private and immutable.
@safe final class SnowballStemmer: WordStemmer, @unchecked Sendable {
  private let handle: OpaquePointer
  /// Romanian writes ș and ț with commas; libstemmer 2.2 knows them with cedillas, as old texts
  /// have.
  private let wantsCedillas: Bool

  /// Makes a stemmer; nil where libstemmer has no such algorithm, or no memory.
  init?(algorithm: String) {
    guard let handle = unsafe sb_stemmer_new(algorithm, "UTF_8") else { return nil }
    unsafe self.handle = handle
    wantsCedillas = algorithm == "romanian"
  }

  deinit { unsafe sb_stemmer_delete(handle) }

  /// Replaces a case-folded word by its stem; a word whose stem would be empty stays as it is.
  ///
  /// - Precondition: valid UTF-8, as ``Workbench`` makes it whatever it reads; libstemmer is handed
  ///   pointer and length of one array, and its answer is copied before its next call.
  func stem(_ word: inout [UInt8]) {
    guard !word.isEmpty else { return }
    if wantsCedillas { Self.replaceCommas(in: &word) }
    let stem = unsafe word.withUnsafeBufferPointer { letters in
      unsafe sb_stemmer_stem(handle, letters.baseAddress, Int32(clamping: letters.count))
    }
    guard let stem = unsafe stem else { return }
    let count = Int(unsafe sb_stemmer_length(handle))
    guard count > 0 else { return }
    word.removeAll(keepingCapacity: true)
    unsafe word.append(contentsOf: UnsafeBufferPointer(start: stem, count: count))
  }

  private static func replaceCommas(in word: inout [UInt8]) {
    for index in word.indices.dropFirst() where word[index - 1] == 0xC8 {
      switch word[index] {
      case 0x99: (word[index - 1], word[index]) = (0xC5, 0x9F)  // ș to ş
      case 0x9B: (word[index - 1], word[index]) = (0xC5, 0xA3)  // ț to ţ
      default: break
      }
    }
  }
}
