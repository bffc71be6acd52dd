/// Something of a server that can be set: by a flag, by an environment variable, or in a file.
public struct ServerSetting: Sendable {
  /// Its name in a file and, where it is a limit, in STATUS, as `max_line`.
  public let key: String
  /// What its value looks like.
  public let form: String
  /// Puts a value into a configuration; false says that it has another form.
  let set: @Sendable (String, inout ServerConfiguration) -> Bool

  /// Its flag, as `--max-line`.
  public var flag: String { "--" + key.replacing("_", with: "-") }
  /// Its environment variable, as `CANFOD_MAX_LINE`.
  public var variable: String { "CANFOD_" + key.uppercased() }

  /// A text that is not empty.
  static func text(
    _ key: String, _ form: String,
    _ put: @escaping @Sendable (String, inout ServerConfiguration) -> Void
  ) -> Self {
    Self(key: key, form: form) { text, configuration in
      guard !text.isEmpty else { return false }
      put(text, &configuration)
      return true
    }
  }

  /// Yes or no.
  static func flag(
    _ key: String, _ put: @escaping @Sendable (Bool, inout ServerConfiguration) -> Void
  ) -> Self {
    Self(key: key, form: "true|false") { text, configuration in
      switch text.lowercased() {
      case "true", "yes", "on", "1": put(true, &configuration)
      case "false", "no", "off", "0": put(false, &configuration)
      default: return false
      }
      return true
    }
  }

  /// One of the values of `Choice`.
  static func choice<Choice: RawRepresentable & CaseIterable & Sendable>(
    _ key: String, _ put: @escaping @Sendable (Choice, inout ServerConfiguration) -> Void
  ) -> Self where Choice.RawValue == String {
    Self(key: key, form: Choice.allCases.map(\.rawValue).joined(separator: "|")) {
      text, configuration in
      guard let choice = Choice(rawValue: text) else { return false }
      put(choice, &configuration)
      return true
    }
  }

  /// Names with commas between, each of the letters, digits and marks that need no quotes.
  static func names(
    _ key: String, _ put: @escaping @Sendable ([String], inout ServerConfiguration) -> Void
  ) -> Self {
    Self(key: key, form: "name,…") { text, configuration in
      let names = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard names.allSatisfy({ $0.wholeMatch(of: /[A-Za-z0-9_.-]{1,64}/) != nil }) else {
        return false
      }
      put(names, &configuration)
      return true
    }
  }

  /// A whole number of a range.
  static func number(
    _ key: String, _ range: ClosedRange<Int>,
    _ put: @escaping @Sendable (Int, inout ServerConfiguration) -> Void
  ) -> Self {
    Self(key: key, form: "\(range.lowerBound)–\(range.upperBound)") { text, configuration in
      guard let number = CommandOption.number(text), range.contains(number) else { return false }
      put(number, &configuration)
      return true
    }
  }

  /// A limit of a connection or of the server.
  static func limit(
    _ key: String, _ range: ClosedRange<Int>,
    _ put: @escaping @Sendable (Int, inout ConnectionLimits) -> Void
  ) -> Self {
    number(key, range) { number, configuration in put(number, &configuration.limits) }
  }
}
