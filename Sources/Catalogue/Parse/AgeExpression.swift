public import Records

/// Ages as people type them in a filter or a flag.
///
///     8            8-8            8-11   8..11      8-11
///     under-12     0-11           over-12  12+  12- 12-
///     dan-12       0-11           dros-12           12-
///
/// Spaces, hyphens and underscores between a word and a number are the same.
public enum AgeExpression {
  /// The range that `text` names, or nil.
  public static func range(_ text: String) -> AgeRange? {
    let plain = text.lowercased().replacing("_", with: "-").replacing(" ", with: "-")
      .replacing("\u{2013}", with: "-").replacing("..", with: "-")
    for (words, make) in forms {
      for word in words where plain.hasPrefix(word + "-") {
        return age(plain.dropFirst(word.count + 1)).flatMap(make)
      }
    }
    if plain.hasSuffix("+") { return age(plain.dropLast()).flatMap { AgeRange(min: $0, max: nil) } }
    return AgeRange(plain)
  }

  /// The forms in words: all that they accept is this table.
  private static let forms: [(words: [String], make: @Sendable (Int) -> AgeRange?)] = [
    (["under", "below", "dan", "o-dan"], { AgeRange(min: 0, max: $0 - 1) }),
    (["over", "dros"], { AgeRange(min: $0, max: nil) }),
    (["up-to", "hyd-at"], { AgeRange(min: 0, max: $0) }),
    (["age", "aged", "oed"], { AgeRange(min: $0, max: $0) }),
  ]

  private static func age(_ text: Substring) -> Int? {
    let digits = text.hasSuffix("s") ? text.dropLast() : text
    guard (1...3).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return Int(digits)
  }
}
