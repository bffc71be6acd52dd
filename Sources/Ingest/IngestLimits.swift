import Records

/// How much of a corpus file is read before it is refused.
public struct IngestLimits: Sendable, Hashable {
  /// Bytes of a record, vocabulary or plan file.
  public var recordBytesMax: Int
  /// Bytes of a content file.
  public var contentBytesMax: Int
  /// Bytes of the text taken out of a content file.
  public var outputBytesMax: Int
  /// Content files of one record.
  public var contentFilesMax: Int
  /// Levels of nested elements in a page.
  public var depthMax: Int
  /// Seconds of reading one content file.
  public var secondsMax: Int

  /// Makes limits.
  public init(
    recordBytesMax: Int = 1 << 20, contentBytesMax: Int = 32 << 20, outputBytesMax: Int = 16 << 20,
    contentFilesMax: Int = 100, depthMax: Int = 2_000, secondsMax: Int = 10
  ) {
    self.recordBytesMax = recordBytesMax
    self.contentBytesMax = contentBytesMax
    self.outputBytesMax = outputBytesMax
    self.contentFilesMax = contentFilesMax
    self.depthMax = depthMax
    self.secondsMax = secondsMax
  }

  /// Refuses a text that is longer than may be taken out of a content file.
  func check(_ text: String) throws(ContentFault) {
    guard text.utf8.count <= outputBytesMax else {
      let reason = "more than \(outputBytesMax) bytes of text"
      throw ContentFault(.unreadableContent(name: "", reason: reason))
    }
  }
}
