/// THE TABLE of analyzers: which language is analysed how.
///
/// To add a language that libstemmer knows, add a row; for one with an analyzer of its own, its
/// folder and a row. A language without a row is analysed by ``PlainAnalyzer``.
public enum Analyzers {
  /// Names this analysis: an index made under another version was analysed otherwise and is
  /// rebuilt.
  ///
  /// Raise it with every change that changes a term, a position or a byte range.
  public static let version = "2"

  /// One analyzer per row; the order means nothing.
  private static let table: [any SteppedAnalyzer] = [
    PlainAnalyzer(),
    EnglishAnalyzer(),
    WelshAnalyzer(),
    SnowballAnalyzer(tag: "ar", algorithm: "arabic"),
    SnowballAnalyzer(
      tag: "ca", algorithm: "catalan", apostrophes: .elided(["d", "l", "m", "n", "s", "t"])),
    SnowballAnalyzer(tag: "da", algorithm: "danish"),
    SnowballAnalyzer(tag: "de", algorithm: "german"),
    SnowballAnalyzer(tag: "el", algorithm: "greek"),
    SnowballAnalyzer(tag: "es", algorithm: "spanish"),
    SnowballAnalyzer(tag: "eu", algorithm: "basque"),
    SnowballAnalyzer(tag: "fi", algorithm: "finnish"),
    SnowballAnalyzer(
      tag: "fr", algorithm: "french",
      apostrophes: .elided([
        "l", "m", "t", "qu", "n", "s", "j", "d", "c", "jusqu", "quoiqu", "lorsqu", "puisqu",
      ])),
    SnowballAnalyzer(tag: "ga", algorithm: "irish", apostrophes: .elided(["d", "m", "b"])),
    SnowballAnalyzer(tag: "hi", algorithm: "hindi"),
    SnowballAnalyzer(tag: "hu", algorithm: "hungarian"),
    SnowballAnalyzer(tag: "hy", algorithm: "armenian"),
    SnowballAnalyzer(tag: "id", algorithm: "indonesian"),
    SnowballAnalyzer(
      tag: "it", algorithm: "italian",
      apostrophes: .elided([
        "c", "l", "all", "dall", "dell", "nell", "sull", "coll", "pell", "gl", "agl", "dagl",
        "degl",
        "negl", "sugl", "un", "m", "t", "s", "v", "d",
      ])),
    SnowballAnalyzer(tag: "lt", algorithm: "lithuanian"),
    SnowballAnalyzer(tag: "ne", algorithm: "nepali"),
    SnowballAnalyzer(tag: "nl", algorithm: "dutch"),
    SnowballAnalyzer(tag: "no", algorithm: "norwegian"),
    SnowballAnalyzer(tag: "pt", algorithm: "portuguese"),
    SnowballAnalyzer(tag: "ro", algorithm: "romanian"),
    SnowballAnalyzer(tag: "ru", algorithm: "russian"),
    SnowballAnalyzer(tag: "sr", algorithm: "serbian"),
    SnowballAnalyzer(tag: "sv", algorithm: "swedish"),
    SnowballAnalyzer(tag: "ta", algorithm: "tamil"),
    SnowballAnalyzer(tag: "tr", algorithm: "turkish", apostrophes: .suffixed),
    SnowballAnalyzer(tag: "yi", algorithm: "yiddish"),
  ]

  /// Primary subtags whose language has its row under another one: the two written forms of
  /// Norwegian, and Moldovan.
  private static let aliases = ["nb": "no", "nn": "no", "mo": "ro"]

  private static let byTag: [String: any SteppedAnalyzer] = Dictionary(
    uniqueKeysWithValues: table.map { ($0.tag, $0) })

  /// The analyzers' tags, sorted.
  public static let tags: [String] = table.map(\.tag).sorted()

  /// The analyzer for a BCP 47 tag, by its primary subtag (`cy-simple` is analysed as `cy`) in
  /// either case; ``PlainAnalyzer`` for a language that has no row and for anything that is no tag.
  public static func analyzer(for languageTag: String) -> any Analyzer {
    stepped(for: languageTag)
  }

  /// The analyzer of a query's words for a language tag: that of the texts, but that a word may have
  /// more readings than one.
  public static func searching(for languageTag: String) -> any Analyzer {
    primary(languageTag) == welshForSearching.tag
      ? welshForSearching : analyzer(for: languageTag)
  }

  private static let welshForSearching = WelshAnalyzer(for: .searching)

  /// The words that a query in the language can do without; nil for languages that have no list.
  public static func stopWords(for languageTag: String) -> StopWords? {
    switch primary(languageTag) {
    case "en": StopWords.english
    case "cy": StopWords.welsh
    default: nil
    }
  }

  /// The analyzer for a tag, with its steps in view.
  static func stepped(for languageTag: String) -> any SteppedAnalyzer {
    let subtag = primary(languageTag)
    return byTag[aliases[subtag] ?? subtag] ?? PlainAnalyzer()
  }

  private static func primary(_ languageTag: String) -> String {
    String(languageTag.prefix { $0 != "-" && $0 != "_" }).lowercased()
  }
}
