internal import FoundationEssentials
public import Records
internal import SearchIndex
public import Storage
internal import Synchronization
internal import TextAnalysis

/// The one service behind all doors: parse → understand → plan → execute → present.
///
/// An immutable snapshot of one index generation; a new generation is a new `Catalogue`.
public final class Catalogue: Sendable {
  /// The index generation.
  public let generation: UInt64
  /// The vocabularies of this generation.
  public func vocabularies() throws(CatalogueError) -> Vocabularies { try data().vocabularies }
  /// The plan of this generation.
  public func plan() throws(CatalogueError) -> Plan { try data().plan }
  /// How many resources it holds.
  public var resourceCount: Int { reader.documentCount }

  /// A word becomes some ten clauses of the engine: one a language and field, in text and title.
  static let engineClausesMax = 32 * RequestLimits.clausesMax

  let reader: IndexReader
  let questions: QuestionData
  private let lazyData = LazyAttachment(CatalogueData.attachment) {
    try? JSONDecoder().decode(CatalogueData.self, from: Data($0))
  }
  private let lazyTerms = LazyAttachment(TermBook.attachment, TermBook.init(bytes:))
  private let lazySuggestions = LazyAttachment(
    SuggestionData.attachment, SuggestionData.init(bytes:))
  let spellings = FacetSpellings()
  private let knownBrokenLinks = Mutex<Bool?>(nil)
  private let folder: String
  private let fileSystem: any FileSystem

  /// Opens the index in `folder`.
  public init(
    index folder: String, fileSystem: any FileSystem = DiskFileSystem()
  ) throws(CatalogueError) {
    self.folder = folder
    self.fileSystem = fileSystem
    let kept: [UInt8]?
    do throws(IndexError) {
      reader = try IndexReader.open(at: folder, fileSystem: fileSystem)
      generation = reader.generation
      kept = try reader.attachment(QuestionData.attachment)
    } catch {
      throw CatalogueError.index(error)
    }
    guard reader.analysisVersion == ResourceSchema.analysisVersion,
      let questions = kept.flatMap(QuestionData.init(bytes:))
    else { throw CatalogueError.outdated(file: folder) }
    self.questions = questions
  }

  /// Tells one generation of one index from all others, also from those of an index that was removed
  /// and built anew.
  public struct Stamp: Sendable, Equatable {
    let index: IndexStamp
  }

  /// Which generation of which index this is.
  public var stamp: Stamp { Stamp(index: reader.stamp) }

  /// The stamp of what `folder` holds now, without opening it.
  public static func stamp(
    index folder: String, fileSystem: any FileSystem = DiskFileSystem()
  ) throws(CatalogueError) -> Stamp {
    do throws(IndexError) {
      return Stamp(index: try IndexReader.stamp(at: folder, fileSystem: fileSystem))
    } catch {
      throw CatalogueError.index(error)
    }
  }

  /// Answers a question.
  public func search(_ request: SearchRequest) throws(CatalogueError) -> Answer {
    let clock = ContinuousClock()
    let start = clock.now
    try check(request)
    let understanding = try understand(request)
    let execution = try execution(request, understanding, start)
    var answer = try wrap { () throws(IndexError) in try execution.answer(understanding) }
    answer.warnings += understanding.notUnderstood(of: request)
    if SpellingCheck.isNeeded(answer, request) {
      answer.suggestion = try suggestion(request)
    }
    let elapsed = (clock.now - start).components
    answer.milliseconds = Double(elapsed.seconds) * 1e3 + Double(elapsed.attoseconds) / 1e15
    return answer
  }

  /// How the text of `request` is read.
  public func understand(_ request: SearchRequest) throws(CatalogueError) -> Understanding {
    guard QuestionTokens(request.text).tokens.count <= RequestLimits.wordsMax else {
      throw CatalogueError.limit(name: "query_terms", max: RequestLimits.wordsMax)
    }
    let tree = try SearchGrammar.parse(
      request.text, limits: request.textLimits, vocabularies: try self.vocabularies())
    guard !request.isLiteral else {
      var understanding = Understanding()
      understanding.tree = tree
      understanding.remainingText = request.text
      return understanding
    }
    let asked = QuestionReader.Asked(request, tree)
    return QuestionReader(
      book: questions.phraseBook, switchedOff: request.switchedOff, asked: asked
    ).read(tree, of: request.text)
  }

  /// The ids that people's words for a facet's values stand for.
  public func canonical(
    _ values: [String], _ facet: Facet
  ) throws(CatalogueError) -> [String] {
    try FacetValues.canonical(values, facet, vocabularies())
  }

  /// The labels of a facet's value.
  public func label(_ facet: Facet, _ value: String) -> BilingualText {
    questions.labels.label(facet, value)
  }

  /// The labels of an additional need that was understood.
  public func needLabel(_ value: String) -> BilingualText {
    questions.labels.label(vocabulary: Labels.needs, value)
  }

  /// The resource called `id`, or nil.
  public func resource(_ id: String) throws(CatalogueError) -> ResourceView? {
    try wrap { () throws(IndexError) -> ResourceView? in
      guard let stored = try reader.document(key: id) else { return nil }
      let found = try StoredResource.read(stored.stored)
      return ResourceView(
        resource: found.resource, link: found.link,
        sisters: try Sisters(reader: reader).of(found.resource))
    }
  }

  /// How many resources there are for every combination of two or more facets' values.
  public func coverage(
    _ request: SearchRequest, by facets: [Facet]
  ) throws(CatalogueError) -> Coverage {
    let start = ContinuousClock.now
    try check(request)
    let execution = try execution(request, try understand(request), start)
    return try CoverageReport(execution: execution, vocabularies: try vocabularies())
      .coverage(by: facets)
  }

  /// What the index holds.
  public func status() throws(CatalogueError) -> CatalogueStatus {
    var everything = SearchRequest()
    everything.limit = 0
    everything.facets = Facet.allCases
    everything.facetLimit = .max
    everything.groupsWorks = true
    everything.timeoutMilliseconds = RequestLimits.timeoutMillisecondsMax
    let answer = try search(everything)
    let data = try data()
    return try wrap { () throws(IndexError) in
      CatalogueStatus(
        generation: generation, resources: answer.total, works: answer.groups ?? 0,
        facets: answer.facets.filter { $0.facet != .work },
        withAge: try reader.count(.exists(field: ResourceSchema.ageMin)),
        withDate: try reader.count(.exists(field: ResourceSchema.published)),
        withURL: try reader.count(.exists(field: ResourceSchema.hasURL)),
        actionCount: data.plan.actions.count,
        actions: ["green", "amber", "red"].map { colour in
          FacetValueCount(
            value: colour, label: BilingualText(en: colour),
            count: data.plan.actions.count { $0.statusColour == colour })
        },
        inconsistencies: data.plan.inconsistencies.count, report: data.report, bytes: size())
    }
  }

  /// How `text` becomes terms in `language`.
  public func analyze(_ text: String, language: String) -> [AnalyzedToken] {
    Analysis.tokens(text, language: language)
  }

  /// The fields that can be searched, filtered and sorted by.
  public static let fields: [FieldDescription] =
    TextField.allCases.map {
      FieldDescription(
        name: $0.rawValue, type: "text", isStored: $0 != .body, isSortable: $0 == .title)
    }
    + Facet.allCases.map {
      FieldDescription(name: $0.rawValue, type: "tag", isStored: true, isSortable: false)
    } + [
      FieldDescription(name: "age", type: "numeric", isStored: true, isSortable: true),
      FieldDescription(name: "published", type: "date", isStored: true, isSortable: true),
    ]

  /// The vocabularies, plan and report.
  private func data() throws(CatalogueError) -> CatalogueData { try load(lazyData) }

  /// The words and titles to suggest.
  func suggestionData() throws(CatalogueError) -> SuggestionData { try load(lazySuggestions) }

  /// The terms of the field; nil where the question has no words that may be one.
  private func terms(
    for request: SearchRequest, _ understanding: Understanding
  ) throws(CatalogueError) -> CrossLanguage? {
    guard !request.isLiteral, CrossLanguage.hasWords(understanding.tree) else { return nil }
    return CrossLanguage(try load(lazyTerms), switchedOff: request.switchedOff)
  }

  private func load<Value>(
    _ attachment: LazyAttachment<Value>
  ) throws(CatalogueError) -> Value {
    let value = try wrap { () throws(IndexError) in try attachment.value(in: reader) }
    guard let value else { throw CatalogueError.outdated(file: folder) }
    return value
  }

  func execution(
    _ request: SearchRequest, _ understanding: Understanding, _ start: ContinuousClock.Instant
  ) throws(CatalogueError) -> QuestionExecution {
    let options = SearchOptions(
      deadline: start.advanced(by: .milliseconds(request.timeoutMilliseconds)),
      clausesMax: Self.engineClausesMax)
    var works: [[String]: [String]] = [:]
    for languages in understanding.languagePhrases where languages.count > 1 {
      works[languages] = try wrap { () throws(IndexError) in
        try Sisters(reader: reader).works(inAll: languages, options)
      }
    }
    let planner = QueryPlanner(
      labels: questions.labels, alternatives: alternatives, works: { works[$0] ?? [] },
      terms: try terms(for: request, understanding),
      hasBrokenLinks: try wrap { () throws(IndexError) in try hasBrokenLinks() })
    var understanding = understanding
    understanding.tree = try expanded(
      understanding.tree, fuzzyPrefixLength: planner.alternatives.fuzzyPrefixLength)
    return QuestionExecution(
      reader: reader, data: questions, request: request,
      plan: planner.plan(request, understanding), options: options)
  }

  /// `tree` with the words that its beginnings and misspelt words may mean.
  func expanded(
    _ tree: QueryTree, fuzzyPrefixLength: Int
  ) throws(CatalogueError) -> QueryTree {
    guard WrittenWords.concern(tree) else { return tree }
    return WrittenWords(
      words: try suggestionData().words, fuzzyPrefixLength: fuzzyPrefixLength
    ).expanded(tree)
  }

  /// Whether a link of the index leads nowhere.
  ///
  /// - Complexity: the first time, a lookup in the terms of each segment for each such state.
  func hasBrokenLinks() throws(IndexError) -> Bool {
    if let known = knownBrokenLinks.withLock({ $0 }) { return known }
    var isFound = false
    for state in ResourceSchema.brokenLinks where !isFound {
      isFound = try reader.documentFrequency(FieldTerm(Facet.link.rawValue, state)) > 0
    }
    knownBrokenLinks.withLock { $0 = isFound }
    return isFound
  }

  var alternatives: LanguageAlternatives {
    LanguageAlternatives(analyzers: questions.analyzerTags.map(Analyzers.searching(for:)))
  }

  func check(_ request: SearchRequest) throws(CatalogueError) {
    try check("limit", request.limit, 0...RequestLimits.limitMax)
    guard request.offset <= RequestLimits.windowMax - request.limit else {
      throw CatalogueError.limit(name: "offset + limit", max: RequestLimits.windowMax)
    }
    try check("offset", request.offset, 0...RequestLimits.windowMax)
    try check("timeout", request.timeoutMilliseconds, 1...RequestLimits.timeoutMillisecondsMax)
  }

  /// Throws unless `range` has `value`: too little has the wrong form, too much passes a limit.
  func check(
    _ name: String, _ value: Int, _ range: ClosedRange<Int>
  ) throws(CatalogueError) {
    guard value >= range.lowerBound else {
      throw CatalogueError.badValue(
        option: name, found: "\(value)", expected: "\(range.lowerBound)–\(range.upperBound)")
    }
    guard value <= range.upperBound else {
      throw CatalogueError.limit(name: name, max: range.upperBound)
    }
  }

  /// The file of link states beside the index.
  func linkStates() -> LinkStatesFile { LinkStatesFile(index: folder, fileSystem: fileSystem) }

  func size() -> Int {
    let entries = (try? fileSystem.list(folder)) ?? []
    return entries.filter { !$0.isFolder }.reduce(0) { $0 + $1.bytes }
  }

  /// Runs `body` and turns the engine's errors into the service's.
  func wrap<Result>(
    _ body: () throws(IndexError) -> Result
  ) throws(CatalogueError) -> Result {
    do throws(IndexError) {
      return try body()
    } catch .timeout {
      throw CatalogueError.timeout
    } catch {
      throw CatalogueError.index(error)
    }
  }
}
