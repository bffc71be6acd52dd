import HTTPTransport
import Testing

@testable import LinkCheck

@Suite struct RobotsTests {
  private func allows(_ path: String, _ text: String) throws -> Bool {
    Robots(text).allows(try #require(HTTPAddress("http://a.test" + path)))
  }

  @Test func `the longest rule that matches decides, and allowing wins a draw`() throws {
    let text = "User-agent: *\nDisallow: /a\nAllow: /a/b\nDisallow: /c\nAllow: /c"
    #expect(try !allows("/a/x", text))
    #expect(try allows("/a/b/x", text))
    #expect(try allows("/c", text))
    #expect(try allows("/", text))
  }

  @Test func `stars stand for anything and a dollar for the end`() throws {
    let text = "User-agent: *\nDisallow: /*.pdf$\nDisallow: /x*y*z\nDisallow: /end$"
    #expect(try !allows("/guides/a.pdf", text))
    #expect(try allows("/guides/a.pdf?x=1", text))
    #expect(try !allows("/x1y2z3", text))
    #expect(try allows("/x1z2y3", text))
    #expect(try !allows("/end", text))
    #expect(try allows("/end/more", text))
  }

  @Test func `a group that names us stands in place of the one for all`() throws {
    let text = """
      User-agent: *
      Disallow: /

      User-agent: other
      User-agent: Canfod
      Disallow: /ours # only this
      """
    #expect(try allows("/x", text))
    #expect(try !allows("/ours", text))
  }

  @Test func `an empty rule forbids nothing and nonsense is passed over`() throws {
    #expect(try allows("/x", "User-agent: *\nDisallow:\n%%%\nDisallow"))
    #expect(try allows("/x", ""))
  }
}
