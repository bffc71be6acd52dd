/// Breaks text into lines that fit the terminal.
struct Typesetter: Sendable {
  /// How many columns a line may have.
  let columns: Int
  /// Whether styles are shown by the terminal's codes.
  let isColoured: Bool

  /// A piece that no line break may fall into.
  private struct Piece {
    var runs: [StyledText.Run] = []
    var columns = 0
    /// Whether a space stands before it, where it is not the first of its line.
    var hasSpaceBefore = true
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
    var line: [Piece] = []
    var used = 0
    func start() -> Int { lines.isEmpty ? indent : hanging }
    func end() {
      lines.append(String(repeating: " ", count: start()) + shown(runs(of: line)))
      line = []
      used = 0
    }
    for piece in pieces(of: text, columnsMax: columns - max(indent, hanging)) {
      let space = used > 0 && piece.hasSpaceBefore ? 1 : 0
      if used > 0, start() + used + space + piece.columns > columns { end() }
      used += piece.columns + (used > 0 ? space : 0)
      line.append(piece)
    }
    if used > 0 { end() }
    return lines
  }

  /// The runs of a line, with the spaces between its pieces and the marks of direction.
  private func runs(of line: [Piece]) -> [StyledText.Run] {
    let readings = line.map { piece in
      Direction.reading(of: piece.runs.map(\.text).joined())
    }
    let stretches = Direction.stretches(of: readings)
    var runs: [StyledText.Run] = []
    for (place, piece) in line.enumerated() {
      if place > 0, piece.hasSpaceBefore {
        let style = spaceStyle(runs.last, piece.runs.first)
        runs.append(StyledText.Run(text: " ", style: style))
      }
      var own = piece.runs
      if stretches.contains(where: { $0.lowerBound == place }), !own.isEmpty {
        own[0].text = Direction.isolate + own[0].text
      }
      if stretches.contains(where: { $0.upperBound == place + 1 }), !own.isEmpty {
        own[own.count - 1].text += Direction.pop
      }
      runs += own
    }
    return runs
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

  /// The words of `text`, those without spaces in pieces.
  private func pieces(of text: StyledText, columnsMax: Int) -> [Piece] {
    var pieces: [Piece] = []
    var piece = Piece()
    func end() {
      if piece.columns > 0 { pieces.append(piece) }
      piece = Piece()
    }
    for run in text.runs {
      let words = run.text.split(separator: " ", omittingEmptySubsequences: false)
      for (place, word) in words.enumerated() {
        if place > 0 { end() }
        guard !word.isEmpty else { continue }
        let written = written(String(word), run.style)
        for (number, part) in LineBreaks.parts(of: written[...], columnsMax: columnsMax)
          .enumerated()
        {
          if number > 0 {
            end()
            piece.hasSpaceBefore = false
          }
          piece.runs.append(StyledText.Run(text: String(part), style: run.style))
          piece.columns += DisplayWidth.of(part)
        }
      }
    }
    end()
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
