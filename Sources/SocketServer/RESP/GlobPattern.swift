/// A pattern of names as Redis has them: `*` is anything, `?` any byte, `[a-c]` one of these, `[^a-c]`
/// none of these, and a backslash takes the next byte as it is.
package struct GlobPattern: Sendable {
  private enum Part {
    case anything
    case one(of: Set<UInt8>, isNot: Bool)
    case any
  }

  /// The longest pattern that is read.
  static let bytesMax = 256

  private let parts: [Part]

  /// Reads `pattern`; all texts are one.
  package init(_ pattern: String) {
    var parts: [Part] = []
    var rest = Array(pattern.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "*"):
        if case .anything = parts.last { continue }
        parts.append(.anything)
      case UInt8(ascii: "?"): parts.append(.any)
      case UInt8(ascii: "["): parts.append(Self.set(&rest))
      case UInt8(ascii: "\\"): parts.append(.one(of: [rest.popFirst() ?? byte], isNot: false))
      default: parts.append(.one(of: [byte], isNot: false))
      }
    }
    self.parts = parts
  }

  /// Whether all of `text` has this form.
  ///
  /// - Complexity: O(bytes × parts) at worst: only the last `*` is ever gone back to.
  package func matches(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    var part = 0
    var index = 0
    var star: (part: Int, index: Int)?
    while index < bytes.count {
      if part < parts.count {
        switch parts[part] {
        case .anything:
          star = (part, index)
          part += 1
          continue
        case .any:
          part += 1
          index += 1
          continue
        case .one(let set, let isNot) where set.contains(bytes[index]) != isNot:
          part += 1
          index += 1
          continue
        case .one: break
        }
      }
      guard let back = star else { return false }
      star = (back.part, back.index + 1)
      part = back.part + 1
      index = back.index + 1
    }
    return parts[part...].allSatisfy { if case .anything = $0 { true } else { false } }
  }

  /// The set whose opening bracket was taken; without a closing one it goes to the end.
  private static func set(_ rest: inout ArraySlice<UInt8>) -> Part {
    var set: Set<UInt8> = []
    let isNot = rest.first == UInt8(ascii: "^")
    if isNot { rest.removeFirst() }
    while let byte = rest.popFirst(), byte != UInt8(ascii: "]") {
      let first = byte == UInt8(ascii: "\\") ? rest.popFirst() ?? byte : byte
      if rest.first == UInt8(ascii: "-"), let last = rest.dropFirst().first,
        last != UInt8(ascii: "]")
      {
        rest.removeFirst(2)
        set.formUnion(min(first, last)...max(first, last))
      } else {
        set.insert(first)
      }
    }
    return .one(of: set, isNot: isNot)
  }
}
