public import Records

/// Answers as the lines of the line protocol: data lines, then one end line that opens with
/// `{"ok":`.
///
/// The socket sends them, and `--json` of the CLI prints them.
public enum AnswerJSON {
  /// The lines of a search: hits, then facets; `fields` chooses members of a hit, nil is all.
  public static func search(_ answer: Answer, fields: [String]? = nil) -> [String] {
    let hits = answer.hits.map { hit($0, fields: fields).line }
    return hits + facetLines(answer.facets) + [searchEnd(answer).line]
  }

  /// The line of a count.
  public static func count(_ answer: Answer) -> [String] {
    [
      JSONText.object(
        [("ok", .bool(true)), ("total", .int(answer.total))] + howUnderstood(answer)
          + ending(answer)
      )
      .line
    ]
  }

  /// The lines of facet counts.
  public static func facets(_ answer: Answer) -> [String] {
    facetLines(answer.facets) + [
      JSONText.object(
        [("ok", .bool(true)), ("total", .int(answer.total))] + howUnderstood(answer)
          + ending(answer)
      )
      .line
    ]
  }

  /// The lines of a coverage matrix, zero cells included.
  public static func coverage(_ coverage: Coverage) -> [String] {
    coverage.cells.map { cell in
      JSONText.object([
        ("cell", .object(zip(coverage.facets, cell.values).map { ($0.rawValue, .string($1)) })),
        ("count", .int(cell.count)),
      ]).line
    } + [
      JSONText.object([
        ("ok", .bool(true)), ("total", .int(coverage.total)), ("gaps", .int(coverage.gaps)),
        ("generation", .int(Int(coverage.generation))),
      ]).line
    ]
  }

  /// The lines of records asked for by id; nil is one that is not there.
  public static func documents(
    _ documents: [(id: String, view: ResourceView?)], generation: UInt64
  ) -> [String] {
    let lines = documents.map { document -> String in
      guard let view = document.view else {
        return JSONText.object([("missing", .string(document.id))]).line
      }
      return JSONText.object([
        ("doc", .string(document.id)),
        ("fields", .object(ResourceJSON.members(view.resource, link: view.link))),
        ("versions", .array(view.sisters.map(sister))),
      ]).line
    }
    let found = documents.filter { $0.view != nil }.count
    return lines + [
      JSONText.object([
        ("ok", .bool(true)), ("found", .int(found)), ("missing", .int(documents.count - found)),
        ("generation", .int(Int(generation))),
      ]).line
    ]
  }

  /// The lines of an analysis.
  public static func analysis(_ steps: [AnalyzedToken]) -> [String] {
    steps.map { step in
      JSONText.object(
        [
          ("token", .string(step.term)), ("start", .int(step.start)), ("end", .int(step.end)),
          ("position", .int(step.position)), ("surface", .string(step.surface)),
        ] + step.steps.flatMap(members)
      ).line
    } + [JSONText.object([("ok", .bool(true)), ("count", .int(steps.count))]).line]
  }

  /// A step as members: an undone mutation by its name and the word before it.
  private static func members(_ step: AnalyzedToken.Step) -> [(String, JSONText)] {
    guard Analysis.isMutation(step.name) else { return [(step.name, .string(step.text))] }
    return [("mutation", .string(step.name)), ("radical", .string(step.text))]
  }

  /// The lines of a plan or of a score's explanation.
  public static func explanation(_ answer: Answer) -> [String] {
    (answer.plan + answer.hits.flatMap(\.explanation)).map {
      JSONText.object([("line", .string($0))]).line
    } + [
      JSONText.object(
        [
          ("ok", .bool(true)), ("parsed", .string(answer.remainingText)),
          ("total", .int(answer.total)),
        ]
          + howUnderstood(answer) + ending(answer)
      ).line
    ]
  }

  /// The lines that name the fields.
  public static func fields(_ fields: [FieldDescription]) -> [String] {
    fields.map { field in
      JSONText.object([
        ("field", .string(field.name)), ("type", .string(field.type)),
        ("stored", .bool(field.isStored)), ("sortable", .bool(field.isSortable)),
      ]).line
    } + [JSONText.object([("ok", .bool(true)), ("count", .int(fields.count))]).line]
  }

  /// The line of an error, worded in `language`.
  public static func error(_ error: CatalogueError, _ language: InterfaceLanguage) -> String {
    let wording = ErrorWording(error, language)
    var members: [(name: String, value: JSONText)] = [
      ("ok", .bool(false)), ("code", .string(wording.code)), ("message", .string(wording.message)),
    ]
    if let offset = wording.offset { members.append(("at", .int(offset))) }
    if let hint = wording.hint { members.append(("hint", .string(hint))) }
    return JSONText.object(members).line
  }

  private static func hit(_ hit: Hit, fields: [String]?) -> JSONText {
    var members: [(name: String, value: JSONText)] = [
      ("hit", .int(hit.rank)), ("id", .string(hit.resource.id.slug)),
      ("score", .double(Double(hit.score), digits: 4)),
    ]
    var shown = ResourceJSON.members(hit.resource, link: hit.link)
    if let fields { shown = shown.filter { fields.contains($0.name) } }
    members.append(("fields", .object(shown)))
    if !hit.snippets.isEmpty {
      members.append(
        ("snippet", .object(hit.snippets.map { ($0.field.rawValue, .string(Marked.html($0))) })))
    }
    if !hit.sisters.isEmpty { members.append(("versions", .array(hit.sisters.map(sister)))) }
    if !hit.explanation.isEmpty { members.append(("explain", .strings(hit.explanation))) }
    return .object(members)
  }

  private static func sister(_ sister: SisterVersion) -> JSONText {
    .object([
      ("id", .string(sister.id.slug)), ("language", .strings(sister.language.map(\.tag))),
    ])
  }

  private static func facetLines(_ facets: [FacetAnswer]) -> [String] {
    facets.flatMap { facet in
      facet.values.map { value in
        JSONText.object([
          ("facet", .string(facet.facet.rawValue)), ("value", .string(value.value)),
          ("count", .int(value.count)), ("label", label(value.label)),
        ]).line
      }
    }
  }

  private static func label(_ label: BilingualText) -> JSONText {
    .object(
      [("cy", label.cy), ("en", label.en)].compactMap { name, text in
        text.map { (name, JSONText.string($0)) }
      })
  }

  private static func searchEnd(_ answer: Answer) -> JSONText {
    var members: [(name: String, value: JSONText)] = [
      ("ok", .bool(true)), ("total", .int(answer.total)), ("offset", .int(answer.offset)),
      ("count", .int(answer.hits.count)),
    ]
    if let groups = answer.groups { members.append(("groups", .int(groups))) }
    members += howUnderstood(answer)
    if !answer.plan.isEmpty { members.append(("plan", .strings(answer.plan))) }
    return .object(members + ending(answer))
  }

  /// What was understood, and the way out of nothing.
  private static func howUnderstood(_ answer: Answer) -> [(name: String, value: JSONText)] {
    var members: [(name: String, value: JSONText)] = [
      ("understood", .array(answer.understood.map(understood)))
    ]
    if !answer.also.isEmpty { members.append(("also", .array(answer.also.map(also)))) }
    if let leftOut = answer.leftOutNoAge { members.append(("left_out_no_age", .int(leftOut))) }
    if answer.isRelaxed { members.append(("relaxed", .bool(true))) }
    if !answer.without.isEmpty {
      members.append(
        (
          "without",
          .array(
            answer.without.map {
              .object([("filter", .string($0.filter)), ("total", .int($0.total))])
            })
        ))
    }
    if let suggestion = answer.suggestion { members.append(("suggestion", .string(suggestion))) }
    return members
  }

  private static func also(_ also: AlsoSearched) -> JSONText {
    .object([
      ("term", .string(also.term)), ("phrase", .string(also.phrase)),
      ("at", .array([.int(also.at.lowerBound), .int(also.at.upperBound)])),
    ])
  }

  static func understood(_ filter: UnderstoodFilter) -> JSONText {
    .object(
      [
        ("facet", .string(filter.facet)), ("value", .string(filter.value)),
        ("phrase", .string(filter.phrase)),
        ("at", .array([.int(filter.at.lowerBound), .int(filter.at.upperBound)])),
        ("use", .string(filter.use.rawValue)),
      ] + (filter.isImplied ? [("implied", .bool(true))] : []))
  }

  private static func ending(_ answer: Answer) -> [(name: String, value: JSONText)] {
    [
      ("ms", .double(answer.milliseconds, digits: 2)), ("generation", .int(Int(answer.generation))),
      ("warnings", .strings(answer.warnings.map(\.code))),
    ]
  }
}

extension AnswerWarning {
  /// A short name for programs.
  public var code: String {
    switch self {
    case .expansionsCut(let limit): "expansions cut at \(limit)"
    case .notUnderstood(let filter): "not understood: \(filter)"
    }
  }
}

/// Passages with their marks written out.
public enum Marked {
  /// The passage with `<mark>` around the words found.
  ///
  /// Nothing else is escaped: what shows it as HTML must escape it first.
  public static func html(_ snippet: FieldSnippet) -> String {
    wrap(snippet, open: "<mark>", close: "</mark>")
  }

  /// The passage with `open` and `close` around the words found.
  public static func wrap(_ snippet: FieldSnippet, open: String, close: String) -> String {
    let bytes = Array(snippet.text.utf8)
    var text = ""
    var end = 0
    for mark in snippet.marks {
      text += String(decoding: bytes[end..<mark.lowerBound], as: UTF8.self) + open
      text += String(decoding: bytes[mark], as: UTF8.self) + close
      end = mark.upperBound
    }
    return text + String(decoding: bytes[end...], as: UTF8.self)
  }
}
