internal import SearchIndex

extension Catalogue {
  /// The words, titles and topics with which `typed`, whose last word may be unfinished, can go on: at
  /// most `limit`, only those in `language` unless it is nil, one slip forgiven where `isFuzzy`; see
  /// ``Completion``.
  public func complete(
    _ typed: String, language: String? = nil, isFuzzy: Bool = false, limit: Int = 10
  ) throws(CatalogueError) -> [Completion] {
    try check("limit", limit, 0...RequestLimits.limitMax)
    guard typed.utf8.count <= Completer.bytesMax else {
      throw CatalogueError.limit(name: "prefix", max: Completer.bytesMax)
    }
    return Completer(data: try suggestionData())
      .completions(typed, language: language, isFuzzy: isFuzzy, limit: limit)
  }

  /// What is misspelt in the text of `request`, and what may have been meant that finds something under
  /// its filters.
  ///
  /// `edits` is how many slips a word may have, 1 to 3; the word's length decides where it is nil.
  public func spell(
    _ request: SearchRequest, edits: Int? = nil
  ) throws(CatalogueError) -> SpelledText {
    try check(request)
    if let edits, !(1...3).contains(edits) {
      throw CatalogueError.badValue(option: "distance", found: "\(edits)", expected: "1–3")
    }
    // What cannot be searched for is no text to correct either: too many words, a syntax error.
    _ = try understand(request)
    return try spelled(request, edits: edits)
  }

  /// The text of a question that was answered, put right; nil where nothing is misspelt, nothing better
  /// is known, or no time is left.
  func suggestion(_ request: SearchRequest) throws(CatalogueError) -> String? {
    do throws(CatalogueError) {
      return try spelled(request, edits: nil).suggestion
    } catch .timeout {
      return nil
    }
  }

  private func spelled(
    _ request: SearchRequest, edits: Int?
  ) throws(CatalogueError) -> SpelledText {
    let ranges = try SearchGrammar.searchedRanges(
      request.text, vocabularies: try self.vocabularies())
    let alternatives = alternatives
    let options = SearchOptions(
      deadline: ContinuousClock.now.advanced(by: .milliseconds(request.timeoutMilliseconds)))
    func word(_ word: String) -> Query? {
      alternatives.query(word, in: ResourceSchema.everything)
    }
    func execution(
      _ text: String, _ start: ContinuousClock.Instant
    ) throws(CatalogueError) -> (QuestionExecution, understanding: Understanding) {
      var other = request
      other.text = text
      let understanding = try understand(other)
      return (try self.execution(other, understanding, start), understanding)
    }
    let check = SpellingCheck(
      request: request,
      near: { () throws(CatalogueError) in NearWords(words: try self.suggestionData().words) },
      isKnown: { text throws(CatalogueError) in
        guard !alternatives.isStopWord(text), let query = word(text) else { return true }
        return try self.wrap { () throws(IndexError) in
          try self.reader.count(query, options: options) > 0
        }
      },
      total: { text, relaxed, start throws(CatalogueError) in
        let execution = try execution(text, start).0
        return try self.wrap { () throws(IndexError) in try execution.total(relaxed: relaxed) }
      },
      finds: { text, whole, start throws(CatalogueError) in
        let (execution, understanding) = try execution(whole, start)
        // What was understood is no word any more: it filters.
        let left = WordKey.keys(of: understanding.remainingText)
        let isFilter = !WordKey.keys(of: text).contains(where: left.contains)
        return try self.wrap { () throws(IndexError) in
          try execution.total(filteredOnly: isFilter ? nil : word(text) ?? Query.none) > 0
        }
      })
    return try check.spelled(ranges, edits: edits)
  }
}
