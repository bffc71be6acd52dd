/// How many letters of each script a text has, and some letters that tell the languages of one
/// script apart.
struct ScriptCount {
  /// A script, or a group of scripts that one language writes.
  enum Script: Int, CaseIterable {
    case latin, greek, cyrillic, armenian, hebrew, arabic, devanagari, bengali, gurmukhi, gujarati
    case tamil, telugu, kannada, malayalam, sinhala, thai, lao, myanmar, georgian, khmer, hangul
    case kana, han, ethiopic
  }

  /// The part of all letters that the dominant script must have, in tenths.
  private static let dominantTenths = 7
  /// The least number of letters in the dominant script: a few may be bytes of something else.
  private static let lettersMin = 6
  /// How many letters there must be for each scalar that no text holds.
  private static let lettersPerNoise = 20

  private var letters = [Int](repeating: 0, count: Script.allCases.count)
  /// Control characters, replacement characters and private ones: signs that this is no text.
  private var noise = 0
  /// Letters of Cyrillic and Arabic that few of their languages use, as often as they occur.
  private var marks: [UInt32: Int] = [:]

  /// Counts the letters of a text.
  init(of text: Span<UInt8>) {
    var index = 0
    while index < text.count {
      let (scalar, length) = Scalars.decode(text, at: index)
      index += length
      if Self.isNoise(scalar) { noise += 1 }
      guard let script = Self.script(of: scalar) else { continue }
      letters[script.rawValue] += 1
      if script == .cyrillic || script == .arabic || script == .hebrew {
        marks[CaseFolding.fold(scalar), default: 0] += 1
      }
    }
  }

  /// The script of nearly all letters; nil for a mixture, for too few letters and for rubbish.
  ///
  /// Japanese is kana though half of it be Han.
  var dominant: Script? {
    var counts = letters
    if counts[Script.kana.rawValue] * 10 >= counts[Script.han.rawValue] {
      counts[Script.kana.rawValue] += counts[Script.han.rawValue]
      counts[Script.han.rawValue] = 0
    }
    let total = counts.reduce(0, +)
    guard noise * Self.lettersPerNoise <= total else { return nil }
    return Script.allCases.first {
      counts[$0.rawValue] >= Self.lettersMin
        && counts[$0.rawValue] * 10 >= total * Self.dominantTenths
    }
  }

  /// The language of a text in a script other than Latin; nil where several use it alike.
  func language(writtenIn script: Script) -> String? {
    switch script {
    case .latin, .devanagari, .ethiopic: nil
    case .greek: "el"
    case .cyrillic: cyrillicLanguage
    case .armenian: "hy"
    case .hebrew: has("װױײ") ? "yi" : "he"
    case .arabic: arabicLanguage
    case .bengali: "bn"
    case .gurmukhi: "pa"
    case .gujarati: "gu"
    case .tamil: "ta"
    case .telugu: "te"
    case .kannada: "kn"
    case .malayalam: "ml"
    case .sinhala: "si"
    case .thai: "th"
    case .lao: "lo"
    case .myanmar: "my"
    case .georgian: "ka"
    case .khmer: "km"
    case .hangul: "ko"
    case .kana: "ja"
    case .han: "zh"
    }
  }

  private var cyrillicLanguage: String? {
    if has("ђћљњџ") { return "sr" }
    if has("ў") { return "be" }
    if has("їєґ") { return "uk" }
    if has("ыэё") { return has("әғқңөұүһ") ? nil : "ru" }
    return has("ъ") && has("щ") ? "bg" : nil
  }

  private var arabicLanguage: String? {
    if has("ړښڼځڅډ") { return "ps" }
    if has("ٹڈڑںے") { return "ur" }
    if has("ڕڵۆێە") { return "ckb" }
    if has("پچژگ") || has("یک") && !has("يكة") { return "fa" }
    return has("ةيك") || has("ى") ? "ar" : nil
  }

  private func has(_ scalars: String) -> Bool {
    scalars.unicodeScalars.contains { marks[$0.value] != nil }
  }

  private static func isNoise(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09, 0x0A, 0x0C, 0x0D: false
    case 0x00...0x1F, 0x7F...0x9F, 0xE000...0xF8FF, 0xFFF0...0xFFFF, 0xF0000...: true
    default: false
    }
  }

  private static func script(of scalar: UInt32) -> Script? {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: .latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
    case 0x400...0x52F: .cyrillic
    case 0x531...0x587: .armenian
    case 0x5D0...0x5F2: .hebrew
    case 0x620...0x64A, 0x66E...0x6D5, 0x750...0x77F: .arabic
    case 0x904...0x939: .devanagari
    case 0x985...0x9B9: .bengali
    case 0xA05...0xA39: .gurmukhi
    case 0xA85...0xAB9: .gujarati
    case 0xB85...0xBB9: .tamil
    case 0xC05...0xC39: .telugu
    case 0xC85...0xCB9: .kannada
    case 0xD05...0xD39: .malayalam
    case 0xD85...0xDC6: .sinhala
    case 0xE01...0xE4F: .thai
    case 0xE81...0xEDF: .lao
    case 0x1000...0x103F: .myanmar
    case 0x10A0...0x10FF: .georgian
    case 0x1200...0x137F: .ethiopic
    case 0x1780...0x17D2: .khmer
    case 0x1100...0x11FF, 0xAC00...0xD7A3: .hangul
    case 0x3041...0x30FF: .kana
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x2FA1F: .han
    default: nil
    }
  }
}
