/// The sections of a segment, in the order in which they lie in the file.
enum Section: UInt32, CaseIterable, Sendable {
  /// What fields there are and where their parts lie; see ``SegmentField``.
  case fields = 1
  /// The term dictionaries' blocks; see ``TermDictionaryFormat``.
  case terms
  /// The term dictionaries' top level; see ``TermDictionaryFormat``.
  case termIndex
  /// Doc ids and frequencies; see ``PostingsFormat``.
  case postings
  /// How to pass over blocks of postings; see ``SkipFormat``.
  case skips
  /// Positions; see ``PostingsFormat``.
  case positions
  /// Encoded field lengths, one byte a document and text field; see ``NormsReader``.
  case norms
  /// Values by doc id; see ``NumberColumn`` and ``TagColumn``.
  case columns
  /// Keys, fingerprints and stored bytes; see ``StoredFieldsFormat``.
  case stored
  /// Where each document's stored fields begin; see ``StoredFieldsFormat``.
  case storedIndex

  /// The name by which errors and `verify` call it.
  var name: String {
    switch self {
    case .fields: "fields"
    case .terms: "terms"
    case .termIndex: "termIndex"
    case .postings: "postings"
    case .skips: "skips"
    case .positions: "positions"
    case .norms: "norms"
    case .columns: "columns"
    case .stored: "stored"
    case .storedIndex: "storedIndex"
    }
  }
}
