import Storage
import Testing

struct ByteReaderTests {
  @Test func `numbers come back as they were written, little end first`() throws {
    var writer = ByteWriter()
    writer.uint8(1)
    writer.uint16(0x0302)
    writer.uint32(0x0706_0504)
    writer.uint64(0x0F0E_0D0C_0B0A_0908)
    #expect(writer.bytes == Array(1...15))
    let region = region(writer.bytes)
    #expect(try region.uint16(at: 1) == 0x0302)
    var reader = ByteReader(region)
    #expect(try reader.uint8() == 1)
    reader.offset += 2
    #expect(try reader.uint32() == 0x0706_0504)
    #expect(try reader.uint64() == 0x0F0E_0D0C_0B0A_0908)
    #expect(reader.isAtEnd)
  }

  @Test(arguments: [-1, 3, 4, 5, Int.max, Int.min])
  func `a read past the end or before the start throws`(offset: Int) {
    let region = region([1, 2, 3, 4])
    #expect(throws: StorageError.outOfBounds(path: "memory", offset: offset, length: 4)) {
      try region.uint32(at: offset)
    }
    var reader = ByteReader(region, at: offset)
    #expect(throws: StorageError.self) { try reader.uint64() }
    #expect(reader.offset == offset, "a failed read does not move on")
  }

  @Test(arguments: [(0, -1), (0, 5), (4, 1), (5, 0), (2, Int.max), (Int.max, Int.max)])
  func `a length past the end throws`(offset: Int, length: Int) {
    let region = region([1, 2, 3, 4])
    #expect(throws: StorageError.outOfBounds(path: "memory", offset: offset, length: length)) {
      try region.bytes(at: offset, length: length)
    }
    #expect(throws: StorageError.self) { try region.region(at: offset, length: length) }
  }

  @Test func `a region does not see its neighbours`() throws {
    let part = try region(Array(0..<10)).region(at: 3, length: 4)
    #expect(try part.bytes(at: 0, length: 4) == [3, 4, 5, 6])
    #expect(try part.region(at: 4, length: 0).count == 0)
    #expect(throws: StorageError.self) { try part.uint8(at: 4) }
    #expect(part.withBytes { $0.byteCount } == 4)
  }

  @Test func `alignment fills up with zeros`() {
    var writer = ByteWriter()
    writer.align(to: 8)
    #expect(writer.count == 0)
    writer.uint8(7)
    writer.align(to: 8)
    #expect(writer.bytes == [7, 0, 0, 0, 0, 0, 0, 0])
    writer.align(to: 8)
    #expect(writer.count == 8)
  }

  private func region(_ bytes: [UInt8]) -> ByteRegion {
    ByteRegion(MappedFile(copying: bytes, path: "memory"))
  }
}
