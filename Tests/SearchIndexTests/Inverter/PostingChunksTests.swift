import TestSupport
import Testing

@testable import SearchIndex

struct PostingChunksTests {
  @Test func `streams that grow side by side keep their numbers`() {
    var seed = Seed()
    var chunks = PostingChunks()
    var streams = [PostingChunks.Stream](repeating: PostingChunks.Stream(), count: 20)
    var expected = [[UInt64]](repeating: [], count: 20)
    for _ in 0..<30_000 {
      let index = min(Int.random(in: 0..<20, using: &seed), Int.random(in: 0..<20, using: &seed))
      let value = UInt64.random(
        in: 0...UInt64.max >> UInt64.random(in: 0..<64, using: &seed), using: &seed)
      chunks.append(value, to: &streams[index])
      expected[index].append(value)
    }
    for (stream, values) in zip(streams, expected) {
      var reader = PostingChunks.Reader(stream)
      for value in values {
        #expect(!reader.isAtEnd)
        #expect(reader.varint(chunks) == value)
      }
      #expect(reader.isAtEnd)
    }
    #expect(PostingChunks.Reader(PostingChunks.Stream()).isAtEnd)
  }

  @Test(arguments: [7, 8, 9, 23, 24, 25, 8_183, 8_184, 8_185, 20_000])
  func `a stream may end at the end of a chunk`(count: Int) {
    var chunks = PostingChunks()
    var stream = PostingChunks.Stream()
    for index in 0..<count { chunks.append(UInt64(index % 100), to: &stream) }
    var reader = PostingChunks.Reader(stream)
    for index in 0..<count { #expect(reader.varint(chunks) == UInt64(index % 100)) }
    #expect(reader.isAtEnd)
  }
}
