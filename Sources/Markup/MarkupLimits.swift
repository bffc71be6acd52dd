/// How much of a page is read before it is refused.
///
/// libxml2's own limits guard trees, which are not built here, so these are all there is between a
/// hostile page and the machine.
public struct MarkupLimits: Sendable, Hashable {
  /// Bytes of the page as handed in.
  public var inputBytesMax: Int
  /// Bytes of the text taken out of it.
  public var outputBytesMax: Int
  /// Levels of nested elements.
  ///
  /// Browsers flatten beyond 512; pages with unclosed inline tags nest by accident, so this is a
  /// little above what any of them was seen to need.
  public var depthMax: Int
  /// Elements in all.
  public var elementsMax: Int
  /// Attributes of one tag.
  ///
  /// libxml2 compares each with all before it, so that a million of them would take hours without a
  /// single event at which to stop.
  public var attributesMax: Int
  /// Seconds of reading.
  public var secondsMax: Int

  /// Makes limits; the defaults are far above any honest page.
  public init(
    inputBytesMax: Int = 32 << 20, outputBytesMax: Int = 16 << 20, depthMax: Int = 2_000,
    elementsMax: Int = 2_000_000, attributesMax: Int = 20_000, secondsMax: Int = 10
  ) {
    self.inputBytesMax = inputBytesMax
    self.outputBytesMax = outputBytesMax
    self.depthMax = depthMax
    self.elementsMax = elementsMax
    self.attributesMax = attributesMax
    self.secondsMax = secondsMax
  }
}
