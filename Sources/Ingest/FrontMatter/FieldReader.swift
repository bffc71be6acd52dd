import Records

/// Reads fields out of a file's YAML strictly and collects what is wrong with them, each fault with
/// its line.
///
/// A field that is wrong counts as absent, so that reading goes on to the next.
struct FieldReader {
  /// The file to name in faults.
  let file: String
  /// What was found wrong so far.
  private(set) var faults: [RecordFault] = []
  /// The line of each field by its path: `title`, `title.cy`, `audience[1]`.
  private(set) var lines: [String: Int] = [:]

  /// Makes a reader for `file`.
  init(file: String) {
    self.file = file
  }

  /// Adds a fault.
  mutating func add(
    _ problem: RecordFault.Problem, line: Int?, field: String?,
    severity: RecordFault.Severity = .error
  ) {
    faults.append(
      RecordFault(file: file, line: line, field: field, problem: problem, severity: severity))
  }

  /// Adds the faults of a check made elsewhere.
  mutating func add(_ others: [RecordFault]) { faults += others }

  /// Records that field `path` stands on `line`.
  mutating func setLine(_ line: Int, of path: String) { lines[path] = line }

  /// The fields of the map `node`, of which `allowed` are all there may be.
  mutating func fields(
    _ node: YAMLNode?, path: String, allowed: [String], expected: String = "fields of its own"
  ) -> [String: YAMLNode] {
    guard let node, !node.isNothing else { return [:] }
    guard case .map(let entries) = node.content else {
      add(.badForm(found: node.found, expected: expected), line: node.line, field: path)
      return [:]
    }
    var fields: [String: YAMLNode] = [:]
    for entry in entries {
      let name = path.isEmpty ? entry.key : "\(path).\(entry.key)"
      guard allowed.contains(entry.key) else {
        let nearest = NearestName.nearest(to: entry.key, among: allowed)
        add(.unknownField(nearest: nearest), line: entry.line, field: name)
        continue
      }
      lines[name] = entry.line
      fields[entry.key] = entry.value
    }
    return fields
  }

  /// All entries of the map `node`, whose keys are free.
  mutating func entries(_ node: YAMLNode?, path: String) -> [YAMLNode.Entry] {
    guard let node, !node.isNothing else { return [] }
    guard case .map(let entries) = node.content else {
      add(.badForm(found: node.found, expected: "name: value"), line: node.line, field: path)
      return []
    }
    return entries
  }

  /// A text, or nil where nothing stands there.
  mutating func text(_ node: YAMLNode?, path: String, expected: String = "a text") -> String? {
    guard let node, !node.isNothing else { return nil }
    guard case .text(let text, _) = node.content else {
      add(.badForm(found: node.found, expected: expected), line: node.line, field: path)
      return nil
    }
    // "\0" in double quotes is a NUL: nothing that is shown or stored should hold one.
    guard text.unicodeScalars.allSatisfy({ $0.value >= 0x20 || $0 == "\n" || $0 == "\t" }) else {
      add(
        .badForm(found: "a control character", expected: expected), line: node.line, field: path)
      return nil
    }
    return text.isEmpty ? nil : text
  }

  /// A text, whose absence is a fault told on `line`.
  mutating func requiredText(_ node: YAMLNode?, path: String, line: Int) -> String? {
    let before = faults.count
    let value = text(node, path: path)
    if value == nil, faults.count == before {
      add(.missingField, line: node?.line ?? line, field: path)
    }
    return value
  }

  /// A text that `parse` understands.
  mutating func value<Value>(
    _ node: YAMLNode?, path: String, expected: String, _ parse: (String) -> Value?
  ) -> Value? {
    guard let text = text(node, path: path, expected: expected) else { return nil }
    if let value = parse(text) { return value }
    add(.badForm(found: text, expected: expected), line: node?.line, field: path)
    return nil
  }

  /// One of the cases of an enum.
  mutating func oneOf<Choice: RawRepresentable<String> & CaseIterable>(
    _ type: Choice.Type, _ node: YAMLNode?, path: String
  ) -> Choice? {
    let names = Choice.allCases.map(\.rawValue)
    let expected = names.joined(separator: ", ")
    guard let text = text(node, path: path, expected: expected) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let nearest = NearestName.nearest(to: text, among: names)
    add(.unknownValue(found: text, nearest: nearest), line: node?.line, field: path)
    return nil
  }

  /// A whole number.
  mutating func integer(_ node: YAMLNode?, path: String) -> Int? {
    value(node, path: path, expected: "a whole number") { text in
      text.utf8.count <= 9 && text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
    }
  }

  /// The nodes of a list.
  mutating func items(
    _ node: YAMLNode?, path: String, expected: String = "a list, [one, two]"
  ) -> [YAMLNode] {
    guard let node, !node.isNothing else { return [] }
    guard case .list(let items) = node.content else {
      add(.badForm(found: node.found, expected: expected), line: node.line, field: path)
      return []
    }
    return items
  }

  /// A list of texts.
  mutating func texts(_ node: YAMLNode?, path: String) -> [String] {
    var texts: [String] = []
    for item in items(node, path: path) {
      let before = faults.count
      if let text = text(item, path: path) {
        lines["\(path)[\(texts.count)]"] = item.line
        texts.append(text)
      } else if faults.count == before {
        add(.badForm(found: "", expected: "a text"), line: item.line, field: path)
      }
    }
    return texts
  }

  /// A text in each language.
  mutating func bilingual(_ node: YAMLNode?, path: String) -> BilingualText {
    let fields = fields(
      node, path: path, allowed: ["en", "cy"], expected: "en: and cy: with a text each")
    return BilingualText(
      en: text(fields["en"], path: "\(path).en"), cy: text(fields["cy"], path: "\(path).cy"))
  }

  /// Lists of phrases in each language.
  mutating func phrases(_ node: YAMLNode?, path: String) -> Phrases {
    let fields = fields(
      node, path: path, allowed: ["en", "cy"], expected: "en: and cy: with a list each")
    return Phrases(
      en: texts(fields["en"], path: "\(path).en"), cy: texts(fields["cy"], path: "\(path).cy"))
  }
}
