/// Sees a text's way through the steps of its analysis.
///
/// The pipeline is generic over it: with ``NoWatcher`` every call vanishes, with the recorder of
/// ``AnalysisTrace`` the same code writes down what it does.
protocol StepWatcher {
  /// Whether anything is written down; false lets the pipeline pass over what only a reader wants.
  static var isWatching: Bool { get }
  /// A word (or a joined form) begins.
  mutating func beginWord()
  /// A part of the word begins: what was seen before holds for all parts.
  mutating func beginPart()
  /// A step left the word in this form.
  mutating func saw(_ step: AnalysisTrace.StepKind, _ form: [UInt8])
  /// The part became the token of that number.
  mutating func emitted(_ index: Int)
}

/// Sees nothing: the watcher of indexing and searching.
struct NoWatcher: StepWatcher {
  static var isWatching: Bool { false }
  mutating func beginWord() {}
  mutating func beginPart() {}
  mutating func saw(_ step: AnalysisTrace.StepKind, _ form: [UInt8]) {}
  mutating func emitted(_ index: Int) {}
}
