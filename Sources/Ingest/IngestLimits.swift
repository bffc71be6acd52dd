/// How much of a corpus file is read before it is refused.
public struct IngestLimits: Sendable, Hashable {
  /// Bytes of a record, vocabulary or plan file.
  public var recordBytesMax: Int
  /// Bytes of a content file.
  public var contentBytesMax: Int
  /// Bytes of the text taken out of a content file.
  public var outputBytesMax: Int
  /// Levels of nested elements in a page.
  public var depthMax: Int
  /// Seconds of reading one content file.
  public var secondsMax: Int

  /// Makes limits.
  public init(
    recordBytesMax: Int = 1 << 20, contentBytesMax: Int = 32 << 20, outputBytesMax: Int = 16 << 20,
    depthMax: Int = 2_000, secondsMax: Int = 10
  ) {
    self.recordBytesMax = recordBytesMax
    self.contentBytesMax = contentBytesMax
    self.outputBytesMax = outputBytesMax
    self.depthMax = depthMax
    self.secondsMax = secondsMax
  }
}
