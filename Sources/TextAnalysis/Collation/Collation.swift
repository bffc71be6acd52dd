/// The order of a dictionary: Welsh or English.
///
/// Made into keys, which compare byte by byte as the texts are to stand:
///
///     key       = letters SP marks SP capitals SP text          parts compared in this order
///     letters   = *( "!" / digit / letter / UTF-8 )             a blank, 0…9, A onwards, other scripts
///     marks     = *( "." / UTF-8 )                              a plain letter; a marked one, written out
///     capitals  = *( "0" / "1" )                                small; capital
///
/// `marks` and `capitals` end with the last that is not plain. A key is valid UTF-8 and, but for the
/// text at its end, without control characters, so that it can be kept as a text.
///
/// - Blanks sort before digits, digits before letters: *cam drin* before *camdrin*. All other marks and
///   signs, hyphens and apostrophes included, decide nothing until all else is equal.
/// - Diacritics decide between words of the same letters, and then capitals: *tan*, *tân*, *tô*.
/// - Letters of other scripts stand after Latin in the order of Unicode.
///
/// Welsh: a b c ch d dd e f ff g ng h i j k l ll m n o p ph q r rh s t th u v w x y z. The digraphs are
/// letters; k, q, v, x and z stand where English has them, as in CLDR's tailoring for `cy`. The letters
/// of a digraph are two where something stands between them (a hyphen, U+034F COMBINING GRAPHEME
/// JOINER, a soft hyphen), and in the words of ``Welsh``'s list, where *n* and *g* meet by composition:
/// CLDR leaves such words to U+034F, and no lexicon at hand tells them.
///
/// Example: *Tŷ* in Welsh is `[a SP .ŷ SP 1 SP Tŷ`.
///
/// Source: Unicode Technical Standard #10 for the levels; CLDR, `common/collation/cy.xml`.
public struct Collation: Sendable {
  /// Welsh order.
  public static let welsh = Collation(isWelsh: true)
  /// English order, which is also that of other languages in Latin letters.
  public static let english = Collation(isWelsh: false)

  /// The order for a language: Welsh for `cy`, else English.
  public static func order(for languageTag: String) -> Collation {
    languageTag == "cy" || languageTag.hasPrefix("cy-") ? .welsh : .english
  }

  private let isWelsh: Bool

  /// The key by which `text` sorts; the same for texts that Unicode takes to be the same.
  ///
  /// - Complexity: O(n) of the text's length.
  public func key(of text: String) -> [UInt8] {
    var letters: [UInt8] = []
    var marks = Level(plain: UInt8(ascii: "."))
    var capitals = Level(plain: UInt8(ascii: "0"))
    let composed = Self.composed(text)
    let elements = CollationElement.elements(of: composed)
    var index = 0
    while index < elements.count {
      let element = elements[index]
      var length = 1
      switch element.weight {
      case .blank: letters.append(UInt8(ascii: "!"))
      case .digit(let digit): letters.append(UInt8(ascii: "0") + digit)
      case .other(let bytes): letters += bytes
      case .letter(let letter):
        if isWelsh, let weight = WelshAlphabet.digraph(at: index, in: elements) {
          letters.append(weight)
          length = 2
        } else {
          letters.append(isWelsh ? WelshAlphabet.weight(of: letter) : letter & 0xDF)
        }
      }
      for element in elements[index..<index + length] {
        marks.append(element.mark)
        capitals.append(element.isCapital ? [UInt8(ascii: "1")] : [])
      }
      index += length
    }
    let separator = UInt8(ascii: " ")
    return letters + [separator] + marks.bytes + [separator] + capitals.bytes + [separator]
      + composed
  }

  /// The elements in the order of their texts; those of equal texts stay in theirs.
  public func sorted<Element>(
    _ elements: [Element], by text: (Element) -> String
  ) -> [Element] {
    elements.map { (element: $0, key: key(of: text($0))) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map(\.element)
  }

  /// A level of a key, cut behind its last weight that is not plain.
  private struct Level {
    let plain: UInt8
    var bytes: [UInt8] = []
    var plainCount = 0

    init(plain: UInt8) { self.plain = plain }

    /// Appends a weight; an empty one is plain.
    mutating func append(_ weight: [UInt8]) {
      guard !weight.isEmpty else {
        plainCount += 1
        return
      }
      bytes += repeatElement(plain, count: plainCount) + weight
      plainCount = 0
    }
  }

  private static func composed(_ text: String) -> [UInt8] {
    var bytes = Array(text.utf8)
    // Past the bound a text stays as it is: utf8proc sorts marks in quadratic time.
    guard bytes.contains(where: { $0 >= 0xCC }), bytes.count <= 4 * Normalization.scalarsMax else {
      return bytes
    }
    var scratch: [Int32] = []
    Normalization.compose(&bytes, scratch: &scratch)
    return bytes
  }
}
