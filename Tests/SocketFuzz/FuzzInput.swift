internal import SocketServer
internal import TestSupport

/// What one input of the fuzzer says.
///
///     input = kind:u8 seed:u8 bytes
///     kind  = "c"          bytes of a connection, cut into reads as the seed has it
///           / "q"          a query of FT.SEARCH
///           / "w"          the words of one command, an LF between each two
///           / any other    one of these, by its remainder of 3
///
/// The kinds and seeds of files made by hand are letters, so that they can be read.
struct FuzzInput {
  enum Kind: CaseIterable {
    case connection
    case query
    case words
  }

  let kind: Kind
  let bytes: [UInt8]
  private let seed: UInt8

  /// Reads an input; nil where it is too short.
  init?(_ input: [UInt8]) {
    guard input.count >= 2 else { return nil }
    kind =
      switch input[0] {
      case UInt8(ascii: "c"): .connection
      case UInt8(ascii: "q"): .query
      case UInt8(ascii: "w"): .words
      default: Kind.allCases[Int(input[0]) % Kind.allCases.count]
      }
    seed = input[1]
    bytes = Array(input[2...])
  }

  /// The random choices that go with the input.
  var choices: Seed { Seed(UInt64(seed)) }

  /// Limits that short inputs reach too, for every other seed; else the protocol's.
  var limits: ConnectionLimits {
    var limits = ConnectionLimits()
    guard seed.isMultiple(of: 2) else { return limits }
    limits.lineBytesMax = 64
    limits.argumentsMax = 8
    limits.argumentBytesMax = 32
    limits.requestBytesMax = 128
    limits.unansweredMax = 4
    limits.searchesAtOnceMax = 2
    limits.unsentBytesMax = 256
    return limits
  }

  /// The bytes cut into reads of 1 to 3, to 16 or to 4,096 bytes.
  var reads: [[UInt8]] {
    var choices = choices
    let longest = [3, 16, 4_096].randomElement(using: &choices) ?? 1
    var reads: [[UInt8]] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Int.random(in: 1...longest, using: &choices)
      reads.append(Array(rest.prefix(count)))
      rest = rest.dropFirst(count)
    }
    return reads
  }
}
