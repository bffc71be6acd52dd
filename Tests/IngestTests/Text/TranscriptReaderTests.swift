import Ingest
import Records
import Testing

struct TranscriptReaderTests {
  private func vtt(_ text: String) throws -> Extract {
    try TranscriptReader(format: .webVTT).read(Array(text.utf8), limits: IngestLimits())
  }

  private func srt(_ text: String) throws -> Extract {
    try TranscriptReader(format: .subRip).read(Array(text.utf8), limits: IngestLimits())
  }

  @Test func `a spoken text above the limit is refused`() throws {
    let reader = TranscriptReader(format: .subRip)
    let bytes = Array("1\n00:00:01,000 --> 00:00:04,000\nHelo\n".utf8)
    #expect(try reader.read(bytes, limits: IngestLimits(outputBytesMax: 4)).text == "Helo")
    #expect(throws: ContentFault(.unreadableContent(name: "", reason: "more than 3 bytes of text")))
    {
      try reader.read(bytes, limits: IngestLimits(outputBytesMax: 3))
    }
  }

  @Test func `WebVTT gives the spoken text`() throws {
    let extract = try vtt(
      """
      WEBVTT - Title
      Kind: captions
      Language: cy

      STYLE
      ::cue { color: red }

      REGION
      id:fred

      NOTE
      a comment
      00:00 not a cue

      1
      00:00.000 --> 00:02.500 align:start position:0%
      <v Mari>Helo <b>bawb</b> &amp; <00:01.000>croeso

      intro name
      00:00:02.500 --> 00:00:04.000
      Mae'r tŷ
      yn fawr.

      NOTE one line

      00:04.000 --> 00:06.000
      yn fawr.
      1 < 2
      """)
    #expect(extract.text == "Helo bawb & croeso\nMae'r tŷ\nyn fawr.\n1 < 2")
    #expect(extract.language == "cy")
    #expect(extract.warnings.isEmpty)
  }

  @Test func `a cue right below the header is read`() throws {
    #expect(try vtt("WEBVTT\n00:00.000 --> 00:01.000\nHelo").text == "Helo")
    #expect(try vtt("\u{FEFF}WEBVTT\r\n\r\n00:00.000 --> 00:01.000\r\nHelo\r\n").text == "Helo")
  }

  @Test func `SubRip gives the spoken text`() throws {
    let extract = try srt(
      """
      1
      00:00:01,000 --> 00:00:04,000
      {\\an8}<i>Helo</i> bawb

      2
      00:00:04,000 --> 00:00:06,000 X1:0 X2:9
      Note: NOTE this
      """)
    #expect(extract.text == "Helo bawb\nNote: NOTE this")
    #expect(extract.warnings.isEmpty)
  }

  @Test func `a malformed cue is left out with a warning and its line`() throws {
    let extract = try srt(
      """
      1
      00:00:01,000 --> 00:00:04,000
      Un

      2
      00:00:04 -> 00:00:06
      Dau

      3
      00:00:07,000 --> 00:00:09,000
      Tri
      """
    )
    #expect(extract.text == "Un\nTri")
    #expect(
      extract.warnings == [
        ContentFault(
          line: 5,
          .partSkipped(found: "2", expected: "a cue timing, 00:00:01.000 --> 00:00:04.000"))
      ])
  }

  @Test func `a WebVTT file without its first line is read with a warning`() throws {
    let extract = try vtt("00:00.000 --> 00:01.000\nHelo")
    #expect(extract.text == "Helo")
    #expect(
      extract.warnings.map(\.problem)
        == [.partSkipped(found: "00:00.000 --> 00:01.000", expected: "WEBVTT")])
  }

  @Test func `a file without any cue is refused`() {
    #expect(throws: ContentFault.self) { try srt("just\ntext") }
    #expect(throws: ContentFault.self) { try vtt("<html>\n\n<p>") }
  }

  @Test(arguments: ["WEBVTT", "WEBVTT\n\nNOTE x"])
  func `a file without cues and without faults has no text`(text: String) throws {
    #expect(try vtt(text).text == "")
  }

  @Test func `warnings are kept up to a number`() throws {
    let broken = String(repeating: "x\n\n", count: 10_000)
    #expect(try srt(broken + "00:00:01,0 --> 00:00:02,0\na").warnings.count == 20)
  }

  @Test func `a line of many open tags costs little`() throws {
    let open = String(repeating: "<", count: 200_000)
    #expect(try srt("00:00:01,0 --> 00:00:02,0\n" + open).text.count == 200_000)
    #expect(try srt("00:00:01,0 --> 00:00:02,0\n" + open + ">a").text == "a")
  }

  @Test func `bytes that are no UTF-8 are refused with their line`() {
    #expect(throws: ContentFault(line: 2, .notUTF8(offset: 7))) {
      try TranscriptReader(format: .webVTT).read(
        Array("WEBVTT\n".utf8) + [0xE2], limits: IngestLimits())
    }
  }
}
