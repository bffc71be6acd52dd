import Markup
import TestSupport
import Testing

struct HostilePagesTests {
  private func read(
    _ html: String, _ limits: MarkupLimits = MarkupLimits()
  ) throws(MarkupError) -> HTMLPage {
    // Time stands still, so that a busy machine changes no answer.
    try HTMLReader(limits: limits, startStopwatch: { Stopwatch { .zero } }).read(Array(html.utf8))
  }

  @Test func `a bomb of 100,000 nested elements is too deep`() {
    let bomb = String(repeating: "<div>", count: 100_000) + "x"
    #expect(throws: MarkupError.tooDeep(line: 1, depthMax: 2_000)) { try read(bomb) }
    let lines = String(repeating: "<div>\n", count: 100_000)
    #expect {
      try read(lines)
    } throws: { error in
      guard case .tooDeep(let line, _) = error as? MarkupError else { return false }
      return line > 1
    }
  }

  @Test func `nesting up to the limit is read`() throws {
    // html and body are two levels of their own.
    let nested = String(repeating: "<div>", count: 98) + "x"
    #expect(try read(nested, MarkupLimits(depthMax: 100)).text == "x")
    #expect(throws: MarkupError.tooDeep(line: 1, depthMax: 99)) {
      try read(nested, MarkupLimits(depthMax: 99))
    }
  }

  @Test func `a page above the size limit is too large`() {
    #expect(throws: MarkupError.tooLarge(bytes: 101, bytesMax: 100)) {
      try read(String(repeating: "x", count: 101), MarkupLimits(inputBytesMax: 100))
    }
  }

  @Test func `a page of 100 MB is refused without being parsed`() {
    #expect(throws: MarkupError.tooLarge(bytes: 100 << 20, bytesMax: 32 << 20)) {
      try HTMLReader().read([UInt8](repeating: 0x61, count: 100 << 20))
    }
  }

  @Test func `text above the limit is too much`() throws {
    let limits = MarkupLimits(outputBytesMax: 10)
    #expect(try read("<p>0123456789<script>not counted</script>", limits).text == "0123456789")
    #expect(throws: MarkupError.tooMuchText(bytesMax: 10)) { try read("<p>0123456789a", limits) }
  }

  @Test func `elements above the limit are too many`() {
    #expect(throws: MarkupError.tooManyElements(elementsMax: 50)) {
      try read(String(repeating: "<br>", count: 60), MarkupLimits(elementsMax: 50))
    }
  }

  @Test func `a page that takes too long is stopped`() {
    // The stopwatch says 11 s at its first reading, whatever the machine does.
    let reader = HTMLReader(startStopwatch: { Stopwatch { .seconds(11) } })
    #expect(throws: MarkupError.tooSlow(secondsMax: 10)) {
      try reader.read(Array(String(repeating: "<p>a", count: 10_000).utf8))
    }
  }

  @Test func `a tag of a million attributes is refused`() {
    let attributes = (0..<1_000_000).map { "a\($0)" }.joined(separator: " ")
    #expect {
      try read("<p " + attributes + ">x")
    } throws: { error in
      guard case .tooManyAttributes = error as? MarkupError else { return false }
      return true
    }
    let glued = (0..<200_000).map { "a\($0)=\"\"" }.joined()
    #expect {
      try read("<p " + glued + ">x")
    } throws: { error in
      guard case .tooManyAttributes = error as? MarkupError else { return false }
      return true
    }
  }

  @Test func `a picture of five megabytes inside a tag is no bomb`() throws {
    let data = String(repeating: "QUJD", count: 1_250_000)
    #expect(try read("<p>a<img src=\"data:image/png;base64,\(data)\">b").text == "ab")
  }

  @Test func `an entity bomb is refused with its line`() {
    let bomb = """
      <?xml version="1.0"?>
      <!DOCTYPE lolz [
        <!ENTITY lol "lol">
        <!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">
      ]>
      <html><body>&lol2;</body></html>
      """
    #expect(throws: MarkupError.declaresEntities(line: 3)) { try read(bomb) }
    let external = "<!doctype html [<!entity x SYSTEM \"file:///etc/passwd\">]><p>&x;"
    #expect(throws: MarkupError.declaresEntities(line: 1)) { try read(external) }
  }

  @Test func `an undeclared entity stays as it is`() throws {
    #expect(try read("<p>&lol; &amp; &#x41; &#0; &#xFFFFFFFF;").text.hasPrefix("&lol; & A"))
  }

  @Test func `bytes that are no text are refused`() {
    let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    let image = png + (0..<1_000).map { UInt8($0 % 16) }
    #expect(throws: MarkupError.notText) { try HTMLReader().read(image) }
    #expect(throws: MarkupError.notText) {
      try HTMLReader().read([UInt8](repeating: 0, count: 1_000))
    }
  }

  @Test func `NUL bytes and broken UTF-8 leave the rest usable`() throws {
    let page = try HTMLReader().read(Array("<p>tŷ tŷ".utf8) + [0xFF] + Array("a\0b</p>".utf8))
    #expect(page.text == "tŷ tŷ\u{FFFD}ab")
    #expect(page.isRepaired)
    #expect(page.firstNUL == 12)
  }

  @Test(arguments: [
    "<", "</", "<!", "<!--", "<!-- a", "<![CDATA[", "<?", "<a", "<a b", "<a b=", "<a b='", "&",
    "&#", "&#x", "<script>", "<script><!--", "<title>", "<svg><title>", "<!DOCTYPE", "<!DOCTYPE [",
    "</p></p></div>", "<p/><p/>", "<table><tr><p>", "<a <b <c", "<<<<>>>>", "]]>", "<plaintext>x",
    "<frameset><frame></frameset>", "<select><option>", "<textarea>", "<meta>", "<link>",
    "<html><html><head><head><body><body>",
  ])
  func `a broken end does no harm, once or ten thousand times`(end: String) throws {
    _ = try read("<p>text" + end)
    _ = try read(end)
    do throws(MarkupError) {
      _ = try read(String(repeating: end, count: 10_000))
    } catch {
      switch error {
      case .tooDeep, .tooManyAttributes: break
      default: Issue.record("\(error)")
      }
    }
  }

  @Test func `random tags are read or refused, never more`() throws {
    var seed = Seed()
    let parts = [
      "<div>", "</div>", "<p", ">", "<main>", "</main>", "text ", "&amp;", "&#", "<!--", "-->",
      "<script>", "</script>", "<table>", "<td>", "\"", "'", "=", "ŵ", "\0", "<a href=x>", "</a>",
      "<form>", "<title>", "</title>", "<html>", "</body>", "<![CDATA[", "]]>", "<svg>", "\n",
    ]
    for _ in 0..<2_000 {
      let count = Int.random(in: 0..<200, using: &seed)
      let html = (0..<count).map { _ in parts.randomElement(using: &seed) ?? "" }.joined()
      do throws(MarkupError) {
        let page = try read(html)
        #expect(!page.text.contains("\0"))
      } catch {
        #expect(error == .notText, "seed \(seed.value)")
      }
    }
  }
}
