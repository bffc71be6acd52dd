public import Records

/// The files of `corpus/vocabulary/`: one a facet, the aliases, and the words of questions.
///
///     facet: audience                        audience:
///     values:                                  parents/carers: [parents, carers]
///       - id: children                       …
///         label: {en: Children, cy: Plant}
///         phrases: {en: […], cy: […]}
///     combined:
///       - values: [parents, carers]
///         phrases: …
///     patterns:
///       - range: "0..n-1"
///         phrases: …
public enum VocabularyFile {
  /// The facets whose phrases stand for their values in questions: indexes keep these as
  /// `facet:id;id` between TABs, one a line.
  private static let compiledFacets: Set<String> = [
    "language", "audience", "kind", "accessibility", "need",
  ]

  /// Reads a facet's vocabulary; its facet must be the file's name.
  public static func vocabulary(
    _ bytes: [UInt8], file: String
  ) -> (Vocabulary?, [RecordFault]) {
    var reader = FieldReader(file: file)
    guard let root = YAMLFile.root(bytes, &reader) else { return (nil, reader.faults) }
    let fields = reader.fields(
      root, path: "", allowed: ["facet", "values", "combined", "patterns"])
    let name = YAMLFile.name(of: file)
    if let facet = reader.requiredText(fields["facet"], path: "facet", line: 1), facet != name {
      reader.add(
        .badForm(found: facet, expected: name), line: fields["facet"]?.line, field: "facet")
    }
    var vocabulary = Vocabulary(facet: name, values: [])
    vocabulary.values = values(fields["values"], path: "values", facet: name, &reader)
    for item in reader.items(fields["combined"], path: "combined") {
      let parts = reader.fields(item, path: "combined", allowed: ["values", "phrases"])
      let ids = reader.texts(parts["values"], path: "combined.values")
      for id in ids where !vocabulary.values.contains(where: { $0.id == id }) {
        let nearest = NearestName.nearest(to: id, among: vocabulary.values.map(\.id))
        reader.add(
          .unknownValue(found: id, nearest: nearest), line: parts["values"]?.line,
          field: "combined.values")
      }
      vocabulary.combined.append(
        CombinedValue(
          values: ids, phrases: phrases(parts["phrases"], path: "combined.phrases", &reader)))
    }
    vocabulary.patterns = patterns(fields["patterns"], path: "patterns", &reader)
    return (vocabulary, reader.faults)
  }

  private static func patterns(
    _ node: YAMLNode?, path: String, _ reader: inout FieldReader
  ) -> [PhrasePattern] {
    var patterns: [PhrasePattern] = []
    for item in reader.items(node, path: path) {
      let parts = reader.fields(item, path: path, allowed: ["range", "phrases"])
      let range = reader.value(
        parts["range"], path: "\(path).range",
        expected: "name, or a range such as 0..n-1, n.., n..m or y..",
        { $0 == PhrasePattern.name || isPattern($0) ? $0 : nil })
      let phrases = phrases(parts["phrases"], path: "\(path).phrases", &reader)
      if let range {
        patterns.append(PhrasePattern(range: range, phrases: phrases))
      } else if parts["range"] == nil {
        reader.add(.missingField, line: item.line, field: "\(path).range")
      }
    }
    return patterns
  }

  /// Reads the aliases by facet; words are in lower case.
  ///
  /// Values must exist in `known`, and a kind's word stands for one kind only, since a record has
  /// but one.
  public static func aliases(
    _ bytes: [UInt8], file: String, known: [String: Vocabulary]
  ) -> ([String: [String: [String]]], [RecordFault]) {
    var reader = FieldReader(file: file)
    guard let root = YAMLFile.root(bytes, &reader) else { return ([:], reader.faults) }
    var aliases: [String: [String: [String]]] = [:]
    let facets = reader.fields(root, path: "", allowed: known.keys.sorted())
    for facet in facets.keys.sorted() {
      for entry in reader.entries(facets[facet], path: facet) {
        let path = "\(facet).\(entry.key)"
        let values = reader.texts(entry.value, path: path)
        if values.isEmpty || (facet == "kind" && values.count > 1) {
          reader.add(
            .badForm(
              found: "\(values.count) values",
              expected: facet == "kind" ? "a list of one value" : "a list of values"),
            line: entry.line, field: path)
          continue
        }
        let ids = known[facet]?.values.map(\.id) ?? []
        for value in values where !ids.contains(value) {
          let nearest = NearestName.nearest(to: value, among: ids)
          reader.add(
            .unknownValue(found: value, nearest: nearest), line: entry.value.line, field: path)
        }
        aliases[facet, default: [:]][entry.key.lowercased()] = values
      }
    }
    return (aliases, reader.faults)
  }

  /// Reads the words of questions into `vocabularies`.
  public static func questionWords(
    _ bytes: [UInt8], file: String, into vocabularies: inout Vocabularies
  ) -> [RecordFault] {
    var reader = FieldReader(file: file)
    guard let root = YAMLFile.root(bytes, &reader) else { return reader.faults }
    let lists: [(String, WritableKeyPath<QuestionWords, Phrases>)] = [
      ("filler", \.filler), ("resource", \.resource), ("names", \.names), ("address", \.address),
      ("except", \.except), ("without", \.without), ("modifiers", \.modifiers),
    ]
    let fields = reader.fields(
      root, path: "", allowed: lists.map(\.0) + ["need", "numbers", "published"])
    for (name, words) in lists {
      vocabularies.words[keyPath: words] = phrases(fields[name], path: name, &reader)
    }
    vocabularies.words.published = patterns(fields["published"], path: "published", &reader)
    vocabularies.needs = values(fields["need"], path: "need", facet: "need", &reader)
    let numbers = reader.fields(fields["numbers"], path: "numbers", allowed: ["en", "cy"])
    for language in ["en", "cy"] {
      for entry in reader.entries(numbers[language], path: "numbers.\(language)") {
        let path = "numbers.\(language).\(entry.key)"
        guard let number = reader.integer(entry.value, path: path) else { continue }
        let word = entry.key.lowercased()
        refuseLines(word, line: entry.line, field: "numbers.\(language)", &reader)
        if let other = vocabularies.numbers[word], other != number {
          reader.add(
            .badForm(found: "\(number)", expected: "\(other), as the other language has it"),
            line: entry.line, field: path)
        }
        vocabularies.numbers[word] = number
      }
    }
    return reader.faults
  }

  private static func values(
    _ node: YAMLNode?, path: String, facet: String, _ reader: inout FieldReader
  ) -> [VocabularyValue] {
    var values: [VocabularyValue] = []
    var firstLines: [String: Int] = [:]
    for item in reader.items(node, path: path) {
      let fields = reader.fields(item, path: path, allowed: ["id", "label", "phrases", "names"])
      guard let id = reader.requiredText(fields["id"], path: "\(path).id", line: item.line) else {
        continue
      }
      if let firstLine = firstLines[id] {
        reader.add(.duplicateField(firstLine: firstLine), line: item.line, field: "\(path).\(id)")
        continue
      }
      firstLines[id] = item.line
      let isCompiled = compiledFacets.contains(facet)
      let reserved = isCompiled ? lineBreaks.union([":", ";"]) : lineBreaks
      if id.unicodeScalars.contains(where: reserved.contains) {
        reader.add(
          .badForm(
            found: id,
            expected: isCompiled
              ? "an id on one line without TAB, : or ;" : "an id on one line without TAB"),
          line: fields["id"]?.line, field: "\(path).id")
      }
      let label = reader.bilingual(fields["label"], path: "\(path).label")
      for (language, text) in [("en", label.en), ("cy", label.cy)] where text == nil {
        reader.add(.missingField, line: item.line, field: "\(path).label.\(language)")
      }
      for (language, text) in [("en", label.en ?? ""), ("cy", label.cy ?? "")] {
        let field = "\(path).label.\(language)"
        refuseLines(text, line: reader.lines[field], field: field, &reader)
      }
      values.append(
        VocabularyValue(
          id: id, label: label,
          phrases: phrases(fields["phrases"], path: "\(path).phrases", &reader),
          names: phrases(fields["names"], path: "\(path).names", &reader)))
    }
    return values
  }

  /// Reads phrases, each on one line without TAB.
  private static func phrases(
    _ node: YAMLNode?, path: String, _ reader: inout FieldReader
  ) -> Phrases {
    let phrases = reader.phrases(node, path: path)
    for (language, texts) in [("en", phrases.en), ("cy", phrases.cy)] {
      for (place, text) in texts.enumerated() {
        let name = "\(path).\(language)"
        refuseLines(text, line: reader.lines["\(name)[\(place)]"], field: name, &reader)
      }
    }
    return phrases
  }

  /// What parts lines and columns in the index's own copy of the vocabularies.
  private static let lineBreaks: Set<Unicode.Scalar> = ["\t", "\n", "\u{2028}", "\u{2029}"]

  private static func refuseLines(
    _ text: String, line: Int?, field: String, _ reader: inout FieldReader
  ) {
    guard text.unicodeScalars.contains(where: lineBreaks.contains) else { return }
    reader.add(
      .badForm(found: text, expected: "a text on one line without TAB"), line: line, field: field)
  }

  /// Whether `text` is `low..high`, each end empty, a number, or `n` or `m` with `+k` or `-k`.
  static func isPattern(_ text: String) -> Bool {
    guard let dots = text.firstRange(of: "..") else { return false }
    let ends = [text[..<dots.lowerBound], text[dots.upperBound...]]
    return ends.allSatisfy(isPatternEnd) && ends.contains { !$0.isEmpty }
  }

  private static func isPatternEnd(_ text: Substring) -> Bool {
    func isNumber(_ text: Substring) -> Bool {
      (1...3).contains(text.utf8.count) && text.utf8.allSatisfy { (48...57).contains($0) }
    }
    guard let first = text.first else { return true }
    guard "nmyz".contains(first) else { return isNumber(text) }
    let rest = text.dropFirst()
    guard let sign = rest.first else { return true }
    return (sign == "+" || sign == "-") && isNumber(rest.dropFirst())
  }
}
