import Ingest
import Testing

struct ContentReadersTests {
  @Test func `each ending and each media type stands once`() {
    let endings = ContentReaders.table.flatMap(\.endings)
    #expect(Set(endings).count == endings.count)
    let types = ContentReaders.table.flatMap(\.mediaTypes)
    #expect(Set(types).count == types.count)
  }

  @Test func `an ending finds its reader in any case`() {
    #expect(ContentReaders.reader(forFile: "a.b/Page.HTML") is PageReader)
    #expect(ContentReaders.reader(forFile: "x.vtt") is TranscriptReader)
    #expect(ContentReaders.reader(forFile: "x.txt") is PlainTextReader)
    #expect(ContentReaders.reader(forFile: "x.pdfx") == nil)
    #expect(ContentReaders.reader(forFile: "html") == nil)
    #expect(ContentReaders.reader(forFile: "x.") == nil)
  }

  @Test func `a media type finds its reader`() {
    #expect(ContentReaders.reader(forMediaType: "Text/HTML; charset=utf-8") is PageReader)
    #expect(ContentReaders.reader(forMediaType: "text/vtt") is TranscriptReader)
    #expect(ContentReaders.reader(forMediaType: "image/png") == nil)
  }
}
