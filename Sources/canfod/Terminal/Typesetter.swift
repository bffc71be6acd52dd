/// Breaks text into lines that fit the terminal.
struct Typesetter: Sendable {
  /// How many columns a line may have.
  let columns: Int
  /// Whether styles are shown by the terminal's codes.
  let isColoured: Bool

  /// A piece that no line break may fall into, or the space between two.
  private struct Piece {
    var runs: [StyledText.Run] = []
    var columns = 0
  }

  /// The lines of `text`, broken between words.
  ///
  /// - Parameters:
  ///   - text: what to set. Words longer than a line stand alone and stick out: an address that is
  ///     broken cannot be opened.
  ///   - indent: the spaces before the first line.
  ///   - hanging: the spaces before all others.
  /// - Returns: The lines, without trailing spaces; none for an empty text.
  func set(_ text: StyledText, indent: Int, hanging: Int) -> [String] {
    var lines: [String] = []
    var line: [StyledText.Run] = []
    var used = 0
    func start() -> Int { lines.isEmpty ? indent : hanging }
    func end() {
      lines.append(String(repeating: " ", count: start()) + shown(line))
      line = []
      used = 0
    }
    for piece in pieces(of: text) {
      if used > 0, start() + used + 1 + piece.columns > columns { end() }
      if used > 0 {
        line.append(StyledText.Run(text: " ", style: spaceStyle(line.last, piece.runs.first)))
        used += 1
      }
      line += piece.runs
      used += piece.columns
    }
    if used > 0 { end() }
    return lines
  }

  /// The style of a space: that of its neighbours where they agree, so that a heading is one stretch.
  private func spaceStyle(
    _ before: StyledText.Run?, _ after: StyledText.Run?
  ) -> StyledText.Style {
    guard let before, let after, before.style == after.style, before.style != .found else {
      return .plain
    }
    return before.style
  }

  /// The words of `text`.
  private func pieces(of text: StyledText) -> [Piece] {
    var pieces: [Piece] = []
    var piece = Piece()
    for run in text.runs {
      let parts = run.text.split(separator: " ", omittingEmptySubsequences: false)
      for (place, part) in parts.enumerated() {
        if place > 0 {
          if piece.columns > 0 { pieces.append(piece) }
          piece = Piece()
        }
        guard !part.isEmpty else { continue }
        let written = StyledText.Run(text: written(String(part), run.style), style: run.style)
        piece.runs.append(written)
        piece.columns += DisplayWidth.of(written.text)
      }
    }
    if piece.columns > 0 { pieces.append(piece) }
    return pieces
  }

  /// A found word where no colour can show it.
  private func written(_ text: String, _ style: StyledText.Style) -> String {
    style == .found && !isColoured ? "*\(text)*" : text
  }

  /// A line's runs with the terminal's codes, neighbours of one style joined.
  private func shown(_ runs: [StyledText.Run]) -> String {
    guard isColoured else { return runs.map(\.text).joined() }
    var text = ""
    var current = StyledText.Style.plain
    for run in runs where !run.text.isEmpty {
      if run.style != current {
        if current.code != nil { text += "\u{1B}[0m" }
        if let code = run.style.code { text += "\u{1B}[\(code)m" }
        current = run.style
      }
      text += run.text
    }
    return current.code == nil ? text : text + "\u{1B}[0m"
  }
}
