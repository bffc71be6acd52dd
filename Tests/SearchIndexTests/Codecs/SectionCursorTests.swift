import Storage
import Testing

@testable import SearchIndex

struct SectionCursorTests {
  @Test func `errors name file, section and offset from the section's start`() throws {
    let part = try section([1, 2, 3, 4, 5, 6]).range(at: 2, length: 3)
    #expect(
      throws: IndexError.corrupt(file: "f", section: "s", offset: 3, expected: "4 more bytes")
    ) {
      try part.uint32(at: 1)
    }
    #expect(try part.uint8(at: 2) == 5)
  }

  @Test(arguments: [-1, 1, 4, Int.max, Int.min])
  func `a read outside throws`(offset: Int) {
    let bytes = section([1, 2, 3, 4])
    #expect(throws: IndexError.self) { try bytes.uint32(at: offset) }
    #expect(throws: IndexError.self) { try bytes.uint64(at: offset) }
    #expect(throws: IndexError.self) { try bytes.bytes(at: offset, length: 4) }
    #expect(throws: IndexError.self) { try bytes.range(at: offset, length: 4) }
    #expect(throws: IndexError.self) { try bytes.compare(at: offset, length: 4, with: []) }
    var target: [UInt8] = []
    #expect(throws: IndexError.self) { try bytes.append(at: offset, length: 4, to: &target) }
    #expect(target.isEmpty)
  }

  @Test(arguments: [
    [UInt8](repeating: 0x80, count: 12), [UInt8](repeating: 0xFF, count: 9) + [2], [0x80], [],
  ])
  func `a varint that is too long or cut off throws`(bytes: [UInt8]) {
    var cursor = SectionCursor(section(bytes))
    #expect(throws: IndexError.self) { try cursor.varint() }
  }

  @Test func `varints are read and passed over`() throws {
    var writer = ByteWriter()
    for value in [0, 127, 128, UInt64(UInt32.max), .max] { writer.varint(value) }
    var cursor = SectionCursor(section(writer.bytes))
    try cursor.skipVarints(3)
    #expect(try cursor.varint32() == .max)
    let last = cursor.offset
    #expect(try cursor.varint() == .max)
    #expect(cursor.isAtEnd)
    cursor.offset = last
    #expect(throws: IndexError.self) { try cursor.varint32() }
    cursor.offset = last
    #expect(throws: IndexError.self) { try cursor.count(atMost: .max) }
    #expect(throws: IndexError.self) { try cursor.skipVarints(.max) }
  }

  @Test func `bytes compare as their order is`() throws {
    let bytes = section(Array("abc".utf8))
    #expect(try bytes.compare(at: 0, length: 3, with: Array("abc".utf8)) == 0)
    #expect(try bytes.compare(at: 0, length: 3, with: Array("abd".utf8)) < 0)
    #expect(try bytes.compare(at: 0, length: 3, with: Array("ab".utf8)) > 0)
    #expect(try bytes.compare(at: 0, length: 0, with: Array("a".utf8)) < 0)
    #expect(try bytes.compare(at: 0, length: 3, with: []) > 0)
  }
}
