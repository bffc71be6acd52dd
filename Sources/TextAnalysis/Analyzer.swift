/// Turns a text of one language into the terms under which it is indexed and searched.
///
/// Every analyzer promises: the same text gives the same tokens; the ``TokenBatch`` invariants hold
/// for any bytes that are valid UTF-8; no term is empty or longer than ``AnalyzerLimits/termBytesMax``.
public protocol Analyzer: Sendable {
  /// The analyzer's name, which is also the suffix of the fields it fills: `en`, `cy`, `und` …
  var tag: String { get }

  /// Appends the tokens of `text` (valid UTF-8) to `batch`; positions go on from the batch's last.
  func analyze(_ text: Span<UInt8>, into batch: inout TokenBatch)
}

/// Limits that all analyzers keep.
public enum AnalyzerLimits {
  /// The longest term, in bytes; a longer word is cut there, at a character's border.
  public static let termBytesMax = 255
}

extension Analyzer {
  /// The tokens of a text.
  public func tokens(of text: String) -> TokenBatch {
    var batch = TokenBatch()
    let bytes = Array(text.utf8)
    analyze(bytes.span, into: &batch)
    return batch
  }

  /// The terms of a text, in order.
  public func terms(of text: String) -> [String] {
    let batch = tokens(of: text)
    return batch.tokens.map { batch.text($0) }
  }
}
