import Testing

@testable import SearchIndex

struct NormEncodingTests {
  @Test func `lengths up to 40 are kept, larger ones rounded down`() {
    for length in 0...40 {
      #expect(NormEncoding.length(of: NormEncoding.norm(of: length)) == length)
    }
    // From Lucene's SmallFloat: 24 free values, then four significant bits.
    for (length, kept) in [
      (41, 40), (42, 42), (56, 56), (57, 56), (88, 88), (95, 88), (1_000, 984),
    ] {
      #expect(NormEncoding.length(of: NormEncoding.norm(of: length)) == kept, "\(length)")
    }
  }

  @Test func `codes and lengths ascend together, and each code is its length's`() {
    for code in UInt8.min...UInt8.max {
      #expect(NormEncoding.norm(of: NormEncoding.length(of: code)) == code)
      if code > 0 {
        #expect(NormEncoding.length(of: code) > NormEncoding.length(of: code - 1))
        #expect(NormEncoding.norm(of: NormEncoding.length(of: code) - 1) == code - 1)
      }
    }
  }

  @Test func `the ends of the integers have codes`() {
    #expect(NormEncoding.norm(of: .max) == 255)
    #expect(NormEncoding.norm(of: Int(Int32.max)) == 255)
    #expect(NormEncoding.norm(of: .min) == 0)
    // Lucene: SmallFloat.byte4ToInt((byte) 255) is 2,013,265,944.
    #expect(NormEncoding.length(of: 255) == 2_013_265_944)
  }
}
