/// What is wrong with a record or another file of the corpus, where, and what would be right.
///
/// Faults are collected, not thrown: a build lists all of them at once.
public struct RecordFault: Error, Sendable, Hashable, Codable {
  /// How bad it is.
  public enum Severity: String, Sendable, Hashable, Codable {
    /// The build is refused.
    case error
    /// The rest is usable; the build goes on.
    case warning
  }

  /// What kind of thing is wrong; the wording for people is made from it elsewhere.
  public enum Problem: Sendable, Hashable, Codable {
    /// The file is not well-formed YAML: the parser's message.
    case malformedYAML(String)
    /// The file does not begin with a `---` front-matter block that is closed by `---`.
    case noFrontMatter
    /// A field that every record must have is missing.
    case missingField
    /// No field has this name.
    case unknownField(nearest: String?)
    /// The value is not one of the vocabulary's.
    case unknownValue(found: String, nearest: String?)
    /// The value does not have the form expected.
    case badForm(found: String, expected: String)
    /// The same id stands in another file too.
    case duplicateID(id: String, firstFile: String)
    /// The id is not the file's name.
    case idIsNotFileName(id: String)
    /// A content file named by the record is not there.
    case missingContentFile(name: String)
    /// A content file could not be read as what it is: why.
    case unreadableContent(name: String, reason: String)
    /// The file is larger than the limit, both in bytes.
    case tooLarge(bytes: Int, bytesMax: Int)
    /// The file is not valid UTF-8 at this byte offset.
    case notUTF8(offset: Int)
    /// The file holds a NUL byte at this byte offset.
    case nulByte(offset: Int)
    /// Structure is nested deeper than the limit.
    case tooDeep(depthMax: Int)
    /// Reading took longer than the limit.
    case tooSlow(secondsMax: Int)
    /// No reader knows this kind of file; `known` lists the endings that have one.
    case unknownFormat(name: String, known: [String])
    /// The same field stands in the record twice; the first time on this line.
    case duplicateField(firstLine: Int)
    /// YAML anchors and aliases are refused: a few lines of them can stand for billions.
    case anchorOrAlias
    /// The file could not be read from disk: why.
    case unreadable(reason: String)
    /// A part of the file could not be read and was left out: what was expected there.
    case partSkipped(found: String, expected: String)
  }

  /// The file, relative to the corpus folder.
  public var file: String
  /// The line, counted from 1; nil where the whole file is meant.
  public var line: Int?
  /// The field's name, nil where no single field is meant.
  public var field: String?
  /// What is wrong.
  public var problem: Problem
  /// How bad it is.
  public var severity: Severity

  /// Makes a fault.
  public init(
    file: String, line: Int? = nil, field: String? = nil, problem: Problem,
    severity: Severity = .error
  ) {
    self.file = file
    self.line = line
    self.field = field
    self.problem = problem
    self.severity = severity
  }
}
