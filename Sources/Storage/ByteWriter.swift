/// Collects little-endian numbers, varints and bytes; the counterpart of ``ByteReader``.
public struct ByteWriter: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []

  /// Starts empty.
  public init() {}

  /// The number of bytes so far.
  public var count: Int { bytes.count }

  /// Appends a byte.
  public mutating func uint8(_ value: UInt8) { bytes.append(value) }

  /// Appends a 16-bit number.
  public mutating func uint16(_ value: UInt16) { append(UInt64(value), byteCount: 2) }

  /// Appends a 32-bit number.
  public mutating func uint32(_ value: UInt32) { append(UInt64(value), byteCount: 4) }

  /// Appends a 64-bit number.
  public mutating func uint64(_ value: UInt64) { append(value, byteCount: 8) }

  /// Appends `value` as a varint (see ``Varint``).
  public mutating func varint(_ value: UInt64) { Varint.append(value, to: &bytes) }

  /// Appends `value` as a varint.
  public mutating func varint(_ value: Int) { Varint.append(UInt64(value), to: &bytes) }

  /// Appends bytes as they are.
  public mutating func append(contentsOf more: some Sequence<UInt8>) {
    bytes.append(contentsOf: more)
  }

  /// Appends zero bytes until the count is a multiple of `alignment`.
  public mutating func align(to alignment: Int) {
    let rest = bytes.count % alignment
    if rest > 0 { bytes.append(contentsOf: repeatElement(0, count: alignment - rest)) }
  }

  /// Forgets everything but keeps the memory.
  public mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  private mutating func append(_ value: UInt64, byteCount: Int) {
    for shift in 0..<byteCount { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * shift))) }
  }
}
