import CUTF8Proc

/// Normalization Form C of one word, by utf8proc.
///
/// Words are normalised, not texts, so that the tokens' byte ranges stay those of the text as it
/// was handed in. The one wrapper of utf8proc, and so one of the files that may hold unsafe code.
enum Normalization {
  /// The most scalars of a word that are looked at: Unicode's own bound for sequences of marks is
  /// 30 (UAX #15, Stream-Safe Text), and utf8proc sorts marks in quadratic time.
  static let scalarsMax = 1024

  /// Whether a word that holds the scalar may be other than NFC.
  @inline(__always)
  static func isSuspect(_ scalar: UInt32) -> Bool {
    scalar >= 0x300 && searched(scalar)
  }

  /// Replaces UTF-8 by its NFC.
  ///
  /// Where utf8proc refuses the bytes they stay as they are.
  ///
  /// `decomposed` is scratch space, kept by the caller for the next word.
  static func compose(_ bytes: inout [UInt8], scratch decomposed: inout [Int32]) {
    let options = utf8proc_option_t(UTF8PROC_STABLE.rawValue | UTF8PROC_COMPOSE.rawValue)
    // No scalar decomposes canonically into more than four.
    let room = bytes.count * 4
    if decomposed.count < room {
      decomposed.append(contentsOf: repeatElement(0, count: room - decomposed.count))
    }
    let count = unsafe bytes.withUnsafeBufferPointer { source in
      unsafe decomposed.withUnsafeMutableBufferPointer { target in
        let length = unsafe utf8proc_decompose(
          source.baseAddress, source.count, target.baseAddress, target.count, options)
        guard length >= 0, length <= target.count else { return -1 }
        return unsafe utf8proc_normalize_utf32(target.baseAddress, length, options)
      }
    }
    guard count >= 0, count <= decomposed.count else { return }
    bytes.removeAll(keepingCapacity: true)
    for index in 0..<count {
      Scalars.append(UInt32(bitPattern: decomposed[index]), to: &bytes)
    }
  }

  private static func searched(_ scalar: UInt32) -> Bool {
    let ranges = NormalizationTable.numbers
    var low = 0
    var high = ranges.count / 2
    while low < high {
      let middle = (low + high) / 2
      if ranges[2 * middle + 1] < scalar { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count / 2 && ranges[2 * low] <= scalar
  }
}
