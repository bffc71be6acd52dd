public import TextAnalysis

/// What a writer is handed: one document's fields.
///
/// Field names are the caller's; a field has one kind throughout an index, and comes into being by
/// being used.
public struct Document: Sendable {
  /// A field's value.
  public enum Value: Sendable {
    /// Analysed text, indexed with frequencies and positions, and with a norm.
    case text(String, any Analyzer)
    /// Exact values: found as they are, counted as facets, usable for sorting.
    case tags([String])
    /// A number for ranges and sorting; at most one a document and field.
    case number(Int64)
  }

  /// The document's name, unique in the index: a later document of the same key replaces this one.
  public var key: String
  /// 16 bytes by which the owner tells whether its source changed.
  public var fingerprint: [UInt8]
  /// Bytes handed back as they are with a hit.
  public var stored: [UInt8]
  /// The fields in the order of indexing; a text field named twice is one text, with a gap of 100
  /// positions between so that no phrase matches across.
  public private(set) var fields: [(name: String, value: Value)] = []

  /// Makes a document without fields.
  public init(
    key: String, fingerprint: [UInt8] = [UInt8](repeating: 0, count: 16), stored: [UInt8] = []
  ) {
    self.key = key
    self.fingerprint = fingerprint
    self.stored = stored
  }

  /// Adds a value of field `name`.
  public mutating func add(_ name: String, _ value: Value) {
    fields.append((name, value))
  }
}
