/// The infos of the terms of a block, one after another in as few bits as they need.
///
///     infos       = docLow:4 postingsLow:4 [positionsLow:4] base(postings) [base(positions)]
///                   info* zeros up to a full byte                     in brackets: text fields
///     base        = width:6 offset:width
///     info        = golomb(df - 1, 0) [golomb(ttf - df, low(df) - 1)] where [positions]
///     where       = document                                          if df is 1
///                 | postings                                          if df is 2…128
///                 | postings golomb(skipsDelta, 10)                   if df is above 128
///     document    = 0 docID                                           in as many bits as the
///                                                                     segment's doc ids need
///                 | 1 golomb(zigzag(docID - docID before), docLow)
///     postings    = golomb(delta, low(df before) + postingsLow - 4)
///     positions   = golomb(delta, low(ttf before) + positionsLow - 4)
///
/// Codes are those of ``BitReader``; low(n) is the number of binary digits of n less one, and a
/// negative number of low bits is 0, one above 31 is 31. A delta is from the same offset of the entry
/// before that has one, whose length it thus is: so the number of its low bits follows from that
/// entry's frequency. The first that has one takes the base and has no delta; bases are 0 if there
/// is none; skips count from 0. The doc id before is that of the entry with one document before, or
/// 0; zigzag(n) is 2n, and -2n - 1 for negative ones: terms that stand side by side often come from
/// the same or neighbouring documents. What is best for the three numbers of low bits is tried out
/// for each block.
///
/// Example: df 1 and docs 0 and 1, of two documents, in a tag field: docLow 0, postingsLow 0, base
/// width 0; then 1 (df) 0 0 (document 0), 1 (df) 0 1 (document 1): 14 + 6 bits `00 40 0A`.
enum TermInfoCode {
  /// The low bits of a skip delta.
  static let skipsLow = 10

  /// The number of binary digits of `number` less one.
  ///
  /// - Precondition: `number` is at least 1.
  @inline(__always)
  static func low(_ number: Int) -> Int { 63 &- number.leadingZeroBitCount }

  /// The low bits of the code of a delta after an entry of so many.
  @inline(__always)
  static func low(after frequency: Int, _ parameter: Int) -> Int {
    min(max(low(frequency) &+ parameter &- 4, 0), BitReader.lowMax)
  }

  /// The low bits of the code of `ttf - df`.
  @inline(__always)
  static func repeatsLow(_ documentFrequency: Int) -> Int {
    min(max(low(documentFrequency) &- 1, 0), BitReader.lowMax)
  }

  static func zigzag(_ number: Int) -> Int { number << 1 ^ number >> 63 }
  @inline(__always)
  static func unzigzag(_ number: Int) -> Int { number >> 1 ^ -(number & 1) }
}

/// Reads the infos of one block from front to back.
struct TermInfoReader {
  /// What there is to remember from one info to the next: plain numbers, so that a loop over infos
  /// has them in registers.
  private struct Place {
    var bits: BitReader
    var ordinal: Int
    var postings = 0
    var positions = 0
    var skips = 0
    var docID = 0
    /// The frequencies of the entries before that have postings and positions; 0: there is none.
    var postingsFrequency = 0
    var positionsFrequency = 0
  }

  private let bytes: SectionBytes
  private let limits: TermLimits
  private let isText: Bool
  private let docIDWidth: Int
  private let docLow: Int
  private let postingsLow: Int
  private let positionsLow: Int
  private var place: Place

  /// Starts at the infos of a block of `dictionary`, whose first term is `ordinal`.
  init(
    _ dictionary: TermDictionaryReader, _ bytes: SectionBytes, at offset: Int, ordinal: Int
  ) throws(IndexError) {
    self.bytes = bytes
    limits = dictionary.limits
    docIDWidth = dictionary.docIDWidth
    isText = dictionary.kind == .text
    place = Place(bits: try BitReader(bytes, at: offset * 8), ordinal: ordinal)
    docLow = try place.bits.number(4, of: bytes)
    postingsLow = try place.bits.number(4, of: bytes)
    positionsLow = isText ? try place.bits.number(4, of: bytes) : 0
    place.postings = try Self.base(&place.bits, bytes)
    if isText { place.positions = try Self.base(&place.bits, bytes) }
  }

  private static func base(
    _ bits: inout BitReader, _ bytes: SectionBytes
  ) throws(IndexError) -> Int {
    let width = try bits.number(6, of: bytes)
    guard width <= 48 else {
      throw bytes.corrupt(at: bits.position >> 3, expected: "an offset of at most 48 bits")
    }
    return try bits.number(width, of: bytes)
  }

  /// The bit at which the next info starts, from the start of the field's terms.
  var position: Int { place.bits.position }

  /// Passes over infos up to that of `target`.
  mutating func skip(to target: Int) throws(IndexError) {
    var place = place
    while place.ordinal < target { _ = try read(&place) }
    self.place = place
  }

  /// The next info; all that it says is within the limits.
  mutating func next() throws(IndexError) -> TermInfo {
    var place = place
    let info = try read(&place)
    self.place = place
    let repeats = info.totalTermFrequency &- info.documentFrequency
    let offsets = info.postingsOffset | info.positionsOffset | info.skipsOffset
    guard info.documentFrequency > 0, info.documentFrequency <= limits.documentCount, repeats >= 0,
      repeats <= limits.totalTermCount, offsets >= 0, offsets < 2 * TermLimits.offsetMax,
      info.documentFrequency > 1 || (0..<limits.documentCount).contains(place.docID)
    else {
      throw bytes.corrupt(at: position >> 3, expected: "an info within the limits of its field")
    }
    return info
  }

  /// Reads an info without looking at limits: whatever the bits, no sum traps.
  @inline(__always)
  private func read(_ place: inout Place) throws(IndexError) -> TermInfo {
    // Nearly all infos fit into what one load brings: to load for each, needed or not, saves the
    // branches that nobody could foresee.
    place.bits = try BitReader(bytes, at: place.bits.position)
    let frequency = try place.bits.golomb(0, of: bytes) &+ 1
    var total = frequency
    if isText {
      total &+= try place.bits.golomb(TermInfoCode.repeatsLow(frequency), of: bytes)
    }
    var info = TermInfo(
      documentFrequency: frequency, totalTermFrequency: total, ordinal: place.ordinal)
    place.ordinal &+= 1
    if frequency == 1 {
      if try place.bits.number(1, of: bytes) == 0 {
        place.docID = try place.bits.number(docIDWidth, of: bytes)
      } else {
        place.docID &+= TermInfoCode.unzigzag(try place.bits.golomb(docLow, of: bytes))
      }
      info.singleDocID = DocID(truncatingIfNeeded: place.docID)
    } else {
      if place.postingsFrequency != 0 {
        let low = TermInfoCode.low(after: place.postingsFrequency, postingsLow)
        place.postings &+= try place.bits.golomb(low, of: bytes)
      }
      place.postingsFrequency = frequency
      info.postingsOffset = place.postings
      if frequency > PostingsFormat.blockCount {
        place.skips &+= try place.bits.golomb(TermInfoCode.skipsLow, of: bytes)
        info.skipsOffset = place.skips
      }
    }
    if isText {
      if place.positionsFrequency != 0 {
        let low = TermInfoCode.low(after: place.positionsFrequency, positionsLow)
        place.positions &+= try place.bits.golomb(low, of: bytes)
      }
      place.positionsFrequency = total
      info.positionsOffset = place.positions
    }
    return info
  }
}

/// Writes the infos of one block.
struct TermInfoWriter {
  private let isText: Bool
  private let docIDWidth: Int
  private var bits = BitWriter()

  /// Makes a writer for a field of `kind` of a segment of so many documents.
  init(kind: FieldKind, documentCount: Int) {
    isText = kind == .text
    docIDWidth = TermLimits(documentCount: documentCount, totalTermCount: 0).docIDWidth
  }

  /// The bytes of the infos of a block.
  mutating func encode(_ infos: [TermInfo]) -> [UInt8] {
    let docLow = bestDocLow(infos)
    let spread = infos.filter { $0.documentFrequency > 1 }
    let postingsLow = bestLow(spread.map { ($0.documentFrequency, $0.postingsOffset) })
    let positionsLow = bestLow(infos.map { ($0.totalTermFrequency, $0.positionsOffset) })
    bits.removeAll()
    bits.number(docLow, 4)
    bits.number(postingsLow, 4)
    if isText { bits.number(positionsLow, 4) }
    base(spread.first?.postingsOffset ?? 0)
    if isText { base(infos.first?.positionsOffset ?? 0) }
    var docID = 0
    var skips = 0
    var postings: TermInfo?
    for (index, info) in infos.enumerated() {
      let frequency = info.documentFrequency
      bits.golomb(frequency - 1, 0)
      if isText {
        bits.golomb(info.totalTermFrequency - frequency, TermInfoCode.repeatsLow(frequency))
      }
      if frequency == 1 {
        let delta = TermInfoCode.zigzag(Int(info.singleDocID) - docID)
        let isNear = BitWriter.golombLength(delta, docLow) < docIDWidth
        bits.number(isNear ? 1 : 0, 1)
        if isNear {
          bits.golomb(delta, docLow)
        } else {
          bits.number(Int(info.singleDocID), docIDWidth)
        }
        docID = Int(info.singleDocID)
      } else {
        if let postings {
          bits.golomb(
            info.postingsOffset - postings.postingsOffset,
            TermInfoCode.low(after: postings.documentFrequency, postingsLow))
        }
        postings = info
        if frequency > PostingsFormat.blockCount {
          bits.golomb(info.skipsOffset - skips, TermInfoCode.skipsLow)
          skips = info.skipsOffset
        }
      }
      if isText, index > 0 {
        bits.golomb(
          info.positionsOffset - infos[index - 1].positionsOffset,
          TermInfoCode.low(after: infos[index - 1].totalTermFrequency, positionsLow))
      }
    }
    bits.finish()
    return bits.bytes
  }

  private mutating func base(_ offset: Int) {
    let width = 64 - offset.leadingZeroBitCount
    bits.number(width, 6)
    bits.number(offset, width)
  }

  private func bestDocLow(_ infos: [TermInfo]) -> Int {
    var lengths = [Int](repeating: 0, count: 16)
    var docID = 0
    for info in infos where info.documentFrequency == 1 {
      let delta = TermInfoCode.zigzag(Int(info.singleDocID) - docID)
      docID = Int(info.singleDocID)
      for low in 0..<16 { lengths[low] += min(BitWriter.golombLength(delta, low), docIDWidth) }
    }
    return Self.smallest(lengths)
  }

  /// The parameter with which the deltas of these offsets take least.
  private func bestLow(_ entries: [(frequency: Int, offset: Int)]) -> Int {
    var lengths = [Int](repeating: 0, count: 16)
    for (entry, next) in zip(entries, entries.dropFirst()) {
      for parameter in 0..<16 {
        lengths[parameter] += BitWriter.golombLength(
          next.offset - entry.offset, TermInfoCode.low(after: entry.frequency, parameter))
      }
    }
    return Self.smallest(lengths)
  }

  private static func smallest(_ lengths: [Int]) -> Int {
    lengths.indices.min { lengths[$0] < lengths[$1] } ?? 0
  }
}
