/// A value of a YAML file with the line on which it begins: text, list or map.
///
/// There are no numbers, dates or truth values: a field's own reader decides what its text means,
/// so that `no` stays a word and `2020-09-07` a date of the record's own kind.
struct YAMLNode {
  /// The line, counted from 1 in the file.
  let line: Int
  /// What stands there.
  let content: Content

  /// The three things that a node can be.
  enum Content {
    /// A scalar; `isQuoted` tells `""` from nothing.
    case text(String, isQuoted: Bool)
    /// A sequence.
    case list([YAMLNode])
    /// A mapping, in the file's order; keys are unique.
    case map([Entry])
  }

  /// A key with its value.
  struct Entry {
    /// The key.
    let key: String
    /// The key's line.
    let line: Int
    /// The value.
    let value: YAMLNode
  }

  /// Whether nothing stands there: an empty plain scalar, `~` or `null`.
  var isNothing: Bool {
    guard case .text(let text, isQuoted: false) = content else { return false }
    return ["", "~", "null"].contains(text)
  }

  /// What stands there, for a fault.
  var found: String {
    switch content {
    case .text(let text, _): text
    case .list: "a list"
    case .map: "fields of its own"
    }
  }
}
