internal import Catalogue
internal import Records

/// A query in RediSearch's words for FT.EXPLAIN: one part a line, what is inside it further in.
enum FTExplain {
  /// The lines of `node`; nil asks for nothing.
  static func lines(_ node: FTNode?) -> [String] {
    guard let node else { return ["<empty>"] }
    return lines(node, fields: "", expands: true)
  }

  /// `expands` tells whether a word is looked for with its stem: not where it must not be, or only orders.
  private static func lines(_ node: FTNode, fields: String, expands: Bool) -> [String] {
    func inside(_ nodes: [FTNode], _ expands: Bool) -> [String] {
      nodes.flatMap { lines($0, fields: fields, expands: expands) }
    }
    func block(_ head: String, _ inside: [String]) -> [String] {
      [fields + head] + inside.map { "  " + $0 } + ["}"]
    }
    switch node {
    case .word(let word):
      let isNumber = Double(word) != nil
      guard expands, !isNumber else { return [fields + word] }
      return block("UNION {", [fields + word, "\(fields)+\(word)(expanded)"])
    case .phrase(let text):
      return block("EXACT {", text.split(separator: " ").map { fields + $0 })
    case .prefix(let word): return ["\(fields)PREFIX{\(word)*}"]
    case .fuzzy(let word, _): return ["\(fields)FUZZY{\(word)}"]
    case .everything: return ["<WILDCARD>"]
    case .tags(let facet, let patterns):
      return block("TAG:@\(facet.rawValue) {", patterns.map(text))
    case .ages(let ranges): return block("TAG:@age {", ranges.map(\.description))
    case .number(_, let range): return ["NUMERIC {\(range.text)}"]
    case .all(let nodes): return block("INTERSECT {", inside(nodes, expands))
    case .any(let nodes): return block("UNION {", inside(nodes, expands))
    case .not(let node): return block("NOT{", inside([node], false))
    case .optional(let node): return block("OPTIONAL{", inside([node], false))
    case .fields(let named, let node):
      let fields = "@" + named.map(\.rawValue).joined(separator: "|") + ":"
      return lines(node, fields: fields, expands: expands)
    case .attributed(let node, let attributes):
      var lines = lines(node, fields: fields, expands: expands)
      lines[lines.count - 1] += " => { " + text(attributes) + " }"
      return lines
    }
  }

  private static func text(_ pattern: FacetPattern) -> String {
    switch pattern {
    case .equal(let text): text
    case .prefix(let text): "PREFIX{\(text)*}"
    case .suffix(let text): "SUFFIX{*\(text)}"
    case .containing(let text): "INFIX{*\(text)*}"
    }
  }

  private static func text(_ attributes: FTAttributes) -> String {
    var parts: [String] = []
    if let weight = attributes.weight { parts.append("$weight: \(FTCell.text(Double(weight)));") }
    if let slop = attributes.slop { parts.append("$slop: \(slop);") }
    if let isOrdered = attributes.isOrdered { parts.append("$inorder: \(isOrdered);") }
    return parts.joined(separator: " ")
  }
}
