internal import HTTPTransport
internal import Records

/// An answer with all that its rules look at.
struct Scene {
  /// What the catalogue says.
  let target: LinkTarget
  /// What was seen on the way.
  let observation: Observation
  /// What came in the end.
  let answer: Observation.Answer
  /// How much the page has to do with the records; nil where there is no page.
  let relation: Relation?

  /// The page, where one was read.
  var page: PageFacts? { answer.page }

  /// Evidence of how much of the title the page has.
  var shareEvidence: [LinkEvidence] {
    relation?.inPage.map { [.titleWordsFound(percent: $0)] } ?? []
  }

  /// Whether a record's own title says what `phrases` say, so that the page may say it too.
  func recordSays(_ phrases: PhraseList) -> Bool {
    target.records.contains { record in
      [record.title.en, record.title.cy].compactMap { $0 }.contains { phrases.found(in: $0) != nil }
    }
  }
}
