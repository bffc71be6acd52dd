import HTTPTransport
import TestSupport
import Testing

/// What is read as an address, and how it is written anew.
@Suite struct HTTPAddressTests {
  @Test(arguments: [
    ("http://example.com", "http://example.com/"),
    ("HTTP://EXAMPLE.Com:80/A/./b/../c", "http://example.com/A/c"),
    ("https://example.com:443?q=1", "https://example.com/?q=1"),
    ("https://example.com:8443/", "https://example.com:8443/"),
    ("https://example.com/a b/é?x=ŵ y#darn é", "https://example.com/a%20b/%C3%A9?x=%C5%B5%20y"),
    ("  http://example.com/  ", "http://example.com/"),
    ("http://example.com./", "http://example.com/"),
    ("http://example.com/a/%2e%2E/b", "http://example.com/b"),
    ("http://example.com\\a\\b", "http://example.com/a/b"),
    ("http://my_site.example/", "http://my_site.example/"),
    ("http://user:secret@example.com/", "http://example.com/"),
    ("http://[::1]:8080/", "http://[::1]:8080/"),
    ("http://[2001:DB8:0:0:0::1]/", "http://[2001:db8::1]/"),
    ("http://0x7f.1/", "http://127.0.0.1/"),
    ("http://2130706433/", "http://127.0.0.1/"),
    ("http://0177.0.0.1/", "http://127.0.0.1/"),
    ("http://127.1/", "http://127.0.0.1/"),
    ("http://ex%61mple.com/", "http://example.com/"),
    ("http://example.com/?a=1?b=2", "http://example.com/?a=1?b=2"),
    ("http://example.com/;p=1/x;y", "http://example.com/;p=1/x;y"),
    ("http://example.com//a//b", "http://example.com//a//b"),
  ])
  func `an address has one spelling`(written: String, text: String) throws {
    let address = try #require(HTTPAddress(written))
    #expect(address.text == text)
    #expect(HTTPAddress(address.text)?.text == text)
  }

  @Test(arguments: [
    ("https://www.llŷn.cymru/", "www.xn--lln-k2a.cymru"),
    ("https://ŶNYS.cymru/", "xn--nys-i2a.cymru"),
    ("https://bücher.example/", "xn--bcher-kva.example"),
    ("https://faß.de/", "xn--fa-hia.de"),
    ("https://例え。テスト/", "xn--r8jz45g.xn--zckzah"),
    ("https://b%C3%BCcher.example/", "xn--bcher-kva.example"),
  ])
  func `an international host is written in ASCII`(written: String, host: String) throws {
    #expect(try #require(HTTPAddress(written)).host == host)
  }

  @Test(arguments: [
    "", " ", "example.com", "/a", "//example.com", "http://", "http:///", "https://?q", "http://#f",
    "ftp://example.com/", "mailto:a@example.com", "javascript:alert(1)", "data:text/html,x",
    "file:///etc/passwd", "gopher://example.com/", "http://exa mple.com/", "http://a..b/",
    "http://.a/", "http://a/\u{0}", "http://a/\nb", "http://a\r\nHost: b/", "http://a/\u{7F}",
    "http://a:0/", "http://a:65536/", "http://a:x/", "http://a:-1/", "http://[::1/", "http://::1/",
    "http://[fe80::1%25eth0]/", "http://[v1.x]/", "http://[127.0.0.1]/", "http://1.2.3.4.5/",
    "http://256.1.1.1/", "http://a%00b/", "http://a%2Fb/", "http://a%0Ab/", "http://a<b>/",
    "http://\u{200B}/", "http://\u{FFFD}/", "http://ex\u{AD}/\u{1}",
    "http://a,b/", "http://a|b/", "http://..", "http://.",
  ])
  func `what is no http address is refused`(written: String) {
    #expect(HTTPAddress(written) == nil, "\(written.debugDescription)")
  }

  @Test func `what is too long is refused, also when it grows by encoding`() throws {
    let start = "http://example.com/"
    let fits = start + String(repeating: "a", count: HTTPAddress.bytesMax - start.utf8.count)
    #expect(HTTPAddress(fits) != nil)
    #expect(HTTPAddress(fits + "a") == nil)
    #expect(HTTPAddress(start + String(repeating: "ŵ", count: 2_000)) == nil)
    #expect(HTTPAddress("http://" + String(repeating: "a", count: 64) + ".example/") == nil)
    #expect(HTTPAddress("http://" + String(repeating: "a.", count: 130) + "example/") == nil)
  }

  @Test func `random bytes never make an address that is not read again as the same`() {
    var seed = Seed()
    let pieces = [
      "http://", "https:", "/", "//", ":", "@", "?", "#", "[", "]", "%", "%2e", "..", "\\", "a",
      "é",
      "0x", "1", "127", ".", " ", "\t", "\u{0}", "-", "xn--", "\u{202E}", "😀", "ŵ", ":80",
    ]
    for _ in 0..<2_000 {
      let text =
        "http://"
        + (0..<Int.random(in: 0...8, using: &seed)).map { _ in
          pieces.randomElement(using: &seed) ?? ""
        }.joined()
      guard let address = HTTPAddress(text) else { continue }
      #expect(HTTPAddress(address.withFragment) == address, "\(text.debugDescription)")
      #expect(address.text.utf8.allSatisfy { (0x21...0x7E).contains($0) }, "\(text)")
    }
  }

  @Test(arguments: [
    ("g", "http://a.example/b/c/g"), ("./g", "http://a.example/b/c/g"),
    ("g/", "http://a.example/b/c/g/"), ("/g", "http://a.example/g"), ("//g", "http://g/"),
    ("?y", "http://a.example/b/c/d;p?y"), ("g?y", "http://a.example/b/c/g?y"),
    ("#s", "http://a.example/b/c/d;p?q#s"), ("g#s", "http://a.example/b/c/g#s"),
    ("g?y#s", "http://a.example/b/c/g?y#s"), (";x", "http://a.example/b/c/;x"),
    ("g;x?y#s", "http://a.example/b/c/g;x?y#s"), ("", "http://a.example/b/c/d;p?q"),
    (".", "http://a.example/b/c/"), ("./", "http://a.example/b/c/"),
    ("..", "http://a.example/b/"), ("../g", "http://a.example/b/g"),
    ("../..", "http://a.example/"), ("../../g", "http://a.example/g"),
    ("../../../g", "http://a.example/g"), ("/./g", "http://a.example/g"),
    ("/../g", "http://a.example/g"), ("g.", "http://a.example/b/c/g."),
    ("..g", "http://a.example/b/c/..g"), ("./../g", "http://a.example/b/g"),
    ("g/./h", "http://a.example/b/c/g/h"), ("g/../h", "http://a.example/b/c/h"),
    ("g;x=1/../y", "http://a.example/b/c/y"), ("g?y/../x", "http://a.example/b/c/g?y/../x"),
    ("https://b.example/x", "https://b.example/x"), ("//b.example:81/x", "http://b.example:81/x"),
    ("a b", "http://a.example/b/c/a%20b"), ("?a b", "http://a.example/b/c/d;p?a%20b"),
    ("tŷ", "http://a.example/b/c/t%C5%B7"), ("//tŷ.cymru/", "http://xn--t-foa.cymru/"),
    ("\\x\\y", "http://a.example/x/y"), ("a\nb", "http://a.example/b/c/ab"),
    (" x\t", "http://a.example/b/c/x"), ("g?x=http://c/d", "http://a.example/b/c/g?x=http://c/d"),
  ])
  func `a reference is resolved`(reference: String, expected: String) throws {
    // Most of them are RFC 3986 §5.4.
    let base = try #require(HTTPAddress("http://a.example/b/c/d;p?q#old"))
    #expect(base.resolving(reference)?.withFragment == expected)
  }

  @Test(arguments: [
    "mailto:a@b.example", "javascript:void(0)", "tel:+44", "ftp://a/", "http://", "a\u{0}",
  ])
  func `a reference that leads out of the web is refused`(reference: String) throws {
    let base = try #require(HTTPAddress("http://a.example/b/c"))
    #expect(base.resolving(reference) == nil)
  }

  @Test func `parts are what they say`() throws {
    let address = try #require(HTTPAddress("https://u:p@[::1]:8443/a/b?c=d#e"))
    #expect(address.scheme == "https" && address.host == "::1" && address.port == 8_443)
    #expect(address.path == "/a/b" && address.query == "c=d" && address.fragment == "e")
    #expect(address.hasCredentials)
    #expect(address.origin == "https://[::1]:8443")
    #expect(address.root.text == "https://[::1]:8443/")
    #expect(address.root.isFrontPage && !address.isFrontPage)
    #expect(address.withoutFragment.fragment == nil && address.withoutFragment.query == "c=d")
    #expect(address == HTTPAddress("https://[::1]:8443/a/b?c=d#e"))
    #expect(address != address.withoutFragment)
    #expect(HTTPAddress("http://a/")?.origin == "http://a:80")
  }
}
