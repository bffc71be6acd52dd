import Storage
import TestSupport
import Testing

struct VarintTests {
  @Test func `300 is two bytes`() {
    var bytes: [UInt8] = []
    Varint.append(300, to: &bytes)
    #expect(bytes == [0xAC, 0x02])
  }

  @Test func `what is written is read, in as many bytes as promised`() throws {
    var seed = Seed()
    var values: [UInt64] = [0, .max]
    for bits in 0..<64 {
      values += [
        1 << bits, (1 << bits) &- 1, (1 << bits) | UInt64.random(in: 0..<1 << bits, using: &seed),
      ]
    }
    for value in values {
      var writer = ByteWriter()
      writer.varint(value)
      #expect(writer.count == Varint.byteCount(value), "\(value)")
      var reader = reader(writer.bytes)
      #expect(try reader.varint() == value)
      #expect(reader.isAtEnd)
    }
  }

  @Test(arguments: [
    [UInt8](repeating: 0x80, count: 10) + [0],
    [UInt8](repeating: 0xFF, count: 9) + [0x02],
    [UInt8](repeating: 0xFF, count: 11),
  ])
  func `a varint of more than 64 bits is refused`(bytes: [UInt8]) {
    var reader = reader(bytes)
    #expect(throws: StorageError.malformedVarint(path: "memory", offset: 0)) {
      try reader.varint()
    }
  }

  @Test func `a truncated varint is refused`() {
    var reader = reader([0x80, 0x80])
    #expect(throws: StorageError.outOfBounds(path: "memory", offset: 2, length: 1)) {
      try reader.varint()
    }
  }

  @Test func `numbers past a limit are refused`() throws {
    var large = ByteWriter()
    large.varint(UInt64(UInt32.max) + 1)
    var first = reader(large.bytes)
    #expect(throws: StorageError.malformedVarint(path: "memory", offset: 0)) {
      try first.varint32()
    }
    var second = reader([11])
    #expect(throws: StorageError.malformedVarint(path: "memory", offset: 0)) {
      try second.count(atMost: 10)
    }
    var third = reader([10])
    #expect(try third.count(atMost: 10) == 10)
  }

  private func reader(_ bytes: [UInt8]) -> ByteReader {
    ByteReader(ByteRegion(MappedFile(copying: bytes, path: "memory")))
  }
}
