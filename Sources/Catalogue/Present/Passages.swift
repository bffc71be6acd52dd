internal import Records
internal import SearchIndex
internal import TextAnalysis

/// The passages of a resource that answer a question, with the words found marked.
struct Passages {
  /// How long a passage of a description or of a body is, in words.
  static let wordsMax = 30

  /// What is sought; the next only where a text has nothing of the one before.
  private let queries: [Query]
  private let tags: [String]

  init(plan: QueryPlan, data: QuestionData) {
    queries = [plan.marked, plan.markedInOther].compactMap { $0 }
    tags = data.analyzerTags
  }

  /// The title in full and the best passage of description and body, each in the language of the
  /// text that has most of the words; fields without a word found are left out.
  func snippets(of resource: Resource) -> [FieldSnippet] {
    let title = [("en", resource.title.en), ("cy", resource.title.cy)]
    let description = [("en", resource.description.en), ("cy", resource.description.cy)]
    let body = resource.body.map { ($0.language ?? "und", Optional($0.text)) }
    return [
      best(.title, title, isWhole: true), best(.description, description, isWhole: false),
      best(.body, body, isWhole: false),
    ].compactMap { $0 }
  }

  private func best(
    _ field: TextField, _ texts: [(language: String, text: String?)], isWhole: Bool
  ) -> FieldSnippet? {
    for query in queries {
      if let found = best(field, texts, isWhole: isWhole, query) { return found }
    }
    return nil
  }

  private func best(
    _ field: TextField, _ texts: [(language: String, text: String?)], isWhole: Bool, _ query: Query
  ) -> FieldSnippet? {
    var best: FieldSnippet?
    for (language, text) in texts {
      guard let text else { continue }
      let analyzer = Analyzers.analyzer(for: language)
      let names = [field.rawValue, ResourceSchema.everything].map {
        ResourceSchema.physical($0, analyzer.tag)
      }
      let highlighter = Highlighter(query, fields: Set(names))
      let found =
        isWhole
        ? highlighter.whole(text, analyzer: analyzer)
        : highlighter.snippet(of: text, analyzer: analyzer, wordsMax: Self.wordsMax)
      if found.marks.count > best?.marks.count ?? 0 {
        best = FieldSnippet(field: field, text: found.text, marks: found.marks)
      }
    }
    return best
  }
}
