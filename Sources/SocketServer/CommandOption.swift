internal import Catalogue
internal import Records

/// An option `name=value` of a verb.
package struct CommandOption: Sendable {
  /// The name.
  package let name: String
  /// What its value looks like.
  package let form: String
  /// Puts a value into what is asked for.
  package let set: @Sendable (String, inout Asked) throws(DoorError) -> Void

  /// An option whose value `read` turns into something of the form; nil is a value of another form.
  private static func option<Value>(
    _ name: String, _ form: String, _ read: @escaping @Sendable (String) -> Value?,
    _ put: @escaping @Sendable (Value, inout Asked) -> Void
  ) -> Self {
    CommandOption(name: name, form: form) { text, asked throws(DoorError) in
      guard let value = read(text) else {
        throw .badValue(option: name, found: text, expected: form)
      }
      put(value, &asked)
    }
  }

  /// An option whose value is names of `known` parted by commas; another name is an unknown field.
  private static func names<Value>(
    _ name: String, _ form: String, of known: [String],
    _ read: @escaping @Sendable (String) -> Value?,
    _ put: @escaping @Sendable ([Value], inout Asked) -> Void
  ) -> Self {
    CommandOption(name: name, form: form) { text, asked throws(DoorError) in
      guard let parts = list(",")(text) else {
        throw .badValue(option: name, found: text, expected: form)
      }
      var values: [Value] = []
      for part in parts {
        guard let value = read(part) else {
          throw .catalogue(
            .unknownField(name: part, nearest: NearestName.nearest(to: part, among: known)))
        }
        values.append(value)
      }
      put(values, &asked)
    }
  }

  // MARK: Filters

  /// THE TABLE of the options that filter, one for every facet, and ages and dates.
  static let filters: [Self] =
    Facet.allCases.filter { $0 != .ageOf }.map { facet in
      option(facet.rawValue, "value|value", list("|")) { values, asked in
        asked.request.filters.append(FacetFilter(facet, values))
      }
    } + [
      option("age", "8|8-11|under-12|13+", each("|", AgeExpression.range)) { ages, asked in
        asked.request.ages += ages
      },
      option("age_of", "reader|child|any", AgeScope.init(rawValue:)) { scope, asked in
        asked.request.ageOf = scope
      },
      option("published", "2020, 2020-09, 2019..2021", DateExpression.range) { days, asked in
        asked.request.published = days
      },
    ]

  // MARK: The query and how it is searched

  /// The query, unquoted and unescaped.
  static let query = option("q", "\"query\"", { $0 }) { text, asked in asked.query = text }

  /// THE TABLE of the options that say how to search.
  static let searching: [Self] = [
    query,
    option("literal", "0|1", flag) { isOn, asked in asked.request.isLiteral = isOn },
    option("without", "facet:value|facet:value", list("|")) { names, asked in
      asked.request.switchedOff += names
    },
    names(
      "in", "title,description,body", of: TextField.allCases.map(\.rawValue),
      TextField.init(rawValue:)
    ) { fields, asked in asked.request.textFields = fields },
    option("timeout", "milliseconds", number) { milliseconds, asked in
      asked.request.timeoutMilliseconds = milliseconds
    },
  ]

  // MARK: What is answered

  /// How many of the best.
  private static let limit = option("limit", "count", number) { count, asked in
    asked.request.limit = count
  }

  /// THE TABLE of the options that say which part of the answer to send.
  static let window: [Self] = [
    limit,
    option("offset", "count", number) { count, asked in asked.request.offset = count },
    CommandOption(name: "sort", form: sortForm) { text, asked throws(DoorError) in
      asked.request.sort = try sortFields(text)
    },
    names(
      "return", "title,url,language,…", of: AnswerJSON.memberNames,
      { AnswerJSON.memberNames.contains($0) ? $0 : nil }
    ) { members, asked in asked.members = members },
    option("highlight", "0|1", flag) { isOn, asked in asked.request.highlights = isOn },
    names("facets", "audience,language,…", of: facetNames, Facet.init(name:)) { facets, asked in
      asked.request.facets = unique(facets)
    },
    option("explain", "0|1", flag) { isOn, asked in asked.request.explains = isOn },
  ]

  /// The facets of a count or of a matrix.
  static let by = names("by", "audience,language,…", of: facetNames, Facet.init(name:)) {
    facets, asked in
    asked.by = unique(facets)
  }

  /// How many values of each facet.
  static let facetLimit = option("limit", "count", number) { count, asked in
    asked.request.facetLimit = count
  }

  /// The resource whose score to explain.
  static let id = option("id", "id", { $0.isEmpty ? nil : $0 }) { id, asked in asked.id = id }

  /// The link states to tell of.
  static let state = option("state", "dead|gone|…", list("|")) { values, asked in
    asked.request.filters = [FacetFilter(.link, values)]
  }

  /// The language whose analyzer to show.
  static let analyzer = option("language", "en|cy|…", LanguageTag.init) { tag, asked in
    asked.analyzer = tag.tag
  }

  /// THE TABLE of the options that say how to complete.
  static let completing: [Self] = [
    option("language", "en|cy|…", LanguageTag.init) { tag, asked in asked.language = tag.tag },
    option("fuzzy", "0|1", flag) { isOn, asked in asked.isFuzzy = isOn },
    limit,
  ]

  /// How many slips a misspelt word may have.
  static let distance = option(
    "distance", "1|2|3", { text in number(text).flatMap { (1...3).contains($0) ? $0 : nil } }
  ) { edits, asked in asked.edits = edits }

  /// The language of messages and labels.
  static let wording = option("lang", "cy|en", InterfaceLanguage.init(rawValue:)) {
    language, asked in
    asked.request.wording = language
  }

  private static let facetNames = Facet.allCases.map(\.rawValue)

  // MARK: Forms of values

  /// A whole number of at most nine digits.
  static func number(_ text: String) -> Int? {
    guard (1...9).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return Int(text)
  }

  private static func flag(_ text: String) -> Bool? {
    switch text {
    case "1", "true": true
    case "0", "false": false
    default: nil
    }
  }

  private static let sortForm = "score|published|title|age|id[:asc|:desc],…"

  /// Sort fields parted by commas; another name is an unknown field.
  private static func sortFields(_ text: String) throws(DoorError) -> [SortField] {
    var fields: [SortField] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false).map(String.init) {
      if let field = SortField(part) {
        fields.append(field)
        continue
      }
      let name = String(part.prefix { $0 != ":" })
      guard name.isEmpty || SortField.Name(rawValue: name) != nil else {
        let known = SortField.Name.allCases.map(\.rawValue)
        throw .catalogue(
          .unknownField(name: name, nearest: NearestName.nearest(to: name, among: known)))
      }
      throw .badValue(option: "sort", found: text, expected: sortForm)
    }
    return fields
  }

  /// Texts parted by `separator`, none of them empty.
  private static func list(_ separator: Character) -> @Sendable (String) -> [String]? {
    each(separator) { $0 }
  }

  /// Values parted by `separator`, each read by `read`; nil where one is empty or `read` refuses it.
  private static func each<Value>(
    _ separator: Character, _ read: @escaping @Sendable (String) -> Value?
  ) -> @Sendable (String) -> [Value]? {
    { text in
      var values: [Value] = []
      for part in text.split(separator: separator, omittingEmptySubsequences: false) {
        guard !part.isEmpty, let value = read(String(part)) else { return nil }
        values.append(value)
      }
      return values
    }
  }

  private static func unique(_ facets: [Facet]) -> [Facet] {
    facets.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
