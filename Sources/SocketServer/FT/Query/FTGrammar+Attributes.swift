extension FTGrammar {
  /// The largest weight, beyond which nothing else would count.
  private static let weightMax: Float = 1_000_000
  /// The most other words that slop allows.
  static let slopMax = 1_000

  /// `node` with the attributes that stand behind it, if there are any.
  mutating func attributed(_ node: FTNode?) throws(FTError) -> FTNode? {
    let before = index
    skipSpace()
    guard peek() == UInt8(ascii: "="), peek(1) == UInt8(ascii: ">") else {
      index = before
      return node
    }
    index += 1
    take()
    skipSpace()
    guard peek() == UInt8(ascii: "{") else { throw unexpected() }
    take()
    var attributes = FTAttributes()
    skipSpace()
    while peek() != UInt8(ascii: "}") {
      try attribute(&attributes)
      skipSpace()
      if peek() == UInt8(ascii: ";") {
        take()
        skipSpace()
      } else if peek() != UInt8(ascii: "}") {
        throw unexpected()
      }
    }
    take()
    return node.map { .attributed($0, attributes) }
  }

  private mutating func attribute(_ attributes: inout FTAttributes) throws(FTError) {
    guard peek() == UInt8(ascii: "$") else { throw unexpected() }
    take()
    let attribute = try name()
    skipSpace()
    guard peek() == UInt8(ascii: ":") else { throw unexpected() }
    take()
    skipSpace()
    let value = try text()
    func bad() -> FTError { FTError("Invalid value (\(value)) for `\(attribute)`") }
    switch attribute.lowercased() {
    case "weight":
      guard let weight = Float(value), weight >= 0, weight <= Self.weightMax else { throw bad() }
      attributes.weight = weight
    case "slop":
      guard let slop = Int(value), (0...Self.slopMax).contains(slop) else { throw bad() }
      attributes.slop = slop
    case "inorder":
      guard let isOrdered = Self.truth(value) else { throw bad() }
      attributes.isOrdered = isOrdered
    case "phonetic":
      guard Self.truth(value) == false else {
        throw FTError("Words that sound alike (`$phonetic`) are not supported")
      }
    default: throw FTError("Invalid attribute \(attribute)")
    }
  }

  private static func truth(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "true", "1": true
    case "false", "0": false
    default: nil
    }
  }
}
