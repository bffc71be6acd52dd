import CLibXML2

/// libxml2's HTML push parser as a stream of events: the one place that calls libxml2.
///
/// No tree is built (a tree costs three times the time, and a page of 20,000 nested elements would
/// overflow the stack when it is freed), no network is touched, and no entity of the page's own is
/// expanded: the HTML parser knows only HTML's. What libxml2 does not bound is bounded here: depth,
/// elements, attributes of a tag and time.
///
/// Invariants of the unsafe part: libxml2 calls back only during `htmlParseChunk`, on the calling
/// thread, with the pointer to the `Session` that outlives the parser; strings handed to a callback
/// are NUL-terminated and live until it returns.
enum XMLDocument {
  /// Bytes fed at once.
  ///
  /// A limit is noticed at the end of a piece at the latest.
  private static let pieceBytes = 16_384

  /// libxml2's tables, set up once; the parser itself may then be used from any thread.
  private static let isInitialised: Bool = {
    xmlInitParser()
    return true
  }()

  /// Reads a page and tells `receiver` of it.
  ///
  /// - Precondition: `text` is well-formed UTF-8 without NUL bytes (``DecodedPage``).
  static func parseHTML(
    _ text: [UInt8], limits: MarkupLimits, stopwatch: Stopwatch, receiver: any MarkupReceiver
  ) throws(MarkupError) {
    precondition(isInitialised)
    let session = Session(receiver: receiver, limits: limits, stopwatch: stopwatch)
    withExtendedLifetime(session) { parse(text, session) }
    if let failure = session.failure { throw failure }
  }

  private static func parse(_ text: [UInt8], _ session: Session) {
    var handler = unsafe htmlSAXHandler()
    unsafe handler.startElement = { context, name, attributes in
      unsafe Session.from(context)?.start(name, attributes)
    }
    unsafe handler.endElement = { context, name in unsafe Session.from(context)?.end(name) }
    unsafe handler.characters = { context, bytes, count in
      unsafe Session.from(context)?.characters(bytes, count)
    }
    // Blanks between elements also separate words.
    unsafe handler.ignorableWhitespace = unsafe handler.characters
    // Scripts come this way; without it they would come as text.
    unsafe handler.cdataBlock = unsafe handler.characters
    let identity = unsafe Unmanaged.passUnretained(session).toOpaque()
    guard
      let parser = unsafe htmlCreatePushParserCtxt(
        &handler, identity, nil, 0, nil, XML_CHAR_ENCODING_UTF8)
    else {
      session.failure = .outOfMemory
      return
    }
    unsafe session.parser = parser
    defer {
      unsafe session.parser = nil
      // Without a tree-building handler there is no document, but a null check is cheap.
      if let document = unsafe parser.pointee.myDoc { unsafe xmlFreeDoc(document) }
      unsafe htmlFreeParserCtxt(parser)
    }
    // IGNORE_ENC: the page's own declaration was judged by DecodedPage and may lie.
    // Never NOENT or DTDLOAD, which read local files.
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    _ = unsafe htmlCtxtUseOptions(parser, Int32(bitPattern: options))
    unsafe feed(text, to: parser, session)
  }

  /// Feeds `text` in pieces until it ends or a limit is passed.
  ///
  /// The parser is then fed no more and its callbacks do nothing, which needs no trust in how
  /// `xmlStopParser`, called from inside a callback, unwinds the HTML parser.
  private static func feed(_ text: [UInt8], to parser: htmlParserCtxtPtr, _ session: Session) {
    unsafe text.withUnsafeBytes { bytes in
      var place = 0
      while place < bytes.count {
        var end = min(place + pieceBytes, bytes.count)
        while end < bytes.count, end > place + 1, unsafe bytes[end] & 0xC0 == 0x80 { end -= 1 }
        let piece = unsafe UnsafeRawBufferPointer(rebasing: bytes[place..<end])
        unsafe send(piece, to: parser, isLast: false)
        place = end
        session.checkTime()
        // A start tag is parsed only when its `>` has come; until then its bytes wait.
        let waiting =
          unsafe parser.pointee.input.map { unsafe $0.pointee.end - $0.pointee.cur } ?? 0
        let isInTag = unsafe parser.pointee.instate == XML_PARSER_START_TAG
        unsafe session.checkTag(isWaiting: isInTag && waiting >= piece.count, piece)
        if session.failure != nil { return }
      }
      unsafe send(UnsafeRawBufferPointer(start: nil, count: 0), to: parser, isLast: true)
    }
  }

  private static func send(
    _ piece: UnsafeRawBufferPointer, to parser: htmlParserCtxtPtr, isLast: Bool
  ) {
    // The result is an error code of recoverable errors, which every real page has.
    _ = unsafe htmlParseChunk(
      parser, piece.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(piece.count),
      isLast ? 1 : 0)
  }

  /// What the callbacks share.
  @safe private final class Session {
    let receiver: any MarkupReceiver
    let limits: MarkupLimits
    let stopwatch: Stopwatch
    var failure: MarkupError?
    /// The parser while it runs.
    var parser: htmlParserCtxtPtr?
    private var depth = 0
    private var elements = 0
    private var waitingAttributes = 0

    init(receiver: any MarkupReceiver, limits: MarkupLimits, stopwatch: Stopwatch) {
      self.receiver = receiver
      self.limits = limits
      self.stopwatch = stopwatch
    }

    /// The line to which the parser has come.
    private var line: Int { unsafe parser.map { unsafe Int(xmlSAX2GetLineNumber($0)) } ?? 1 }

    /// The session whose pointer the parser was given, unless it has failed.
    static func from(_ context: UnsafeMutableRawPointer?) -> Session? {
      guard let context = unsafe context else { return nil }
      let session = unsafe Unmanaged<Session>.fromOpaque(context).takeUnretainedValue()
      return session.failure == nil ? session : nil
    }

    func start(
      _ name: UnsafePointer<xmlChar>?,
      _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
      guard let name = unsafe name else { return }
      depth += 1
      elements += 1
      if depth > limits.depthMax {
        failure = .tooDeep(line: line, depthMax: limits.depthMax)
      } else if elements > limits.elementsMax {
        failure = .tooManyElements(elementsMax: limits.elementsMax)
      } else if elements % 1_024 == 0 {
        checkTime()
      }
      guard failure == nil else { return }
      let list = unsafe Self.list(attributes)
      let element = unsafe String(cString: name)
      attempt { () throws(MarkupError) in try receiver.startElement(element, list) }
    }

    func end(_ name: UnsafePointer<xmlChar>?) {
      guard let name = unsafe name else { return }
      depth -= 1
      let element = unsafe String(cString: name)
      attempt { () throws(MarkupError) in try receiver.endElement(element) }
    }

    func characters(_ bytes: UnsafePointer<xmlChar>?, _ count: Int32) {
      guard let bytes = unsafe bytes, count > 0 else { return }
      let text = unsafe String(
        decoding: UnsafeBufferPointer(start: bytes, count: Int(count)), as: UTF8.self)
      attempt { () throws(MarkupError) in try receiver.text(text) }
    }

    func checkTime() {
      if failure == nil, stopwatch.hasPassed(seconds: limits.secondsMax) {
        failure = .tooSlow(secondsMax: limits.secondsMax)
      }
    }

    /// Counts what may be attributes in a tag that has not ended with this piece: each follows a
    /// blank or the quote that ends the one before.
    func checkTag(isWaiting: Bool, _ piece: UnsafeRawBufferPointer) {
      guard isWaiting else {
        waitingAttributes = 0
        return
      }
      var isSeparator = false
      for place in 0..<piece.count {
        let byte = unsafe piece[place]
        let wasSeparator = isSeparator
        isSeparator = byte <= 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
        if wasSeparator, !isSeparator { waitingAttributes += 1 }
      }
      if failure == nil, waitingAttributes > limits.attributesMax {
        failure = .tooManyAttributes(line: line, attributesMax: limits.attributesMax)
      }
    }

    private func attempt(_ work: () throws(MarkupError) -> Void) {
      do { try work() } catch { failure = error }
    }

    /// The pairs of a NULL-terminated array name, value, name, value …; a value may be NULL.
    private static func list(
      _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) -> [MarkupAttribute] {
      guard let attributes = unsafe attributes else { return [] }
      var list: [MarkupAttribute] = []
      var place = 0
      while let name = unsafe attributes[place] {
        let value = unsafe attributes[place + 1].map { unsafe String(cString: $0) } ?? ""
        list.append(MarkupAttribute(name: unsafe String(cString: name), value: value))
        place += 2
      }
      return list
    }
  }
}
