internal import HTTPTransport

/// A site's robots.txt (RFC 9309), as far as one agent is concerned.
struct Robots: Sendable, Hashable {
  /// The name by which sites call this program.
  static let agent = "canfod"
  private static let bytesMax = 500 << 10

  private struct Rule: Hashable {
    var pattern: String
    var allows: Bool
  }

  private var rules: [Rule] = []

  /// Wants nothing left alone.
  init() {}

  /// Reads the groups for our agent, or those for all where none names it.
  init(_ text: String) {
    var ours: [Rule] = []
    var everybody: [Rule] = []
    var namesUs = false
    var agents: [String] = []
    var isInRules = false
    for line in text.split(whereSeparator: \.isNewline) {
      let parts = line.prefix { $0 != "#" }.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let key = Self.trimmed(parts[0]).lowercased()
      let value = Self.trimmed(parts[1])
      switch key {
      case "user-agent":
        if isInRules { agents = [] }
        isInRules = false
        agents.append(value.lowercased())
        if value.lowercased() == Self.agent { namesUs = true }
      case "allow", "disallow":
        isInRules = true
        guard !value.isEmpty else { continue }
        let rule = Rule(pattern: value, allows: key == "allow")
        if agents.contains(Self.agent) { ours.append(rule) }
        if agents.contains("*") { everybody.append(rule) }
      default: break
      }
    }
    rules = namesUs ? ours : everybody
  }

  /// Whether an address may be asked for: the longest rule that matches decides, and allows where two
  /// are as long.
  func allows(_ address: HTTPAddress) -> Bool {
    let target = address.path + (address.query.map { "?" + $0 } ?? "")
    var best: Rule?
    for rule in rules where Self.matches(rule.pattern, target) {
      let length = rule.pattern.utf8.count
      let bestLength = best?.pattern.utf8.count ?? -1
      if length > bestLength || length == bestLength && rule.allows { best = rule }
    }
    return best?.allows ?? true
  }

  /// Asks the site of `address`; a site without the file, or that does not answer, forbids nothing.
  static func ask(_ address: HTTPAddress, _ probe: Probe) async -> Robots {
    guard var place = address.resolving("/robots.txt") else { return Robots() }
    // The standard asks for five redirects at least.
    for _ in 0...5 {
      let request = HTTPRequest(
        .get, place,
        limits: HTTPLimits(
          connectSeconds: min(10, probe.policy.timeoutSeconds),
          totalSeconds: probe.policy.timeoutSeconds, bodyBytesMax: bytesMax))
      guard case .success(let response) = await probe.turns.send(request, by: probe.client) else {
        return Robots()
      }
      switch response.head.status {
      case 200: return Robots(String(decoding: response.body, as: UTF8.self))
      case 300..<400:
        guard let next = response.head["location"].flatMap({ place.resolving($0) }) else {
          return Robots()
        }
        place = next
      default: return Robots()
      }
    }
    return Robots()
  }

  /// Whether `pattern` matches the start of `target`: `*` is anything, `$` at the end is the end.
  ///
  /// Takes the time of both lengths together and never more than their product.
  private static func matches(_ pattern: String, _ target: String) -> Bool {
    var pieces = pattern.utf8.split(
      separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
    let endsThere = pattern.utf8.last == UInt8(ascii: "$")
    if endsThere, let last = pieces.popLast() { pieces.append(last.dropLast()) }
    var rest = Substring(target).utf8[...]
    for (place, piece) in pieces.enumerated() {
      if endsThere, place == pieces.count - 1 {
        return rest.count >= piece.count && (place > 0 || rest.count == piece.count)
          && rest.suffix(piece.count).elementsEqual(piece)
      }
      if place == 0 {
        guard rest.starts(with: piece) else { return false }
        rest = rest.dropFirst(piece.count)
      } else if let found = find(piece, in: rest) {
        rest = rest[found...].dropFirst(piece.count)
      } else {
        return false
      }
    }
    return true
  }

  private static func find(
    _ piece: Substring.UTF8View, in text: Substring.UTF8View
  ) -> Substring.UTF8View.Index? {
    text.indices.first { text[$0...].starts(with: piece) } ?? (piece.isEmpty ? text.endIndex : nil)
  }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop { $0.isWhitespace }
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...end])
  }
}
