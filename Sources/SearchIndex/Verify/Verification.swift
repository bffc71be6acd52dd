/// What `verify` found.
public struct Verification: Sendable, Equatable {
  /// Something that is not as it must be.
  public struct Fault: Sendable, Hashable {
    /// The file's name within the index folder.
    public var file: String
    /// The section of the file.
    public var section: String
    /// Where in the section, in bytes from its start.
    public var offset: Int
    /// What should be there.
    public var expected: String

    /// Makes a fault.
    public init(file: String, section: String, offset: Int, expected: String) {
      self.file = file
      self.section = section
      self.offset = offset
      self.expected = expected
    }
  }

  /// The generation that was looked at; 0 if its manifest is unreadable.
  public var generation: UInt64 = 0
  /// How many files were looked at.
  public var fileCount = 0
  /// How many bytes were looked at.
  public var byteCount = 0
  /// How many documents are live.
  public var documentCount = 0
  /// What is wrong, in the order in which it was found.
  public var faults: [Fault] = []

  /// Whether nothing is wrong.
  public var isSound: Bool { faults.isEmpty }
}
