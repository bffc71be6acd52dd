internal import Records

extension PhraseBook {
  /// The lines that ``QuestionData`` keeps; its grammar is there.
  var lines: [String] {
    numbers.sorted { $0.key < $1.key }.map { "number\t\($0.key)\t\($0.value)" }
      + languageNames.sorted { $0.key < $1.key }.map { "language\t\($0.key)\t\($0.value)" }
      + modifiers.sorted().map { "modifier\t\($0)" }
      + entries.map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  /// Whether both keep the same lines, wherever these stand.
  public static func == (left: Self, right: Self) -> Bool { left.lines == right.lines }

  /// Hashes the lines.
  public func hash(into hasher: inout Hasher) { hasher.combine(lines) }

  /// Takes in a kept line that is no phrase; false where it is none of ``lines``.
  mutating func read(_ columns: [String]) -> Bool {
    switch columns[0] {
    case "number" where columns.count == 3:
      guard let number = Int(columns[2]) else { return false }
      numbers[columns[1]] = number
    case "language" where columns.count == 3: languageNames[columns[1]] = columns[2]
    case "modifier" where columns.count == 2: modifiers.insert(columns[1])
    default: return false
    }
    return true
  }
}

extension PhraseBook.Phrase {
  /// The line that ``QuestionData`` keeps.
  var line: String { "phrase\t\(text)\t\(language.rawValue)\t\(meaning.text)" }

  /// Reads a kept line; nil where it does not obey the grammar.
  init?(line: String) {
    let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard columns.count == 4, columns[0] == "phrase",
      let language = InterfaceLanguage(rawValue: columns[2]),
      let meaning = PhraseBook.Meaning(text: columns[3])
    else { return nil }
    self.init(text: columns[1], language: language, meaning: meaning)
  }
}

extension PhraseBook.Meaning {
  fileprivate var text: String {
    switch self {
    case .ages(let low, let high): "ages:\(low.text):\(high.text)"
    case .published(let low, let high): "published:\(low.text):\(high.text)"
    case .values(let facet, let ids): facet + ":" + ids.joined(separator: ";")
    case .role(let role): role.rawValue
    case .language: "language"
    }
  }

  fileprivate init?(text: String) {
    if let role = PhraseBook.Role(rawValue: text) {
      self = .role(role)
      return
    }
    if text == "language" {
      self = .language
      return
    }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    if parts.count == 5, parts[0] == "ages" || parts[0] == "published" {
      guard let low = PhraseBook.End(parts[1], parts[2]),
        let high = PhraseBook.End(parts[3], parts[4])
      else { return nil }
      self = parts[0] == "ages" ? .ages(low: low, high: high) : .published(low: low, high: high)
    } else {
      guard parts.count == 2 else { return nil }
      self = .values(facet: String(parts[0]), parts[1].split(separator: ";").map(String.init))
    }
  }
}

extension PhraseBook.End {
  fileprivate var text: String { "\(number):\(plus.map(String.init) ?? "")" }

  fileprivate init?(_ number: Substring, _ plus: Substring) {
    guard let number = Int(number), (0...2).contains(number) else { return nil }
    guard plus.isEmpty || Int(plus) != nil else { return nil }
    self.init(number: number, plus: Int(plus))
  }
}
