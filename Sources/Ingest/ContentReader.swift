public import Records

/// Takes the text out of one kind of content file.
public protocol ContentReader: Sendable {
  /// Reads the bytes of a file.
  ///
  /// - Parameters:
  ///   - bytes: the whole file, within the limits in size.
  ///   - limits: what the reader keeps to.
  /// - Returns: The text and what else the file says of itself.
  /// - Throws: ``ContentFault`` where nothing usable can be read.
  func read(_ bytes: [UInt8], limits: IngestLimits) throws(ContentFault) -> Extract
}

/// What was taken out of a content file.
public struct Extract: Sendable, Hashable {
  /// The title it gives itself.
  public var title: String?
  /// The description it gives itself.
  public var description: String?
  /// The language it says it is in, as it writes it.
  public var language: String?
  /// The text, one paragraph a line.
  public var text: String
  /// What could not be read and was left out.
  public var warnings: [ContentFault]

  /// Makes an extract.
  public init(
    title: String? = nil, description: String? = nil, language: String? = nil, text: String,
    warnings: [ContentFault] = []
  ) {
    self.title = title
    self.description = description
    self.language = language
    self.text = text
    self.warnings = warnings
  }
}

/// What is wrong with a content file; the corpus adds the file's name.
public struct ContentFault: Error, Sendable, Hashable {
  /// The line, counted from 1, where one is meant.
  public var line: Int?
  /// What is wrong.
  public var problem: RecordFault.Problem

  /// Makes a fault.
  public init(line: Int? = nil, _ problem: RecordFault.Problem) {
    self.line = line
    self.problem = problem
  }
}
