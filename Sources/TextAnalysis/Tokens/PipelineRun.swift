/// Whether and when words are stemmed: with their accents, without, or by lemmas that keep theirs.
enum StemOrder {
  case none, accented, bare, lemma
}

extension TokenPipeline.Stemming {
  var order: StemOrder {
    switch self {
    case .none: .none
    case .accented: .accented
    case .bare: .bare
    case .lemma: .lemma
    }
  }
}

/// One text on its way through a pipeline.
struct PipelineRun<Watcher: StepWatcher> {
  private let apostrophes: Apostrophes
  private let order: StemOrder
  private let stemmer: (any WordStemmer)?
  /// Where a query's words may have more readings, who knows them.
  private let lemmatizer: WelshLemmatizer?
  /// Whether the short way may be taken: nobody watches, and no word has more than one reading.
  private let isHurried: Bool
  private var cache: StemCache
  var watcher: Watcher
  var batch = TokenBatch()
  var bench = Workbench()
  private var position = 0
  private var compound = Compound()
  private var bigrams = BigramTokenizer()
  /// The other terms of the part that was finished last.
  private var readings: [[UInt8]] = []

  /// Takes the pipeline apart, since a word's way must not copy what holds references.
  init(pipeline: TokenPipeline, tool: StemmerPool.Tool?, watcher: Watcher) {
    apostrophes = pipeline.apostrophes
    order = pipeline.stemming.order
    stemmer = tool?.stemmer
    cache = tool?.cache ?? StemCache()
    if case .lemma(_, let readings) = pipeline.stemming {
      lemmatizer = readings
    } else {
      lemmatizer = nil
    }
    isHurried = !Watcher.isWatching && lemmatizer == nil
    self.watcher = watcher
  }

  /// The stemmer with what it learned.
  var tool: StemmerPool.Tool? { stemmer.map { StemmerPool.Tool(stemmer: $0, cache: cache) } }

  mutating func analyze(_ text: Span<UInt8>) {
    position = batch.nextPosition
    var words = WordTokenizer()
    while let word = words.nextWord(in: text) {
      if word.kind == .spaceless {
        closeCompound()
        addSpaceless(word, of: text)
      } else {
        if let alone = bigrams.finish() { emitCharacters(alone, of: text) }
        addWord(word, of: text)
      }
    }
    closeCompound()
    if let alone = bigrams.finish() { emitCharacters(alone, of: text) }
  }

  // MARK: - Words

  @inline(__always)
  private mutating func addWord(_ word: WordTokenizer.Segment, of text: Span<UInt8>) {
    let isFollowedByHyphen = word.end < text.count && Compound.mayStartHyphen(text[word.end])
    if word.kind == .asciiWord, !isFollowedByHyphen, compound.isEmpty, isHurried,
      addASCII(word.start..<word.end, of: text)
    {
      return
    }
    addAnyWord(word, of: text)
  }

  /// The short way of most words: lower case is all their folding, and their stem is known.
  @inline(__always)
  private mutating func addASCII(_ range: Range<Int>, of text: Span<UInt8>) -> Bool {
    if order != .none {
      guard let word = ShortWord(lowercasing: range, of: text),
        let stem = cache.stem(of: word), stem.isASCII || order == .lemma
      else { return false }
      batch.append(stem, position: position, range)
    } else {
      guard range.count <= AnalyzerLimits.termBytesMax else { return false }
      batch.append(lowercasing: range, of: text, position: position)
    }
    position += 1
    return true
  }

  private mutating func addAnyWord(_ word: WordTokenizer.Segment, of text: Span<UInt8>) {
    let (start, end) = trimmed(word, of: text)
    let hyphenLength = Compound.hyphenLength(in: text, at: end)
    let continues = compound.continues(at: start)
    if !continues { closeCompound() }
    watcher.beginWord()
    let hasApostrophe = read(start..<end, word.kind, of: text)
    let isPart = continues || hyphenLength > 0
    if isPart, !continues {
      compound.begin(position: position, tokenIndex: batch.count, start: start)
    }

    guard hasApostrophe else {
      if isPart { compound.add(bench.form[...], end: end, next: end, hyphenLength: hyphenLength) }
      swap(&bench.form, &bench.part)
      finishPart()
      emit(start, end)
      return
    }

    // A word too long to be read whole has no last apostrophe to divide at.
    let division =
      end - start > Normalization.scalarsMax
      ? Apostrophes.Division(host: 0..<bench.form.count)
      : apostrophes.division(of: bench.form)
    var hostEnd = end
    if division.clitic != nil { hostEnd = Apostrophes.last(in: text, start..<end) ?? end }
    if isPart {
      compound.add(
        bench.form[division.host], end: hostEnd, next: end, hyphenLength: hyphenLength)
    }
    emitDivided(division, start: start, hostEnd: hostEnd, end: end)
  }

  /// Emits host and whole at one position, and the clitic at the next.
  private mutating func emitDivided(
    _ division: Apostrophes.Division, start: Int, hostEnd: Int, end: Int
  ) {
    takePart(division.host)
    finishPart()
    let hostPosition = position
    emit(start, hostEnd)
    if division.keepsWhole, position > hostPosition {
      let host = bench.part
      takePart(0..<bench.form.count)
      finishPart()
      // Cadw'n and its whole, cadwn, have one lemma; twice at one place it would count twice.
      if bench.part != host { append(position: hostPosition, start, end) }
    }
    if let clitic = division.clitic {
      takePart(clitic)
      finishPart()
      emit(hostEnd, end)
    }
  }

  /// Reads a stretch of the text into the form: NFC, then case.
  ///
  /// Returns whether it has an apostrophe.
  @inline(__always)
  private mutating func read(
    _ range: Range<Int>, _ kind: WordTokenizer.Kind, of text: Span<UInt8>
  ) -> Bool {
    if kind == .asciiWord, !Watcher.isWatching {
      bench.readASCII(text, range)
      return false
    }
    let hasApostrophe = bench.read(text, range)
    watcher.saw(.composed, bench.form)
    bench.foldCase()
    watcher.saw(.caseFolded, bench.form)
    return hasApostrophe
  }

  /// The word without the underscores around it, which are emphasis in plain text and Markdown.
  @inline(__always)
  private func trimmed(
    _ word: WordTokenizer.Segment, of text: Span<UInt8>
  ) -> (start: Int, end: Int) {
    var (start, end) = (word.start, word.end)
    while start < end, text[start] == UInt8(ascii: "_") { start += 1 }
    while start < end, text[end - 1] == UInt8(ascii: "_") { end -= 1 }
    return (start, end)
  }

  private mutating func closeCompound() {
    guard !compound.isEmpty else { return }
    defer { compound.close() }
    guard compound.isJoined else { return }
    watcher.beginWord()
    bench.part.removeAll(keepingCapacity: true)
    bench.part.append(contentsOf: compound.joined)
    watcher.saw(.joined, bench.part)
    finishPart()
    if let index = batch.insert(
      term: bench.part, from: compound.tokenIndex, position: compound.position,
      start: compound.start, end: compound.end)
    {
      watcher.emitted(index)
    }
  }

  // MARK: - Characters without spaces

  private mutating func addSpaceless(_ segment: WordTokenizer.Segment, of text: Span<UInt8>) {
    var start = segment.start
    while start < segment.end {
      let end = BigramTokenizer.characterEnd(in: text, from: start, before: segment.end)
      let (alone, pair) = bigrams.add(start..<end)
      if let alone { emitCharacters(alone, of: text) }
      if let pair { emitCharacters(pair, of: text) }
      start = end
    }
  }

  private mutating func emitCharacters(_ range: Range<Int>, of text: Span<UInt8>) {
    watcher.beginWord()
    _ = read(range, .spaceless, of: text)
    swap(&bench.form, &bench.part)
    foldDiacritics()
    Scalars.cut(&bench.part, to: AnalyzerLimits.termBytesMax)
    readings = []
    emit(range.lowerBound, range.upperBound)
  }

  // MARK: - Parts and terms

  private mutating func takePart(_ range: Range<Int>) {
    bench.takePart(range)
    watcher.beginPart()
    watcher.saw(.divided, bench.part)
  }

  /// Makes the part a term.
  @inline(__always)
  private mutating func finishPart() {
    Scalars.cut(&bench.part, to: AnalyzerLimits.termBytesMax)
    switch order {
    case .none:
      foldDiacritics()
    case .accented:
      stem(.stemmed)
      foldDiacritics()
    case .bare:
      foldDiacritics()
      stem(.stemmed)
    case .lemma:
      if let lemmatizer { readings = lemmatizer.readings(of: bench.part) }
      sawUnmutated()
      stem(.lemma)
    }
    Scalars.cut(&bench.part, to: AnalyzerLimits.termBytesMax)
  }

  /// Shows a reader of the steps the word before its mutation, which the lexicon knows by heart.
  @inline(__always)
  private mutating func sawUnmutated() {
    guard Watcher.isWatching, let radical = WelshLemmatizer().unmutated(bench.part) else { return }
    watcher.saw(.unmutated(radical.mutation), radical.word)
  }

  @inline(__always)
  private mutating func stem(_ step: AnalysisTrace.StepKind) {
    if let stemmer { cache.replace(&bench.part, by: stemmer) }
    watcher.saw(step, bench.part)
  }

  @inline(__always)
  private mutating func foldDiacritics() {
    if !bench.part.allSatisfy({ $0 < 0x80 }) { bench.foldDiacritics() }
    watcher.saw(.bare, bench.part)
  }

  /// Makes the part the next position's token.
  @inline(__always)
  private mutating func emit(_ start: Int, _ end: Int) {
    if append(position: position, start, end) { position += 1 }
  }

  @inline(__always) @discardableResult
  private mutating func append(position: Int, _ start: Int, _ end: Int) -> Bool {
    let before = batch.count
    batch.append(term: bench.part, position: position, start: start, end: end)
    guard batch.count > before else { return false }
    watcher.emitted(before)
    for reading in readings {
      batch.append(term: reading, position: position, start: start, end: end)
      watcher.emitted(batch.count - 1)
    }
    readings = []
    return true
  }
}
