/// How a text becomes terms, step by step: what `canfod analyze` shows.
///
/// Written down by the analysis itself, so that it cannot differ from what is indexed.
public struct AnalysisTrace: Sendable, Equatable {
  /// A step of analysis.
  public enum StepKind: Sendable, Equatable {
    /// NFC, one character for every apostrophe, nothing invisible.
    case composed
    /// Case folded.
    case caseFolded
    /// The part that is left, or divided off, at an apostrophe.
    case divided
    /// The parts of a hyphenated word put together.
    case joined
    /// Diacritics dropped.
    case bare
    /// Stemmed.
    case stemmed
    /// The initial mutation undone.
    case unmutated(Mutation)
    /// Replaced by the lemma.
    case lemma

    /// The step's name, for programs.
    public var name: String {
      switch self {
      case .composed: "composed"
      case .caseFolded: "caseFolded"
      case .divided: "divided"
      case .joined: "joined"
      case .bare: "bare"
      case .stemmed: "stemmed"
      case .unmutated(let mutation): mutation.rawValue
      case .lemma: "lemma"
      }
    }
  }

  /// A step and the form in which it left the word.
  public struct Step: Sendable, Equatable {
    /// The step.
    public let kind: StepKind
    /// The form after it.
    public let form: String
  }

  /// A token and its way.
  public struct Token: Sendable, Equatable {
    /// The text as it stands.
    public let surface: String
    /// The first byte of it in the text.
    public let start: Int
    /// The byte after its last.
    public let end: Int
    /// The word's place.
    public let position: Int
    /// The steps in order.
    public let steps: [Step]
    /// What is indexed.
    public let term: String
  }

  /// The analyzer's tag.
  public let tag: String
  /// The tokens in order.
  public let tokens: [Token]

  /// Traces the analysis of `text` by the analyzer for a language tag.
  public init(of text: String, languageTag: String) {
    let analyzer = Analyzers.stepped(for: languageTag)
    let bytes = Array(text.utf8)
    var batch = TokenBatch()
    var recorder = StepRecorder()
    analyzer.pipeline.analyze(bytes.span, into: &batch, watcher: &recorder)
    tag = analyzer.tag
    tokens = zip(batch.tokens, recorder.stepsOfTokens).map { token, steps in
      Token(
        surface: String(decoding: bytes[token.start..<token.end], as: UTF8.self),
        start: token.start, end: token.end, position: token.position, steps: steps,
        term: batch.text(token))
    }
  }
}

/// Writes the steps of each token down.
private struct StepRecorder: StepWatcher {
  static var isWatching: Bool { true }
  private(set) var stepsOfTokens: [[AnalysisTrace.Step]] = []
  private var ofWord: [AnalysisTrace.Step] = []
  private var ofPart: [AnalysisTrace.Step] = []
  private var isInPart = false

  mutating func beginWord() {
    ofWord = []
    ofPart = []
    isInPart = false
  }

  mutating func beginPart() {
    if !isInPart { ofWord = ofPart }
    isInPart = true
    ofPart = ofWord
  }

  mutating func saw(_ step: AnalysisTrace.StepKind, _ form: [UInt8]) {
    ofPart.append(AnalysisTrace.Step(kind: step, form: String(decoding: form, as: UTF8.self)))
  }

  mutating func emitted(_ index: Int) {
    stepsOfTokens.insert(ofPart, at: index)
  }
}
