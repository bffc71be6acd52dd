/// A value in a row of an aggregation.
enum FTCell: Sendable, Hashable {
  /// Nothing known.
  case nothing
  /// A text.
  case text(String)
  /// A number.
  case number(Double)
  /// Several values: a record's tags, or a list that was gathered.
  case list([FTCell])

  /// The values that grouping and gathering see: each of several, one that is nothing where there is none.
  var values: [FTCell] {
    switch self {
    case .list(let cells): cells.isEmpty ? [.nothing] : cells
    case .nothing, .text, .number: [self]
    }
  }

  /// The number, where it is one or a text that reads as one.
  var number: Double? {
    switch self {
    case .number(let number): number
    case .text(let text): Double(text)
    case .nothing, .list: nil
    }
  }

  /// The text that is sent; several values joined by commas.
  var text: String {
    switch self {
    case .nothing: ""
    case .text(let text): text
    case .number(let number): Self.text(number)
    case .list(let cells): cells.map(\.text).joined(separator: FTRecord.separator)
    }
  }

  /// About how many bytes of memory it takes.
  var byteCount: Int {
    switch self {
    case .nothing, .number: 16
    case .text(let text): 16 + text.utf8.count
    case .list(let cells): cells.reduce(16) { $0 + $1.byteCount }
    }
  }

  /// The order of two values: numbers, then texts by their bytes, what is nothing last.
  static func isBefore(_ left: FTCell, _ right: FTCell) -> Bool {
    switch (left, right) {
    case (.nothing, _): false
    case (_, .nothing): true
    case (.number(let left), .number(let right)): left < right
    case (.number, _): true
    case (_, .number): false
    default: left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
  }

  /// A number with at most twelve digits that count, as RediSearch writes it.
  static func text(_ number: Double) -> String {
    guard number.isFinite, abs(number) < 1e15 else { return number.description }
    if number == number.rounded() { return String(Int64(number)) }
    var whole = abs(number)
    var exponent = 0
    while whole >= 10 {
      whole /= 10
      exponent += 1
    }
    while whole < 1, exponent > -15 {
      whole *= 10
      exponent -= 1
    }
    let decimals = min(max(11 - exponent, 0), 18)
    var scale: Double = 1
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (abs(number) * scale).rounded()
    guard scaled < 9e18 else { return number.description }
    let digits = String(Int64(scaled))
    let padded = String(repeating: "0", count: max(decimals + 1 - digits.utf8.count, 0)) + digits
    var text = padded.dropLast(decimals) + "." + padded.suffix(decimals)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return (number < 0 ? "-" : "") + text
  }
}
