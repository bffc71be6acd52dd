/// How bytes break the request form of RESP, after which nobody knows where the next request begins.
///
/// It is told in English, as all of Redis' errors are: clients look for their words.
package enum RESPFault: Error, Equatable, Sendable {
  /// There is `found` where `expected` must stand: the sign of an array, or of a bulk string.
  case expected(UInt8, found: UInt8)
  /// The number of arguments is no number, or not from 0 to `max`.
  case argumentCount(max: Int)
  /// An argument's length is no number, or not from 0 to `max`.
  case argumentLength(max: Int)
  /// The arguments' lengths add up to more than `max`.
  case requestLength(max: Int)
  /// An argument does not end in CR LF where its length says.
  case noLineEnd
  /// The argument of this number, the name being 0, is not UTF-8 or has a NUL.
  case notText(argument: Int)

  /// The fault in words, to stand after `ERR Protocol error: `.
  package var words: String {
    switch self {
    case .expected(let sign, let found):
      "expected '\(Self.shown(sign))', got '\(Self.shown(found))'"
    case .argumentCount(let max): "invalid multibulk length (at most \(max) arguments)"
    case .argumentLength(let max): "invalid bulk length (at most \(max) bytes)"
    case .requestLength(let max): "request exceeds \(max) bytes"
    case .noLineEnd: "expected CR LF after the bulk string"
    case .notText(let argument): "argument \(argument) is not UTF-8 text"
    }
  }

  private static func shown(_ byte: UInt8) -> String {
    (0x20..<0x7F).contains(byte)
      ? String(UnicodeScalar(byte)) : "\\x" + String(byte, radix: 16, uppercase: false)
  }
}
