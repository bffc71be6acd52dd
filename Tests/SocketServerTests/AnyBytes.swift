import NIOCore
import TestSupport

/// Bytes as a connection may bring them.
enum AnyBytes {
  /// `bytes` in parts of the given sizes, the last size repeating.
  static func parts(of bytes: [UInt8], sizes: [Int]) -> [ByteBuffer] {
    var parts: [ByteBuffer] = []
    var rest = bytes[...]
    var sizes = sizes[...]
    while !rest.isEmpty {
      let size = sizes.count > 1 ? sizes.removeFirst() : sizes.first ?? Int.max
      parts.append(ByteBuffer(bytes: rest.prefix(size)))
      rest = rest.dropFirst(size)
    }
    return parts
  }
}

extension TestConnection {
  /// Sends random bytes, most of them from `few`, in random parts of at most `partMax` with random waits,
  /// and ends the input.
  func sendAnything(_ few: [UInt8], partMax: Int, _ seed: inout Seed) throws {
    for _ in 0..<Int.random(in: 1...20, using: &seed) where isOpen {
      try send(
        (0..<Int.random(in: 1...partMax, using: &seed)).map { _ in
          Int.random(in: 0..<8, using: &seed) == 0
            ? UInt8.random(in: 0...255, using: &seed) : few.randomElement(using: &seed) ?? 0
        })
      advance(seconds: Int.random(in: 0...3, using: &seed))
    }
    closeInput()
    advance(seconds: 5)
  }
}
