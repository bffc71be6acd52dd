/// Gathers the text of a page that a person came to read: without navigation, headers, footers,
/// asides, scripts, styles, forms and hidden parts.
///
/// Where the page marks its main part (`main`, `role="main"`), only that is kept; else its
/// articles, if they hold at least a quarter of the text (a news column beside the text is an
/// article too); else all. A form is left out unless nothing else is left: some systems wrap the
/// whole page in one. Block elements part the text into paragraphs; headings are kept as paragraphs
/// of their own.
struct MainText {
  /// Where a paragraph stands.
  private struct Region: OptionSet {
    let rawValue: UInt8
    static let main = Region(rawValue: 1)
    static let article = Region(rawValue: 2)
    static let form = Region(rawValue: 4)
    static let heading = Region(rawValue: 8)
    static let skipped = Region(rawValue: 16)
  }

  private struct OpenElement {
    let name: String
    let outside: Region
  }

  private struct Paragraph {
    let text: [UInt8]
    let region: Region
  }

  private let outputBytesMax: Int
  private var open: [OpenElement] = []
  private var region: Region = []
  private var paragraphs: [Paragraph] = []
  private var paragraph: [UInt8] = []
  private var hasBlank = false
  private var bytes = 0

  /// Makes an empty text that may grow to `outputBytesMax` bytes.
  init(outputBytesMax: Int) {
    self.outputBytesMax = outputBytesMax
  }

  /// An element starts.
  mutating func startElement(_ name: String, _ attributes: [MarkupAttribute]) {
    if Self.blocks.contains(name) { endParagraph() }
    guard !Self.voids.contains(name) else { return }
    open.append(OpenElement(name: name, outside: region))
    region.formUnion(regions(of: name, attributes))
  }

  /// An element ends.
  ///
  /// The end of one that was never opened is ignored.
  mutating func endElement(_ name: String) {
    if Self.blocks.contains(name) { endParagraph() }
    guard let place = open.lastIndex(where: { $0.name == name }) else { return }
    region = open[place].outside
    open.removeSubrange(place...)
  }

  /// A stretch of text.
  mutating func add(_ text: String) throws(MarkupError) {
    guard !region.contains(.skipped) else { return }
    let before = paragraph.count
    var pending: UInt8?
    for byte in text.utf8 {
      // U+00A0 parts words like any blank; U+00AD (soft hyphen) would tear one word in two.
      if let lead = pending {
        pending = nil
        if byte == 0xA0 {
          hasBlank = true
          continue
        }
        if byte == 0xAD { continue }
        append(lead)
      }
      switch byte {
      case 0xC2: pending = byte
      case 0...0x20, 0x7F: hasBlank = true
      default: append(byte)
      }
    }
    if let lead = pending { append(lead) }
    bytes += paragraph.count - before
    guard bytes <= outputBytesMax else { throw .tooMuchText(bytesMax: outputBytesMax) }
  }

  /// The text, one paragraph a line.
  mutating func finish() -> String {
    endParagraph()
    let main = paragraphs.filter { $0.region.contains(.main) }
    if !main.isEmpty { return Self.joined(main) }
    let plain = paragraphs.filter { !$0.region.contains(.form) }
    if plain.isEmpty { return Self.joined(paragraphs) }
    let articles = plain.filter { $0.region.contains(.article) }
    let isMostly = Self.bytes(articles) >= Self.bytes(plain) / 4
    return Self.joined(isMostly && !articles.isEmpty ? articles : plain)
  }

  private mutating func append(_ byte: UInt8) {
    if hasBlank, !paragraph.isEmpty { paragraph.append(0x20) }
    hasBlank = false
    paragraph.append(byte)
  }

  private mutating func endParagraph() {
    hasBlank = false
    guard !paragraph.isEmpty else { return }
    paragraphs.append(Paragraph(text: paragraph, region: region))
    paragraph = []
  }

  private func regions(of name: String, _ attributes: [MarkupAttribute]) -> Region {
    if Self.isHidden(name, attributes) { return .skipped }
    let role = attributes["role"]?.lowercased()
    if name == "main" || role == "main" { return .main }
    if let role, Self.skippedRoles.contains(role) { return .skipped }
    return switch name {
    case "article": .article
    case "form": .form
    case "h1", "h2", "h3", "h4", "h5", "h6": .heading
    // The header of an article or of the main part holds its title.
    case "header": region.isDisjoint(with: [.main, .article]) ? .skipped : []
    // An accordion's heading is a button.
    case "button": region.contains(.heading) ? [] : .skipped
    default: Self.skippedElements.contains(name) ? .skipped : []
    }
  }

  private static func isHidden(_ name: String, _ attributes: [MarkupAttribute]) -> Bool {
    // Pages that hide themselves until a script has run are meant to be read.
    guard name != "html", name != "body", !attributes.isEmpty else { return false }
    if attributes["hidden"] != nil || attributes["aria-hidden"]?.lowercased() == "true" {
      return true
    }
    guard let style = attributes["style"]?.lowercased().filter({ !$0.isWhitespace }) else {
      return false
    }
    return style.contains("display:none") || style.contains("visibility:hidden")
  }

  private static func bytes(_ paragraphs: [Paragraph]) -> Int {
    paragraphs.reduce(0) { $0 + $1.text.count }
  }

  private static func joined(_ paragraphs: [Paragraph]) -> String {
    var text: [UInt8] = []
    for paragraph in paragraphs {
      if !text.isEmpty { text.append(0x0A) }
      text.append(contentsOf: paragraph.text)
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static let skippedElements: Set<String> = [
    "script", "style", "noscript", "template", "title", "nav", "footer", "aside", "iframe",
    "object", "embed", "applet", "svg", "canvas", "audio", "video", "map", "select", "datalist",
    "textarea", "dialog", "noframes",
  ]

  private static let skippedRoles: Set<String> = [
    "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog",
  ]

  private static let blocks: Set<String> = [
    "html", "head", "body", "address", "article", "aside", "blockquote", "br", "button", "caption",
    "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption",
    "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
    "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
  ]

  private static let voids: Set<String> = [
    "area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input", "isindex",
    "link", "meta", "param", "source", "track", "wbr",
  ]
}
