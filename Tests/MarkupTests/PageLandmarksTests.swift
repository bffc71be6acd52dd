import Markup
import Testing

@Suite struct PageLandmarksTests {
  private func landmarks(_ html: String) throws -> PageLandmarks {
    try HTMLReader().read(Array(html.utf8)).landmarks
  }

  @Test func `the first heading with text is found, whatever is in it`() throws {
    let page = try landmarks("<h1> </h1><h1>Cadw <b>plant</b>\n yn ddiogel</h1><h1>x</h1>")
    #expect(page.firstHeading == "Cadw plant yn ddiogel")
  }

  @Test func `ids and names of anchors are where fragments lead`() throws {
    let page = try landmarks("<h2 id=a>x</h2><a name=b></a><p name=c id=d>y")
    #expect(page.anchors == ["a", "b", "d"])
    #expect(page.hasAllAnchors)
  }

  @Test func `too many anchors are not all known`() throws {
    let html = (0...PageLandmarks.anchorsMax).map { "<i id=a\($0)></i>" }.joined()
    #expect(try !landmarks(html).hasAllAnchors)
  }

  @Test(arguments: [
    ("0; url=https://a.example/x", "https://a.example/x"), ("5;URL='/y'", "/y"),
    ("0;url = \"z\"", "z"),
  ])
  func `a page that sends browsers on says where to`(content: String, target: String) throws {
    let attribute = content.replacing("\"", with: "&quot;")
    #expect(
      try landmarks("<meta http-equiv=Refresh content=\"\(attribute)\">").refresh == target)
  }

  @Test(arguments: ["300; url=/news", "0", "soon; url=/x", "0; /x", "0; url="])
  func `one that reloads later, or says nothing, does not`(content: String) throws {
    #expect(try landmarks("<meta http-equiv=refresh content='\(content)'>").refresh == nil)
  }

  @Test(arguments: [
    "window.onload=function(){window.location.href=\"/lander\"}", "location = '/lander'",
    "document.location.replace( '/lander' )", "top.location.assign(\"/lander\");",
  ])
  func `a script that sends browsers on says where to`(script: String) throws {
    #expect(try landmarks("<script>\(script)</script>").scriptTarget == "/lander")
  }

  @Test func `a script that only speaks of places does not`() throws {
    #expect(try landmarks("<script>if (location.hash) {}</script>").scriptTarget == nil)
    #expect(try landmarks("<p>location = '/x'</p>").scriptTarget == nil)
  }

  @Test func `password fields and frames are seen`() throws {
    let page = try landmarks(
      "<form><input type=PASSWORD></form><iframe src='//a.example/'></iframe><frame src=b>")
    #expect(page.hasPasswordField)
    #expect(page.frames == ["//a.example/", "b"])
  }
}

@Suite struct SimHashTests {
  private let text = """
    mae'r canllaw hwn ar gyfer rhieni a gofalwyr sydd am siarad a'u plant am gadw'n ddiogel ar lein \
    mae'n egluro beth yw'r peryglon a ble mae cael help pan fydd rhywbeth wedi mynd o'i le
    """
  private func words(_ text: String) -> [Substring] { text.split(separator: " ") }

  @Test func `the same text has the same fingerprint`() {
    #expect(SimHash(of: words(text)) == SimHash(of: words(text)))
    #expect(SimHash(of: words("a b c")).bits == SimHash(of: words("a b c")).bits)
    #expect(SimHash(of: [String]()).bits == 0)
  }

  @Test func `few words changed change few bits, another text half of them`() {
    let edited = text.replacing("rhieni a gofalwyr", with: "teuluoedd")
    let near = SimHash(of: words(text)).distance(to: SimHash(of: words(edited)))
    let other = (0..<40).map { "gair\($0 * 7)" }
    let far = SimHash(of: words(text)).distance(to: SimHash(of: other))
    #expect(near < 16)
    #expect(far >= 16)
  }
}
