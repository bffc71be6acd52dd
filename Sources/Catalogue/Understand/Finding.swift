internal import Records

/// A phrase found in a question.
struct Finding {
  /// What it means, with numbers and names put in.
  enum Meaning {
    /// Values of a facet.
    case values(facet: String, [String])
    /// A language's name by itself, which may be a people's or a place's.
    case languageName(String)
    /// An age range; a stage of life or school where no number names it.
    case ages(AgeRange, isStage: Bool)
    /// Days of publication as the search language writes them: `2022..`.
    case published(String)
    /// No filter, but a part in reading others.
    case role(PhraseBook.Role)
  }

  /// The tokens it covers.
  var tokens: Range<Int>
  /// What it means.
  var meaning: Meaning
  /// The language of the phrase.
  var language: InterfaceLanguage
  /// The phrase as the book has it.
  var text: String
  /// Whether it ends in a possessive: *children's*.
  var isPossessive = false

  /// The facet whose values it names, or `age` or `published`; nil where it is no filter.
  var facet: String? {
    switch meaning {
    case .values(let facet, _): facet
    case .languageName: "language"
    case .ages: "age"
    case .published: "published"
    case .role: nil
    }
  }

  /// The values it names, as filters write them.
  var values: [String] {
    switch meaning {
    case .values(_, let values): values
    case .languageName(let tag): [tag]
    case .ages(let range, _): [range.description]
    case .published(let days): [days]
    case .role: []
    }
  }

  /// What it does where it is no filter.
  var role: PhraseBook.Role? {
    if case .role(let role) = meaning { role } else { nil }
  }

  /// Whether it is a word for any resource.
  var isResource: Bool { role == .resource }

  /// Whether it names only young readers, whose age another phrase may give.
  var isYoung: Bool { facet == "audience" && values.allSatisfy(Readers.young.contains) }
}
