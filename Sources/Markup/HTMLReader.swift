/// A page as read: what it says of itself, and the text a person came for.
public struct HTMLPage: Sendable, Hashable {
  /// What the page's head says.
  public var metadata: EmbeddedMetadata
  /// The main text, one paragraph a line; see ``HTMLReader``.
  public var text: String
  /// What tells a link checker whether it is the page that was meant.
  public var landmarks: PageLandmarks
  /// How the bytes were read.
  public var encoding: TextEncoding
  /// Whether some bytes fitted no character and were replaced by U+FFFD.
  public var isRepaired: Bool
  /// The offset of the first NUL byte, all of which were left out.
  public var firstNUL: Int?
}

/// Reads HTML and XHTML pages through libxml2, whatever their state: truncated, with unclosed tags,
/// in a wrong or undeclared encoding.
///
/// What cannot be read within the limits is an error.
public struct HTMLReader: Sendable {
  /// The limits.
  public let limits: MarkupLimits
  private let startStopwatch: @Sendable () -> Stopwatch

  /// Makes a reader with `limits`.
  public init(
    limits: MarkupLimits = MarkupLimits(),
    startStopwatch: @escaping @Sendable () -> Stopwatch = Stopwatch.start
  ) {
    self.limits = limits
    self.startStopwatch = startStopwatch
  }

  /// Reads a page.
  ///
  /// - Parameters:
  ///   - bytes: the page as it came.
  ///   - charset: the charset of the HTTP header, where there was one.
  /// - Returns: The page.
  /// - Throws: ``MarkupError`` where a limit is passed or the bytes are no text.
  public func read(_ bytes: [UInt8], charset: String? = nil) throws(MarkupError) -> HTMLPage {
    guard bytes.count <= limits.inputBytesMax else {
      throw .tooLarge(bytes: bytes.count, bytesMax: limits.inputBytesMax)
    }
    let stopwatch = startStopwatch()
    let page = DecodedPage(bytes, charset: charset)
    guard !Self.isBinary(page, bytesCount: bytes.count) else { throw .notText }
    if let line = DocumentType.lineOfEntities(in: page.utf8) {
      throw .declaresEntities(line: line)
    }
    let builder = PageBuilder(limits: limits)
    try XMLDocument.parseHTML(
      WelshEntities.resolved(in: page.utf8), limits: limits, stopwatch: stopwatch,
      receiver: builder)
    let (metadata, landmarks, text) = builder.finish()
    return HTMLPage(
      metadata: metadata, text: text, landmarks: landmarks, encoding: page.encoding,
      isRepaired: page.isRepaired,
      firstNUL: page.firstNUL)
  }

  /// Whether more than one byte in 32 is a control character or was left out as NUL.
  private static func isBinary(_ page: DecodedPage, bytesCount: Int) -> Bool {
    var controls = page.firstNUL == nil ? 0 : max(0, bytesCount - page.utf8.count)
    for byte in page.utf8 where byte < 0x20 && !(0x09...0x0D).contains(byte) { controls += 1 }
    return controls > max(8, bytesCount / 32)
  }
}

/// Hands a page's events on to its metadata and its text.
private final class PageBuilder: MarkupReceiver {
  private enum Capture {
    case title
    case jsonLD
  }

  private var metadata = EmbeddedMetadata()
  private var landmarks = PageLandmarks()
  private var mainText: MainText
  private var capture: Capture?
  private var captured = ""
  private var drawings = 0

  init(limits: MarkupLimits) {
    mainText = MainText(outputBytesMax: limits.outputBytesMax)
  }

  func startElement(_ name: String, _ attributes: [MarkupAttribute]) throws(MarkupError) {
    switch name {
    case "html":
      if metadata.language == nil, let tag = attributes["lang"] ?? attributes["xml:lang"],
        !tag.isEmpty
      {
        metadata.language = tag
      }
    // A drawing's parts have titles too.
    case "svg": drawings += 1
    case "title": if drawings == 0, metadata.title == nil { begin(.title) }
    case "meta": metadata.addMeta(attributes)
    case "link": metadata.addLink(attributes)
    case "script":
      let type = attributes["type"]?.lowercased().prefix { $0 != ";" }
      if type == "application/ld+json", metadata.jsonLD.count < EmbeddedMetadata.itemsMax {
        begin(.jsonLD)
      }
    default: break
    }
    landmarks.startElement(name, attributes)
    mainText.startElement(name, attributes)
  }

  func endElement(_ name: String) throws(MarkupError) {
    switch (name, capture) {
    case ("title", .title):
      let title = EmbeddedMetadata.tidied(captured)
      if !title.isEmpty { metadata.title = title }
      capture = nil
    case ("script", .jsonLD):
      metadata.jsonLD.append(captured)
      capture = nil
    case ("svg", _): drawings = max(0, drawings - 1)
    default: break
    }
    landmarks.endElement(name)
    mainText.endElement(name)
  }

  func text(_ text: String) throws(MarkupError) {
    if capture != nil { captured += text }
    landmarks.add(text)
    try mainText.add(text)
  }

  func finish() -> (EmbeddedMetadata, PageLandmarks, String) {
    if capture == .title, metadata.title == nil {
      let title = EmbeddedMetadata.tidied(captured)
      metadata.title = title.isEmpty ? nil : title
    }
    return (metadata, landmarks, mainText.finish())
  }

  private func begin(_ what: Capture) {
    capture = what
    captured = ""
  }
}
