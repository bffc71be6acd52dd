/// The small words between the phrases of a question, by what they do there.
///
/// Written as tokens are: in lower case without accents.
enum SmallWords {
  /// Words after which the topic follows.
  static let about: Set<String> = [
    "about", "am", "ynghylch", "regarding", "concerning", "showing", "featuring", "dangos",
    "portreadu", "depicting", "against", "involving",
  ]
  /// Words after which people are the topic and not the readers.
  static let aboutPeople: Set<String> = about.union([
    "with", "gyda", "gydag", "on", "ar", "into", "by", "towards", "to", "mewn",
  ])
  /// Words that join two of a kind.
  static let conjunctions: Set<String> = [
    "and", "or", "a", "ac", "neu", "na", "nac", "nor", "&", "/",
  ]
  /// Articles and what stands in their place.
  static let determiners: Set<String> = [
    "a", "an", "the", "my", "our", "your", "their", "all", "any", "some", "other", "y", "yr", "fy",
    "ein", "eich", "eu", "ei", "bob", "pob", "holl", "both", "rai", "rhai", "these", "those",
    "this",
    "only", "just",
  ]
  /// Words that lead from the people to those about them: *parents of children*.
  static let genitives: Set<String> = [
    "of", "o", "with", "gyda", "gydag", "to", "i", "whose", "a", "an", "the", "y", "yr", "who",
    "have", "has", "sydd", "a'u", "having", "caring", "working", "for", "their", "young",
    "chanddynt",
    "n", "sy", "yn", "gweithio", "teaching", "supporting",
  ]
  /// The nearest of them.
  static let possessives: Set<String> = [
    "of", "o", "with", "gyda", "gydag", "i", "to", "a", "an", "the", "y", "yr", "their", "young",
    "n",
  ]
  /// Words that may follow an English noun phrase.
  static let prepositions: Set<String> = [
    "about", "am", "ar", "as", "at", "between", "by", "for", "from", "gan", "gyda", "i", "in",
    "into", "o", "of", "on", "that", "to", "which", "who", "with", "without", "yn", "against",
    "regarding", "showing", "aimed", "suitable", "published", "since", "before", "after", "whose",
    "explaining", "called", "like", "not", "concerning", "featuring",
  ]
  /// Words after which an English word is a verb: *to report*.
  static let verbMarkers: Set<String> = [
    "to", "i", "we", "you", "they", "can", "could", "should", "must", "will", "would", "may",
    "people", "who", "do", "don't", "not", "please",
  ]
  /// What numbers count that are no ages.
  static let units: Set<String> = [
    "minute", "minutes", "min", "mins", "second", "seconds", "hour", "hours", "day", "days", "week",
    "weeks", "month", "months", "years", "page", "pages", "step", "steps", "per", "percent",
    "munud",
    "awr", "oriau", "diwrnod", "wythnos", "mis", "blynedd", "mlynedd", "flynedd", "tudalen", "cam",
    "times", "people", "pobl", "percentage", "million", "thousand", "pounds", "cant",
  ]

  /// Whether `word` carries no meaning of its own between filters.
  static func isGlue(_ word: String) -> Bool { glue.contains(word) }

  private static let glue: Set<String> = determiners.union(conjunctions).union([
    "are", "as", "at", "be", "can", "do", "for", "from", "gan", "gyda", "gyfer", "i", "in",
    "is", "it", "mae", "me", "mewn", "n", "o", "of", "on", "s",
    "sy", "sydd", "that", "there", "they", "to", "used", "use", "we", "which", "who", "whose",
    "with",
    "yn", "ar", "have", "has", "by", "i'w", "ag", "oed", "aged", "them", "suitable", "am",
    "mi", "ni",
  ])
}
