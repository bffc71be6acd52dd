import Records
import Yams

/// Turns YAML into ``YAMLNode``s: the one file that calls Yams.
///
/// Anchors, aliases, keys that are no text, and deep nesting are refused.
enum YAMLParser {
  /// Levels of nesting; a vocabulary file needs five.
  static let depthMax = 32

  /// What is wrong with the YAML.
  struct Failure: Error {
    let line: Int
    let field: String?
    let problem: RecordFault.Problem
  }

  /// Parses `source`, whose first line is line `firstLine` of its file.
  ///
  /// An empty text is an empty map.
  static func parse(_ source: String, firstLine: Int) throws(Failure) -> YAMLNode {
    let offset = firstLine - 1
    // Line ends to YAML 1.1 and to no editor: they would shift every line number.
    let text = String(
      String.UnicodeScalarView(
        source.unicodeScalars.map { ["\u{85}", "\u{2028}", "\u{2029}"].contains($0) ? " " : $0 }))
    switch YAMLScan(text).refusal {
    case .anchorOrAlias(let line):
      throw Failure(line: line + offset, field: nil, problem: .anchorOrAlias)
    case .tooDeep(let line):
      throw Failure(line: line + offset, field: nil, problem: .tooDeep(depthMax: depthMax))
    case nil: break
    }
    do {
      // No resolver rules: text stays text. UTF-8, whatever the environment says.
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      guard let root = try parser.singleRoot() else {
        return YAMLNode(line: firstLine, content: .map([]))
      }
      return try node(root, offset: offset, depth: 0)
    } catch let failure as Failure {
      throw failure
    } catch let error as YamlError {
      throw failure(error, text: text, offset: offset)
    } catch {
      throw Failure(line: firstLine, field: nil, problem: .malformedYAML("\(error)"))
    }
  }

  private static func node(_ node: Node, offset: Int, depth: Int) throws(Failure) -> YAMLNode {
    let line = (node.mark?.line ?? 1) + offset
    guard depth <= depthMax else {
      throw Failure(line: line, field: nil, problem: .tooDeep(depthMax: depthMax))
    }
    // YAMLScan has seen to it; this holds should it have overlooked one. A walk from the top meets
    // an anchor before any alias of it.
    guard node.anchor == nil else {
      throw Failure(line: line, field: nil, problem: .anchorOrAlias)
    }
    switch node {
    case .scalar(let scalar):
      let isPlain = scalar.style == .plain || scalar.style == .any
      return YAMLNode(line: line, content: .text(scalar.string, isQuoted: !isPlain))
    case .sequence(let sequence):
      var items: [YAMLNode] = []
      for item in sequence {
        items.append(try self.node(item, offset: offset, depth: depth + 1))
      }
      return YAMLNode(line: line, content: .list(items))
    case .mapping(let mapping):
      var entries: [YAMLNode.Entry] = []
      for (key, value) in mapping {
        let keyLine = (key.mark?.line ?? 1) + offset
        guard case .scalar(let name) = key else {
          throw Failure(
            line: keyLine, field: nil, problem: .badForm(found: "a key", expected: "a name"))
        }
        entries.append(
          YAMLNode.Entry(
            key: name.string, line: keyLine,
            value: try self.node(value, offset: offset, depth: depth + 1)))
      }
      return YAMLNode(line: line, content: .map(entries))
    case .alias:
      throw Failure(line: line, field: nil, problem: .anchorOrAlias)
    }
  }

  private static func failure(_ error: YamlError, text: String, offset: Int) -> Failure {
    func malformed(_ problem: String, _ context: YamlError.Context?, _ mark: Mark) -> Failure {
      let words = [context?.text, problem].compactMap { $0 }.joined(separator: ": ")
      return Failure(line: mark.line + offset, field: nil, problem: .malformedYAML(words))
    }
    switch error {
    case .scanner(let context, let problem, let mark, _): return malformed(problem, context, mark)
    case .parser(let context, let problem, let mark, _): return malformed(problem, context, mark)
    case .composer(let context, let problem, let mark, _):
      return malformed(problem, context, mark)
    case .reader(let problem, let place, _, _):
      let line = 1 + text.prefix(place ?? 0).count { $0 == "\n" }
      return Failure(line: line + offset, field: nil, problem: .malformedYAML(problem))
    case .duplicatedKeysInMapping(let names, let context):
      let name = names.first ?? ""
      let line = repeatedLine(of: name, after: context.mark, in: text) ?? context.mark.line
      return Failure(
        line: line + offset, field: name,
        problem: .duplicateField(firstLine: context.mark.line + offset))
    case .memory:
      // libyaml says so of its own limit of 1,000 levels.
      return Failure(line: 1 + offset, field: nil, problem: .tooDeep(depthMax: depthMax))
    case .no, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      return Failure(line: 1 + offset, field: nil, problem: .malformedYAML("\(error)"))
    }
  }

  /// The line on which a key stands again at the same column; Yams names the first only.
  private static func repeatedLine(of name: String, after mark: Mark, in text: String) -> Int? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let start = String(repeating: " ", count: max(0, mark.column - 1)) + name
    return lines.indices.dropFirst(mark.line).first { place in
      lines[place].hasPrefix(start) && lines[place].dropFirst(start.count).first == ":"
    }.map { $0 + 1 }
  }
}
