/// The words after a command's name, taken one by one.
struct FTArguments {
  private let words: [String]
  private var index: Int
  /// Where the word lies that errors call position 0.
  private let origin: Int
  /// What one request may ask for.
  let limits: ConnectionLimits

  /// Takes `words` from the one numbered `start` on.
  init(
    _ words: [String], from start: Int, origin: Int = 1, limits: ConnectionLimits
  ) {
    self.limits = limits
    self.words = words
    index = start
    self.origin = origin
  }

  /// Whether no word is left.
  var isAtEnd: Bool { index >= words.count }

  /// The words that are left.
  var rest: ArraySlice<String> { words[min(index, words.count)...] }

  /// The next word in capitals, not taken.
  var keyword: String? { isAtEnd ? nil : words[index].uppercased() }

  /// Takes the next word; nil at the end.
  mutating func next() -> String? {
    guard !isAtEnd else { return nil }
    defer { index += 1 }
    return words[index]
  }

  /// Takes the next word where it is `keyword`.
  mutating func take(_ keyword: String) -> Bool {
    guard self.keyword == keyword else { return false }
    index += 1
    return true
  }

  /// Takes a value of `option`.
  mutating func value(of option: String) throws(FTError) -> String {
    guard let word = next() else { throw Self.missing(option) }
    return word
  }

  /// Takes a number of words, and so many words.
  mutating func list(of option: String) throws(FTError) -> [String] {
    let count = try count(of: option)
    guard count <= rest.count else { throw Self.missing(option) }
    defer { index += count }
    return Array(rest.prefix(count))
  }

  /// Takes a number of names, and so many.
  mutating func names(of option: String) throws(FTError) -> [String] {
    let names = try list(of: option)
    guard names.count <= Self.namedMax else { throw .exceeds(option, Self.namedMax) }
    return names
  }

  /// A field that is asked for, and the name to give it.
  struct Named: Equatable {
    var name: String
    var alias: String
  }

  /// The most names that one option has.
  private static let namedMax = 64

  /// Takes a number of words that are fields, some with `AS` and another name behind them.
  mutating func named(of option: String) throws(FTError) -> [Named] {
    var words = try list(of: option)[...]
    var named: [Named] = []
    while let name = words.popFirst() {
      var alias = name
      if words.first?.uppercased() == "AS" {
        words.removeFirst()
        guard let given = words.popFirst() else {
          throw FTError("\(option) path AS name - must be accompanied with NAME")
        }
        alias = given
      }
      guard named.count < Self.namedMax else { throw .exceeds(option, Self.namedMax) }
      named.append(Named(name: name, alias: alias))
    }
    return named
  }

  /// Takes a number that is not negative.
  mutating func count(of option: String) throws(FTError) -> Int {
    guard let number = Int(try value(of: option)), number >= 0 else {
      throw FTError("Bad arguments for \(option): Could not convert argument to expected type")
    }
    return number
  }

  /// What is wrong with the word that was taken last: it is no option.
  var unknown: FTError {
    FTError(
      "Unknown argument `\(words[index - 1])` at position \(index - 1 - origin) for <main>",
      code: "EOPTION")
  }

  private static func missing(_ option: String) -> FTError {
    FTError("Bad arguments for \(option): Expected an argument, but none provided")
  }
}

extension FTArguments {
  /// Takes the two numbers of LIMIT.
  mutating func window() throws(FTError) -> (offset: Int, limit: Int) {
    guard let first = next(), let second = next() else {
      throw FTError("LIMIT requires two arguments")
    }
    guard let offset = Int(first), let limit = Int(second), offset >= 0, limit >= 0 else {
      throw FTError("LIMIT needs two numeric arguments")
    }
    guard limit <= limits.resultsMax else {
      throw .exceeds("LIMIT", limits.resultsMax)
    }
    guard offset <= limits.windowMax - limit else {
      throw .exceeds("OFFSET", max(0, limits.windowMax - limit))
    }
    return (offset, limit)
  }

  /// Takes the milliseconds of TIMEOUT; 0 is as long as may be.
  mutating func milliseconds() throws(FTError) -> Int {
    guard let text = next() else { throw FTError("Need an argument for TIMEOUT") }
    guard let number = Int(text), number >= 0 else {
      throw FTError("TIMEOUT requires a non negative integer")
    }
    guard number <= limits.queryTimeoutMillisecondsMax else {
      throw .exceeds("TIMEOUT", limits.queryTimeoutMillisecondsMax)
    }
    return number == 0 ? limits.queryTimeoutMillisecondsMax : number
  }

  /// Takes the dialect's number: all are read as dialect 2.
  mutating func dialect() throws(FTError) {
    guard let number = next().flatMap({ Int($0) }), (1...4).contains(number) else {
      throw FTError("DIALECT requires a non negative integer >=1 and <= 4")
    }
  }

  /// Takes the names and values of PARAMS.
  mutating func parameters() throws(FTError) -> [String: String] {
    let words = try list(of: "PARAMS")
    guard words.count.isMultiple(of: 2), !words.isEmpty else {
      throw FTError("Parameters must be specified in PARAM VALUE pairs")
    }
    var parameters: [String: String] = [:]
    for place in stride(from: 0, to: words.count, by: 2) {
      guard parameters.updateValue(words[place + 1], forKey: words[place]) == nil else {
        throw FTError("Duplicate parameter `\(words[place])`")
      }
    }
    return parameters
  }

  /// Takes a scorer's name: ranking is by BM25.
  mutating func scorer() throws(FTError) {
    let name = try value(of: "SCORER")
    switch name {
    case "BM25", "BM25STD": break
    case "TFIDF", "TFIDF.DOCNORM", "DISMAX", "DOCSCORE", "HAMMING", "BM25STD.NORM":
      throw FTError("Scorer \(name) is not supported: BM25 and BM25STD are")
    default: throw FTError("No such scorer \(name)")
    }
  }
}
