import Storage
import Testing

@testable import SearchIndex

struct ManifestTests {
  private var full: Manifest {
    let file = Manifest.File(name: "segment-4.seg", length: 8_192, checksum: 0x0A1B_2C3D)
    return Manifest(
      generation: 7, analysisVersion: "en \"1\" \\ ŵ\n\u{1}", nextSegment: 5,
      fields: [.init(name: "audience", kind: .tag), .init(name: "body.en", kind: .text)],
      segments: [
        .init(number: 4, documentCount: 130, file: file),
        .init(
          number: 2, documentCount: 1, file: file,
          deletes: .init(
            generation: 6, count: 2,
            file: .init(name: "segment-2.6.del", length: 9, checksum: 0))),
      ],
      attachments: [
        .init(name: "catalogue", file: .init(name: "catalogue-7.json", length: 0, checksum: .max))
      ],
      previousFiles: ["segment-1.seg", "segment-3.seg"])
  }

  @Test func `what is written is read`() throws {
    for manifest in [full, Manifest(analysisVersion: "")] {
      #expect(try ManifestFormat.decode(ManifestFormat.encode(manifest)) == manifest)
    }
  }

  @Test func `every flipped bit, cut and added byte is refused`() {
    let bytes = ManifestFormat.encode(full)
    for index in bytes.indices {
      for bit in 0..<8 {
        var flipped = bytes
        flipped[index] ^= 1 << UInt8(bit)
        #expect(throws: IndexError.self) { try ManifestFormat.decode(flipped) }
      }
      #expect(throws: IndexError.self) { try ManifestFormat.decode(Array(bytes[..<index])) }
    }
    #expect(throws: IndexError.self) { try ManifestFormat.decode(bytes + [0x0A]) }
  }

  @Test(arguments: [
    ("\"format\": 1", "\"format\": 2"), ("\"generation\": 7", "\"generation\": 07"),
    ("\"generation\": 7", "\"generation\": 99999999999999999999"),
    ("\"length\": 8192", "\"length\": -1"),
    ("\"length\": 8192", "\"length\": 18446744073709551615"),
    ("\"tag\"", "\"tags\""), ("segment-1.seg", "../segment"), ("\"segment-1.seg\"", "\"\""),
    ("0a1b2c3d", "0A1B2C3D"), ("0a1b2c3d", "a1b2c3d"), ("\\u0001", "\\u0041"),
    ("\\u0001", "\\x01"), ("null", "nil"), ("[\n", "[ "),
  ])
  func `another shape with the right checksum is refused`(change: (from: String, to: String)) throws
  {
    let text = String(decoding: ManifestFormat.encode(full), as: UTF8.self)
    let body = try #require(text.range(of: "  \"checksum\": \"", options: .last))
    let place = try #require(text.range(of: change.from, options: .first))
    #expect(place.upperBound <= body.lowerBound)
    let changed = text[..<place.lowerBound] + change.to + text[place.upperBound..<body.lowerBound]
    let bytes = Array(changed.utf8)
    let trailer = "  \"checksum\": \"\(hexadecimal(CRC32C.checksum(bytes)))\"\n}\n"
    #expect(throws: IndexError.self) { try ManifestFormat.decode(bytes + Array(trailer.utf8)) }
  }
}

extension String {
  fileprivate enum Place { case first, last }

  /// Where `part` stands.
  fileprivate func range(of part: String, options: Place) -> Range<Index>? {
    let ranges = ranges(of: part)
    return options == .first ? ranges.first : ranges.last
  }
}
