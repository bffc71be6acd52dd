/// One argument of a request line: blanks outside of quotes part it from its neighbours.
///
///     argument = 1*( bare / quoted )
///     bare     = 1*( any byte but SP TAB DQUOTE )
///     quoted   = DQUOTE *( char / "\" DQUOTE / "\\" / "\n" / "\t" / "\uXXXX" ) DQUOTE
///
/// Whether bare and quoted may touch depends on the use: a value is one of them alone
/// (``value()``), an option is a bare `name=` and a value (``option()``), and in a query quotes also
/// stand where the search language has them, as in `title:"keeping safe"~2` (``queryText()``).
package struct LineArgument: Sendable, Equatable {
  /// A run of bytes outside quotes, or one quoted text.
  package enum Piece: Sendable, Equatable {
    /// Bytes outside quotes, as sent.
    case bare(String, at: Int)
    /// A quoted text: as sent with its quotes, and what it stands for.
    case quoted(raw: String, value: String, at: Int)

    /// The byte of the line where it begins.
    package var at: Int {
      switch self {
      case .bare(_, let at), .quoted(_, _, let at): at
      }
    }

    /// How many bytes are kept of it.
    var byteCount: Int {
      switch self {
      case .bare(let text, _): text.utf8.count
      case .quoted(let raw, let value, _): raw.utf8.count + value.utf8.count
      }
    }
  }

  /// The pieces, at least one.
  package var pieces: [Piece]

  /// Makes an argument.
  package init(_ pieces: [Piece]) {
    self.pieces = pieces
  }

  /// The text as sent.
  package var raw: String {
    pieces.map { piece in
      switch piece {
      case .bare(let text, _): text
      case .quoted(let raw, _, _): raw
      }
    }.joined()
  }

  /// Whether it is the bare text `text`, in any case of ASCII letters.
  package func isKeyword(_ text: String) -> Bool {
    guard pieces.count == 1, case .bare(let found, _) = pieces[0] else { return false }
    return found.uppercased() == text
  }

  /// The text that a bare word or a quoted text stands for.
  package func value() throws(DoorError) -> String {
    try Self.value(pieces[...])
  }

  /// The name and the value of `name=value`; nil where it has not that form.
  package func option() throws(DoorError) -> (name: String, value: String)? {
    guard case .bare(let text, let at) = pieces.first,
      let equals = text.utf8.firstIndex(of: UInt8(ascii: "=")),
      Self.isOptionName(text[..<equals])
    else { return nil }
    var rest = pieces.dropFirst()
    let inside = text[text.index(after: equals)...]
    if !inside.isEmpty {
      let start = at + text.utf8.distance(from: text.startIndex, to: inside.startIndex)
      rest.insert(.bare(String(inside), at: start), at: rest.startIndex)
    }
    return (String(text[..<equals]), rest.isEmpty ? "" : try Self.value(rest))
  }

  /// The text as sent, where its quotes stand as the search language has them: after nothing or one of
  /// `( + - : ,`, and before nothing or one of `~ ) ,`.
  package func queryText() throws(DoorError) -> String {
    for (left, right) in zip(pieces, pieces.dropFirst()) {
      switch (left, right) {
      case (.bare(let text, _), .quoted):
        guard let last = text.utf8.last, Self.beforeQuote.contains(last) else {
          throw .quoting(at: right.at, expected: .blankBeforeQuote)
        }
      case (.quoted, .bare(let text, _)):
        guard let first = text.utf8.first, Self.afterQuote.contains(first) else {
          throw .quoting(at: right.at, expected: .blankAfterQuote)
        }
      case (.quoted, .quoted), (.bare, .bare):
        throw .quoting(at: right.at, expected: .blankAfterQuote)
      }
    }
    return raw
  }

  private static let beforeQuote = Array("(+-:,".utf8)
  private static let afterQuote = Array("~),".utf8)

  private static func value(_ pieces: ArraySlice<Piece>) throws(DoorError) -> String {
    guard let first = pieces.first else { return "" }
    if let second = pieces.dropFirst().first {
      switch second {
      case .bare: throw .quoting(at: second.at, expected: .blankAfterQuote)
      case .quoted:
        var expected = Quoting.blankAfterQuote
        if case .bare = first { expected = .blankBeforeQuote }
        throw .quoting(at: second.at, expected: expected)
      }
    }
    switch first {
    case .bare(let text, _): return text
    case .quoted(_, let value, _): return value
    }
  }

  /// Whether `text` is a lower-case letter with lower-case letters, digits and underscores after it.
  private static func isOptionName(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, (97...122).contains(first) else { return false }
    return text.utf8.allSatisfy {
      (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "_")
    }
  }
}
