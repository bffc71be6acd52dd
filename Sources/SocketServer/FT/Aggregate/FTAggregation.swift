internal import Catalogue

/// What FT.AGGREGATE is asked: its query, and what is done with the rows, step by step.
struct FTAggregation {
  /// One step.
  enum Step: Equatable {
    /// GROUPBY with its REDUCEs.
    case group(by: [String], [FTReducer])
    /// SORTBY.
    case sort([FTSortKey])
    /// LIMIT.
    case limit(offset: Int, count: Int)
  }

  /// The query.
  let query: String
  var keepsStopWords = false
  var loaded: [FTArguments.Named] = []
  var loadsAll = false
  var steps: [Step] = []
  var timeoutMilliseconds: Int
  var parameters: [String: String] = [:]

  /// Whether its rows are groups, not records.
  var groups: Bool { steps.contains { if case .group = $0 { true } else { false } } }

  /// How many rows a sort leaves where nothing says how many.
  private static let sortedDefault = 10

  /// The most reducers of a group.
  private static let reducersMax = 32

  /// Reads the words after FT.AGGREGATE.
  init(_ words: [String], _ limits: ConnectionLimits) throws(FTError) {
    guard words.count > 1 else { throw FTError("No query string provided") }
    query = words[1]
    timeoutMilliseconds = limits.queryTimeoutDefault
    var arguments = FTArguments(words, from: 2, limits: limits)
    while let word = arguments.next() { try read(word.uppercased(), &arguments) }
  }

  private mutating func read(
    _ option: String, _ arguments: inout FTArguments
  ) throws(FTError) {
    switch option {
    case "LOAD": try readLoaded(&arguments)
    case "GROUPBY": steps.append(try Self.group(&arguments))
    case "SORTBY": try readSort(&arguments)
    case "LIMIT":
      let (offset, count) = try arguments.window()
      // The limit of a sort is the one that follows it, whatever the sort was left with.
      if case .limit = steps.last { steps.removeLast() }
      steps.append(.limit(offset: offset, count: count))
    case "TIMEOUT": timeoutMilliseconds = try arguments.milliseconds()
    case "DIALECT": try arguments.dialect()
    case "PARAMS": parameters = try arguments.parameters()
    // redis-py sends one with every aggregation, and nothing here is ranked.
    case "SCORER": _ = try arguments.value(of: option)
    case "NOSTOPWORDS": keepsStopWords = true
    // The index knows words by their stems and by nothing else.
    case "VERBATIM": break
    case "APPLY", "FILTER", "WITHCURSOR", "ADDSCORES":
      let unknown = arguments.unknown
      throw FTError(unknown.message + ": \(option) is not supported", code: unknown.code)
    default: throw arguments.unknown
    }
  }

  private mutating func readLoaded(_ arguments: inout FTArguments) throws(FTError) {
    if arguments.take("*") {
      loadsAll = true
      return
    }
    for field in try arguments.named(of: "LOAD") {
      let isNamed = field.alias != field.name
      loaded.append(
        .init(name: Self.bare(field.name), alias: isNamed ? field.alias : Self.bare(field.name)))
    }
  }

  /// A property's name without its sign.
  private static func bare(_ word: String) -> String {
    word.hasPrefix("@") ? String(word.dropFirst()) : word
  }

  private mutating func readSort(_ arguments: inout FTArguments) throws(FTError) {
    var keys: [FTSortKey] = []
    for word in try arguments.names(of: "SORTBY") {
      if word.hasPrefix("@") {
        keys.append(FTSortKey(name: String(word.dropFirst()), isDescending: false))
      } else if word.uppercased() == "ASC" || word.uppercased() == "DESC", !keys.isEmpty {
        keys[keys.count - 1].isDescending = word.uppercased() == "DESC"
      } else {
        throw FTError("MISSING ASC or DESC after sort field (\(word))")
      }
    }
    guard !keys.isEmpty else { throw FTError("Bad SORTBY arguments") }
    var count = Self.sortedDefault
    if arguments.take("MAX") {
      let most = try arguments.count(of: "MAX")
      count = most == 0 ? arguments.limits.resultsMax : min(most, arguments.limits.resultsMax)
    }
    steps += [.sort(keys), .limit(offset: 0, count: count)]
  }

  private static func group(_ arguments: inout FTArguments) throws(FTError) -> Step {
    var properties: [String] = []
    for word in try arguments.names(of: "GROUPBY") {
      properties.append(try property(word, of: "GROUPBY"))
    }
    var reducers: [FTReducer] = []
    while arguments.take("REDUCE") {
      guard reducers.count < reducersMax else {
        throw .exceeds("REDUCE", reducersMax)
      }
      let name = try arguments.value(of: "REDUCE")
      guard let function = FTReducer.Function(rawValue: name.uppercased()) else {
        throw FTError(
          FTReducer.unsupported.contains(name.uppercased())
            ? "Reducer \(name) is not supported" : "No such reducer: \(name)")
      }
      let given = try arguments.list(of: name)
      var source: String?
      if function == .count {
        guard given.isEmpty else { throw FTError("Count accepts 0 values only") }
      } else {
        guard given.count == 1 else {
          throw FTError("Bad arguments for \(name): Expected an argument, but none provided")
        }
        source = try property(given[0], of: name)
      }
      var alias = "__generated_alias" + name.lowercased() + (source ?? "")
      if arguments.take("AS") { alias = try arguments.value(of: "AS") }
      reducers.append(FTReducer(function: function, property: source, alias: alias))
    }
    return .group(by: properties, reducers)
  }

  private static func property(_ word: String, of option: String) throws(FTError) -> String {
    guard word.hasPrefix("@") else {
      throw FTError(
        "Bad arguments for \(option): Unknown property `\(word)`. Did you mean `@\(word)`?")
    }
    return String(word.dropFirst())
  }
}
