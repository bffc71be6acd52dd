internal import Catalogue
public import Records
public import Storage

/// Why a server cannot be set up as it is told.
public struct SettingError: Error, Equatable, Sendable {
  /// What is wrong.
  public enum Problem: Equatable, Sendable {
    /// There is no such setting.
    case unknownKey(String, nearest: String?)
    /// A setting's value has another form.
    case badValue(String, found: String, expected: String)
    /// The file does not hold one value for each of its keys.
    case noMap
    /// The file is no YAML.
    case malformed
    /// The file cannot be read.
    case unreadable(StorageError)
    /// The password file begins with an empty line.
    case noPassword
  }

  /// Where it is.
  public let place: SettingPlace
  /// What it is.
  public let problem: Problem

  /// Makes an error.
  init(_ place: SettingPlace, _ problem: Problem) {
    self.place = place
    self.problem = problem
  }

  /// The error in words.
  public func message(_ language: InterfaceLanguage) -> String {
    func say(_ english: String, _ welsh: String) -> String {
      switch language {
      case .english: english
      case .welsh: welsh
      }
    }
    let words =
      switch problem {
      case .unknownKey(let key, let nearest):
        say("there is no setting \(key)", "nid oes gosodiad \(key)")
          + (nearest.map {
            say("; did you mean \($0)?", "; ai \($0) oedd gennych mewn golwg?")
          } ?? "")
      case .badValue(let key, let found, let expected):
        say(
          "\(key) does not take \(found.isEmpty ? "\"\"" : found): expected \(expected)",
          "nid yw \(key) yn derbyn \(found.isEmpty ? "\"\"" : found): disgwyliwyd \(expected)")
      case .noMap:
        say(
          "expected lines of the form setting: value", "disgwyliwyd llinellau fel gosodiad: gwerth")
      case .malformed: say("this is no YAML", "nid YAML mo hwn")
      case .unreadable(let error):
        ErrorWording(.storage(error), language).message
      case .noPassword:
        say(
          "its first line must be the password", "rhaid i'w llinell gyntaf fod yn gyfrinair")
      }
    return "\(place): \(words)"
  }
}

/// Where a setting is given.
public enum SettingPlace: Equatable, Sendable, CustomStringConvertible {
  /// A flag of the command line.
  case flag(String)
  /// An environment variable.
  case variable(String)
  /// A file, and its line where one is meant.
  case file(String, line: Int?)

  /// As people look for it: `canfod.yaml:3`.
  public var description: String {
    switch self {
    case .flag(let name), .variable(let name): name
    case .file(let path, let line): line.map { "\(path):\($0)" } ?? path
    }
  }
}
