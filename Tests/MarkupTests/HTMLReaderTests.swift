import Markup
import TestSupport
import Testing

struct HTMLReaderTests {
  private func read(_ html: String) throws -> HTMLPage {
    // Time stands still, so that a busy machine changes no answer.
    try HTMLReader(startStopwatch: { Stopwatch { .zero } }).read(Array(html.utf8))
  }

  private func text(_ html: String) throws -> String { try read(html).text }

  @Test func `a page's head is read`() throws {
    let page = try read(
      """
      <!DOCTYPE html><html lang="cy-GB"><head><meta charset="utf-8">
      <title>Cadw'n
        ddiogel &amp; iach</title>
      <meta name="description" content="Sut i gadw&#39;n ddiogel">
      <meta name="DC.Title" content="Teitl"><meta name="dcterms.creator" content="Childline">
      <meta name="dc.creator" content="NSPCC">
      <meta property="og:title" content="Keep safe"><meta property="og:locale" content="cy_GB">
      <meta property="article:published_time" content="2020-09-07">
      <link rel="canonical" href="https://childline.example/cy">
      <link rel="alternate" hreflang="en" href="/en"><link rel="stylesheet" href="x.css">
      <script type="application/ld+json">{"@type": "Article", "a": "</b>"}</script>
      <script>var title = "<p>not text</p>";</script>
      </head><body><p>Helo</p></body></html>
      """)
    #expect(page.metadata.title == "Cadw'n ddiogel & iach")
    #expect(page.metadata.language == "cy-GB")
    #expect(page.metadata.bestDescription == "Sut i gadw'n ddiogel")
    #expect(page.metadata.dublinCore == ["title": ["Teitl"], "creator": ["Childline", "NSPCC"]])
    #expect(page.metadata.openGraph == ["title": ["Keep safe"], "locale": ["cy_GB"]])
    #expect(page.metadata.named["article:published_time"] == ["2020-09-07"])
    #expect(page.metadata.canonical == "https://childline.example/cy")
    #expect(page.metadata.alternates == [AlternateVersion(language: "en", address: "/en")])
    #expect(page.metadata.jsonLD == [#"{"@type": "Article", "a": "</b>"}"#])
    #expect(page.text == "Helo")
  }

  @Test func `a page without a title element has its Open Graph title`() throws {
    let page = try read("<meta property='og:title' content='Taflen'><p>x")
    #expect(page.metadata.title == nil)
    #expect(page.metadata.bestTitle == "Taflen")
  }

  @Test func `a drawing's title is not the page's`() throws {
    let page = try read("<body><svg><title>Icon</title></svg><title>Page</title>")
    #expect(page.metadata.title == "Page")
  }

  @Test func `navigation, header, footer, aside, form, script and style are left out`() throws {
    #expect(
      try text(
        """
        <body><header>Logo</header><nav>Home</nav><script>s()</script><style>p{}</style>
        <noscript>Enable scripts</noscript><form><label>Search</label><input></form>
        <h1>Heading</h1><p>First <b>bo</b>ld word.</p><aside>Related</aside>
        <div role="navigation">Crumbs</div><div role="banner">Top</div>
        <ul><li>One</li><li>Two</li></ul><footer>Legal</footer></body>
        """) == "Heading\nFirst bold word.\nOne\nTwo")
  }

  @Test func `hidden elements are left out`() throws {
    #expect(
      try text(
        """
        <body style="display:none"><p hidden>a</p><p aria-hidden="true">b</p>
        <p style="Display : None;">c</p><p style="visibility:hidden">d</p><p>seen</p>
        <div hidden><p>e</p></div><p aria-hidden=false>too</p>
        """) == "seen\ntoo")
  }

  @Test func `the main part is preferred, with the header inside it`() throws {
    #expect(
      try text(
        "<p>Cookies</p><main><header><h1>Title</h1></header><p>Text</p><nav>n</nav></main><p>End")
        == "Title\nText")
    #expect(try text("<p>a</p><div role=main>b<div>c</div></div><p>d") == "b\nc")
  }

  @Test func `an article is preferred where it is most of the text`() throws {
    #expect(
      try text("<p>Menu</p><article><h2>T</h2><p>Long enough text here</p></article>")
        == "T\nLong enough text here")
    let long = String(repeating: "text ", count: 50)
    #expect(try text("<div>\(long)</div><article>News</article>").hasPrefix("text text"))
  }

  @Test func `a page that is one form is read`() throws {
    #expect(try text("<body><form><p>Whole page</p></form><footer>f</footer>") == "Whole page")
    #expect(try text("<form><main><p>Inner</p></main></form><p>x") == "Inner")
  }

  @Test func `a heading's button is text and another is none`() throws {
    #expect(
      try text("<h2><button>Question?</button></h2><p>Answer</p><button>Share</button>")
        == "Question?\nAnswer")
  }

  @Test func `an empty main part falls back to the page`() throws {
    #expect(try text("<main></main><p>Text") == "Text")
  }

  @Test func `blanks collapse, breaks part, soft hyphens go`() throws {
    #expect(
      try text("<p>  a\n\t b&nbsp;&nbsp;c<br>d <i> e</i></p>safe&shy;guarding")
        == "a b c\nd e\nsafeguarding")
    #expect(try text("<table><tr><th>a<td>b<tr><td>c</table>d") == "a\nb\nc\nd")
  }

  @Test(arguments: [
    "Tŷ gŵr â'r tân", "T&#375; g&#373;r &acirc;'r t&acirc;n",
    "T&#x177; g&#x175;r &#xe2;'r t&acirc;n",
    "T&ycirc; g&wcirc;r â'r tân",
  ])
  func `Welsh accents are read in UTF-8 and as entities`(html: String) throws {
    #expect(try text("<meta charset=utf-8><p>\(html)</p>") == "Tŷ gŵr â'r tân")
  }

  @Test func `Welsh accents are read in windows-1252`() throws {
    let bytes = Array("<p>t".utf8) + [0xE2] + Array("n a ch".utf8) + [0xF4] + Array("r</p>".utf8)
    let page = try HTMLReader().read(bytes)
    #expect(page.text == "tân a chôr")
    #expect(page.encoding == .windows1252)
  }

  @Test func `XHTML goes the same way`() throws {
    let page = try read(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/x.dtd">
      <html xmlns="http://www.w3.org/1999/xhtml" xml:lang="cy"><head><title>T</title></head>
      <body><p>Helô<br/>byd</p></body></html>
      """)
    #expect(page.text == "Helô\nbyd")
    #expect(page.metadata.language == "cy")
  }

  @Test func `a truncated page gives the text up to the cut`() throws {
    let whole = "<html><head><title>T</title></head><body><main><p>Un dau</p><p class='x'>tri"
    #expect(try text(whole) == "Un dau\ntri")
    for length in 0...whole.utf8.count {
      _ = try HTMLReader().read(Array(whole.utf8.prefix(length)))
    }
  }

  @Test func `a page's second html and body elements do no harm`() throws {
    #expect(try text("<html lang=cy><body><p>a<html lang=en class=x><body id=y><p>b") == "a\nb")
  }

  @Test func `an empty page is empty`() throws {
    #expect(try read("").text == "")
    #expect(try read("dim ond testun").text == "dim ond testun")
  }

  @Test func `the text is the same however the page is cut into pieces`() throws {
    // Pieces are 16 KiB; letters of two bytes and tags lie across every cut.
    var html = "<body>"
    var expected: [String] = []
    for number in 0..<6_000 {
      html += "<p title='ŵ\(number)'>ŷ\(number)</p>"
      expected.append("ŷ\(number)")
    }
    #expect(try text(html) == expected.joined(separator: "\n"))
    #expect(try text("<p>" + String(repeating: "ŵ", count: 40_001)).count == 40_001)
  }
}
