import Storage
import Testing

@Test func `the check value of the Castagnoli CRC comes out`() {
  #expect(CRC32C.checksum(Array("123456789".utf8)) == 0xE306_9283)
}
