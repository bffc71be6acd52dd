import Storage
import TestSupport
import Testing

struct CRC32CTests {
  @Test func `the check value of the Castagnoli CRC comes out`() {
    #expect(CRC32C.checksum(Array("123456789".utf8)) == 0xE306_9283)
    #expect(CRC32C.checksum([]) == 0)
    // RFC 3720, B.4: 32 bytes of zeros, and of ones.
    #expect(CRC32C.checksum([UInt8](repeating: 0, count: 32)) == 0x8A91_36AA)
    #expect(CRC32C.checksum([UInt8](repeating: 0xFF, count: 32)) == 0x62A8_AB43)
  }

  @Test func `eight bytes a step give the same as one bit a step`() {
    var seed = Seed()
    for count in [0, 1, 7, 8, 9, 15, 16, 17, 127, 128, 129] {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &seed) }
      var crc: UInt32 = 0xFFFF_FFFF
      for byte in bytes {
        crc ^= UInt32(byte)
        for _ in 0..<8 { crc = crc & 1 == 1 ? (crc >> 1) ^ 0x82F6_3B78 : crc >> 1 }
      }
      #expect(CRC32C.checksum(bytes) == ~crc, "\(count) bytes, seed \(seed.value)")
      #expect(
        CRC32C.checksum(ByteRegion(MappedFile(copying: bytes, path: "memory"))) == ~crc)
    }
  }

  @Test func `a checksum in parts is the checksum of the whole`() {
    let bytes = (0..<100).map { UInt8($0) }
    let region = ByteRegion(MappedFile(copying: bytes, path: "memory"))
    for cut in 0...100 {
      var crc = CRC32C()
      region.withBytes { all in
        crc.update(all.extracting(0..<cut))
        crc.update(all.extracting(cut..<100))
      }
      #expect(crc.value == CRC32C.checksum(bytes))
    }
  }

  @Test func `every flipped bit changes the checksum`() {
    var bytes = (0..<64).map { UInt8($0) }
    let whole = CRC32C.checksum(bytes)
    for bit in 0..<512 {
      bytes[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(CRC32C.checksum(bytes) != whole)
      bytes[bit / 8] ^= 1 << UInt8(bit % 8)
    }
  }

  @Test func `checksums of parts make the checksum of the whole without the bytes`() {
    let bytes = (0..<300).map { UInt8(truncatingIfNeeded: $0 * 7) }
    for cut in [0, 1, 7, 64, 255, 256, 299, 300] {
      var crc = CRC32C()
      crc.update(bytes.span.extracting(0..<cut).bytes)
      var rest = CRC32C()
      rest.update(bytes.span.extracting(cut..<300).bytes)
      crc.append(rest, count: 300 - cut)
      #expect(crc.value == CRC32C.checksum(bytes), "cut at \(cut)")
      crc.update(bytes.span.bytes)
      #expect(crc.value == CRC32C.checksum(bytes + bytes), "cut at \(cut)")
    }
  }
}
