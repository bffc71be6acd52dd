public import TextAnalysis

/// The bench's analysis, the same for all engines: maximal runs of letters and numbers (Unicode
/// Alphabetic, or general category N), in lower case; nothing is folded, stemmed or stopped, and only
/// what is longer than any index takes is cut.
public struct AlnumAnalyzer: Analyzer {
  /// `alnum`.
  public let tag = "alnum"

  /// Makes an analyzer.
  public init() {}

  /// Appends the tokens of `text` to `batch`.
  public func analyze(_ text: Span<UInt8>, into batch: inout TokenBatch) {
    let letters = LetterTable.shared
    var position = (batch.tokens.last?.position ?? -1) + 1
    var term: [UInt8] = []
    var start = 0
    var index = 0
    func end(at index: Int, _ batch: inout TokenBatch) {
      guard !term.isEmpty else { return }
      batch.append(term: term, position: position, start: start, end: index)
      position += 1
      term.removeAll(keepingCapacity: true)
    }
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        let lower = letters.ascii[Int(byte)]
        if lower == 0 {
          end(at: index, &batch)
        } else {
          if term.isEmpty { start = index }
          if term.count < AnalyzerLimits.termBytesMax { term.append(lower) }
        }
        index += 1
        continue
      }
      let (scalar, length) = Self.decode(text, at: index)
      if let lower = letters.lower(scalar) {
        if term.isEmpty { start = index }
        if term.count + lower.count <= AnalyzerLimits.termBytesMax {
          term.append(contentsOf: lower)
        }
      } else {
        end(at: index, &batch)
      }
      index += length
    }
    end(at: text.count, &batch)
  }

  /// The scalar at `index` of well-formed UTF-8, with its length in bytes.
  private static func decode(_ text: Span<UInt8>, at index: Int) -> (UInt32, Int) {
    let lead = UInt32(text[index])
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index + length <= text.count else { return (0xFFFD, text.count - index) }
    var scalar = lead & (0x7F >> UInt32(length))
    for next in 1..<length { scalar = scalar << 6 | UInt32(text[index + next] & 0x3F) }
    return (scalar, length)
  }
}

/// Which scalars belong to words, and their lower case, looked up once.
struct LetterTable: Sendable {
  /// The one table.
  static let shared = LetterTable()

  /// The lower-case letter or digit of an ASCII byte; 0 where it belongs to no word.
  let ascii: [UInt8]
  /// The same, as UTF-8, of the scalars of the basic plane; empty where they belong to no word.
  private let basic: [[UInt8]]

  private init() {
    ascii = (0..<0x80).map { byte in
      let lower = Self.lowered(UInt32(byte))
      return lower.first ?? 0
    }
    basic = (0..<0x1_0000).map { Self.lowered(UInt32($0)) }
  }

  /// The lower case of a scalar as UTF-8; nil where it belongs to no word.
  func lower(_ scalar: UInt32) -> [UInt8]? {
    let lower = scalar < 0x1_0000 ? basic[Int(scalar)] : Self.lowered(scalar)
    return lower.isEmpty ? nil : lower
  }

  private static func lowered(_ value: UInt32) -> [UInt8] {
    guard let scalar = Unicode.Scalar(value) else { return [] }
    let properties = scalar.properties
    let isNumber: Bool
    switch properties.generalCategory {
    case .decimalNumber, .letterNumber, .otherNumber: isNumber = true
    default: isNumber = false
    }
    guard properties.isAlphabetic || isNumber else { return [] }
    return Array(properties.lowercaseMapping.utf8)
  }
}
