/// What `local-web` is told on its command line.
struct Options {
  /// The size of the farm; nil for the scenarios.
  var farm: (hosts: Int, links: Int)?
  /// How long each answer waits.
  var latency = Duration.zero
  /// The day with which to begin.
  var day = 0

  /// Reads `--farm 200x50`, `--scenarios`, `--latency MILLISECONDS`, `--day N`.
  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    while let word = rest.popFirst() {
      switch word {
      case "--scenarios": farm = nil
      case "--farm":
        let sizes = (rest.popFirst() ?? "").split(separator: "x").compactMap { Int($0) }
        guard sizes.count == 2, sizes.allSatisfy({ $0 > 0 }) else { throw Wrong.value(of: word) }
        farm = (sizes[0], sizes[1])
      case "--latency": latency = .milliseconds(try Self.number(rest.popFirst(), of: word))
      case "--day": day = try Self.number(rest.popFirst(), of: word)
      default: throw Wrong.option(word)
      }
    }
  }

  private static func number(_ text: String?, of option: String) throws -> Int {
    guard let number = text.flatMap({ Int($0) }), number >= 0 else {
      throw Wrong.value(of: option)
    }
    return number
  }

  /// What can be wrong with a command line.
  enum Wrong: Error {
    /// There is no such option.
    case option(String)
    /// The option's value is missing or no good.
    case value(of: String)
  }
}
