/// What of a page tells whether it is the page that was meant: for link checks, not for reading.
public struct PageLandmarks: Sendable, Hashable {
  /// The text of the first `h1` that has any.
  public var firstHeading: String?
  /// The names to which a fragment of the address can lead: each `id`, and each `name` of an `a`.
  public var anchors: Set<String> = []
  /// The address to which the page sends browsers on by itself (`meta http-equiv="refresh"`), as the
  /// page writes it.
  public var refresh: String?
  /// The address to which a script sends browsers on, as the first script that does so writes it.
  public var scriptTarget: String?
  /// Whether it asks for a password.
  public var hasPasswordField = false
  /// Addresses of frames and scripts, as the page writes them.
  public var frames: [String] = []

  /// Anchors kept; a page with more is not searched for any.
  public static let anchorsMax = 20_000
  /// Frames and scripts kept.
  static let framesMax = 40
  /// Seconds after which a page that sends browsers on is one that people read first.
  static let refreshSecondsMax = 10
  private static let headingBytesMax = 1_000

  /// Whether all anchors are known.
  public var hasAllAnchors: Bool { anchors.count < Self.anchorsMax }

  private var noScripts = 0
  private var heading: String?
  private var script: String?
  private static let scriptBytesMax = 4_096

  /// Makes an empty list.
  public init() {}

  /// An element starts.
  mutating func startElement(_ name: String, _ attributes: [MarkupAttribute]) {
    if name == "noscript" { noScripts += 1 }
    // What stands there is for browsers of another kind.
    guard noScripts == 0 else { return }
    if let id = attributes["id"], !id.isEmpty { add(anchor: id) }
    switch name {
    case "a": if let anchor = attributes["name"], !anchor.isEmpty { add(anchor: anchor) }
    case "h1": if firstHeading == nil { heading = "" }
    case "script":
      if scriptTarget == nil { script = "" }
      if let source = attributes["src"] { add(frame: source) }
    case "input":
      if attributes["type"]?.lowercased() == "password" { hasPasswordField = true }
    case "meta":
      if refresh == nil, attributes["http-equiv"]?.lowercased() == "refresh",
        let content = attributes["content"]
      {
        refresh = Self.target(ofRefresh: content)
      }
    case "frame", "iframe":
      if let source = attributes["src"] { add(frame: source) }
    default: break
    }
  }

  /// An element ends.
  mutating func endElement(_ name: String) {
    if name == "noscript" { noScripts = max(0, noScripts - 1) }
    if name == "script", let script {
      scriptTarget = Self.target(ofScript: script)
      self.script = nil
    }
    guard name == "h1", let heading else { return }
    let text = EmbeddedMetadata.tidied(heading)
    if !text.isEmpty { firstHeading = text }
    self.heading = nil
  }

  /// A stretch of text.
  mutating func add(_ text: String) {
    if let script, script.utf8.count < Self.scriptBytesMax { self.script = script + text }
    guard let heading, heading.utf8.count < Self.headingBytesMax else { return }
    self.heading = heading + text
  }

  /// The address in `5; url=https://…`, unless the page is to be read for long before.
  static func target(ofRefresh content: String) -> String? {
    let parts = content.split(separator: ";", maxSplits: 1)
    guard parts.count == 2, let seconds = Double(EmbeddedMetadata.tidied(String(parts[0]))),
      seconds <= Double(refreshSecondsMax)
    else { return nil }
    let rest = EmbeddedMetadata.tidied(String(parts[1]))
    guard rest.lowercased().hasPrefix("url"), let equals = rest.firstIndex(of: "=") else {
      return nil
    }
    let target = rest[rest.index(after: equals)...].drop { $0 == " " }
      .filter { $0 != "'" && $0 != "\"" }
    return target.isEmpty ? nil : target
  }

  /// The address in `location.href = "…"`, `location = '…'`, `location.replace("…")`.
  ///
  /// No script is run: only a text that is written out is found.
  static func target(ofScript script: String) -> String? {
    guard let place = script.firstRange(of: "location") else { return nil }
    var rest = script[place.upperBound...].drop { $0.isWhitespace }
    for member in [".href", ".replace", ".assign"] where rest.hasPrefix(member) {
      rest = rest.dropFirst(member.count).drop { $0.isWhitespace }
    }
    guard rest.first == "=" || rest.first == "(" else { return nil }
    rest = rest.dropFirst().drop { $0.isWhitespace }
    guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
    let target = rest.dropFirst().prefix { $0 != quote }
    return target.isEmpty ? nil : String(target)
  }

  private mutating func add(frame: String) {
    if frames.count < Self.framesMax { frames.append(frame) }
  }

  private mutating func add(anchor: String) {
    if hasAllAnchors { anchors.insert(anchor) }
  }
}
