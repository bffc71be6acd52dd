internal import Catalogue
internal import Records

/// What FT.SEARCH is asked: its query and its options.
struct FTSearchOptions {
  /// The query.
  let query: String
  var sendsFields = true
  var sendsScores = false
  var explainsScores = false
  var sendsSortKeys = false
  var sendsPayloads = false
  var keepsStopWords = false
  /// The fields to send; nil is all.
  var returned: [FTArguments.Named]?
  var filters: [FTNode] = []
  var keys: [String]?
  var textFields: [String]?
  var slop: Int?
  var isOrdered = false
  var language: String?
  var sort: FTField?
  var isDescending = false
  var window = (offset: 0, limit: 10)
  var timeoutMilliseconds: Int
  let textLimits: TextLimits
  var parameters: [String: String] = [:]
  var display = FTDisplay()

  /// Reads the words after FT.SEARCH.
  init(_ words: [String], _ limits: ConnectionLimits) throws(FTError) {
    guard words.count > 1 else { throw FTError("No query string provided") }
    query = words[1]
    timeoutMilliseconds = limits.queryTimeoutDefault
    window.limit = min(window.limit, limits.resultsMax)
    textLimits = limits.text
    var arguments = FTArguments(words, from: 2, limits: limits)
    while let word = arguments.next() { try read(word.uppercased(), &arguments) }
    guard !explainsScores || sendsScores else {
      throw FTError("EXPLAINSCORE must be accompanied with WITHSCORES")
    }
  }

  private mutating func read(
    _ option: String, _ arguments: inout FTArguments
  ) throws(FTError) {
    switch option {
    case "NOCONTENT": sendsFields = false
    case "WITHSCORES": sendsScores = true
    case "EXPLAINSCORE": explainsScores = true
    case "WITHSORTKEYS": sendsSortKeys = true
    case "WITHPAYLOADS": sendsPayloads = true
    case "NOSTOPWORDS": keepsStopWords = true
    case "INORDER": isOrdered = true
    case "RETURN": try readReturned(&arguments)
    case "LIMIT": window = try arguments.window()
    case "TIMEOUT": timeoutMilliseconds = try arguments.milliseconds()
    case "DIALECT": try arguments.dialect()
    case "PARAMS": parameters = try arguments.parameters()
    case "SCORER": try arguments.scorer()
    case "SUMMARIZE": try display.readSummaries(&arguments)
    case "HIGHLIGHT": try display.readMarks(&arguments)
    case "INKEYS": keys = (keys ?? []) + (try arguments.list(of: option))
    case "INFIELDS": textFields = (textFields ?? []) + (try arguments.names(of: option))
    case "LANGUAGE": language = try FTLanguage.tag(try arguments.value(of: option))
    case "SLOP":
      let slop = try arguments.count(of: option)
      guard slop <= FTGrammar.slopMax else {
        throw .exceeds("SLOP", FTGrammar.slopMax)
      }
      self.slop = slop
    case "FILTER": try readFilter(&arguments)
    case "SORTBY": try readSort(&arguments)
    case "PAYLOAD": _ = try arguments.value(of: option)
    case "EXPANDER":
      let name = try arguments.value(of: option)
      guard ["SBSTEM", "DEFAULT"].contains(name.uppercased()) else {
        throw FTError("No such expander \(name)")
      }
    // The index knows words by their stems and by nothing else.
    case "VERBATIM": break
    case "GEOFILTER": throw FTError("GEOFILTER is not supported: the catalogue has no places")
    default: throw arguments.unknown
    }
  }

  private mutating func readReturned(_ arguments: inout FTArguments) throws(FTError) {
    let returned = try arguments.named(of: "RETURN")
    self.returned = returned
    if returned.isEmpty { sendsFields = false }
  }

  private mutating func readFilter(_ arguments: inout FTArguments) throws(FTError) {
    guard let name = arguments.next(), let low = arguments.next(), let high = arguments.next()
    else { throw FTError("FILTER requires 3 arguments") }
    filters.append(try FTGrammar.range(low, high, of: FTField.known(name)))
  }

  private mutating func readSort(_ arguments: inout FTArguments) throws(FTError) {
    guard let name = arguments.next() else { throw FTError("Bad SORTBY arguments") }
    guard sort == nil else { throw FTError("Multiple SORTBY steps are not allowed") }
    guard let field = FTField.named(name) else {
      throw FTError("Property `\(name)` not loaded nor in schema")
    }
    guard field.isSortable else { throw FTError("Sorting by `\(name)` is not supported") }
    sort = field
    if arguments.take("DESC") {
      isDescending = true
    } else {
      _ = arguments.take("ASC")
      isDescending = false
    }
  }
}

extension FTSearchOptions {
  /// The service's search for what is asked.
  func search(in catalogue: Catalogue) throws(FTError) -> TreeSearch {
    var search = TreeSearch(try tree(in: catalogue))
    // A name that is no text field's is passed over; where none is left, nothing is found.
    search.textFields = textFields?.compactMap(TextField.init(rawValue:)) ?? FTTree.textFields
    if search.textFields.isEmpty { search.tree = .nothing }
    search.languages = language.map { [$0] }
    if let order = sort?.order {
      var ordering = TreeSearch.Ordering(order, isDescending: isDescending)
      if case .title = order, language == "cy" { ordering.order = .title(.welsh) }
      search.orderings = [ordering]
    }
    (search.offset, search.limit) = window
    search.timeoutMilliseconds = timeoutMilliseconds
    search.marksWords = display.summaries != nil || display.marks != nil
    search.explains = explainsScores
    search.givesScores = sendsScores
    search.givesSortValues = sendsSortKeys
    let needsTitle = sendsSortKeys && sort?.kind == .text(.title)
    search.content = sendsFields || needsTitle ? .records : .ids
    return search
  }

  /// The query as it is read, with the filters; nil where it asks for nothing.
  func node() throws(FTError) -> FTNode? {
    let node = try FTGrammar.parse(
      query, parameters: parameters, keepsStopWords: keepsStopWords, limits: textLimits)
    guard let node, !filters.isEmpty else { return node }
    // Beside the words, not around them: SLOP and INORDER look at what stands side by side.
    if case .all(let nodes) = node { return .all(nodes + filters) }
    return .all([node] + filters)
  }

  private func tree(in catalogue: Catalogue) throws(FTError) -> QueryTree {
    let tree = try FTTree(in: catalogue, slop: slop, isOrdered: isOrdered).tree(node())
    guard let keys, case .sequence(let clauses) = tree else { return tree }
    return .sequence(clauses + [QueryTree.Clause(.needed, .ids(keys), at: 0..<0)])
  }
}
