import Records
import Testing

struct WebAddressTests {
  @Test(arguments: [
    "https://gov.wales/a?b=c#d", "http://localhost", "HTTPS://GOV.WALES", "https://gov.wales:8080/",
    "https://[2001:db8::1]:443/x", "https://user@gov.wales/", "https://gov.wales.",
    "https://cymru.example/tŷ", "https://tŷ.cymru/", "https://a_b.example/", "https://gov.wales:",
    "https://www.thinkuknow.co.uk/11_13/got-a-question2/?&p=2",
  ])
  func `an absolute address with a host is good`(url: String) {
    #expect(WebAddress.isAbsolute(url))
  }

  @Test(arguments: [
    "", "gov.wales", "www.gov.wales", "//gov.wales", "/page", "https://", "https:///page",
    "https:gov.wales", "ftp://gov.wales", "javascript:alert(1)", "mailto:a@b.wales",
    "https://gov wales/", "https://gov.wales/a b", "https://gov.wales/\n", "https://.wales",
    "https://gov..wales", "https://-gov.wales", "https://gov.wales:99999", "https://gov.wales:x",
    "https://[::1", "https://[zz]", "https://user@", "https://gov.wales/<script>", "file:///etc",
    " https://gov.wales", "https://?q",
  ])
  func `anything else is refused`(url: String) {
    #expect(!WebAddress.isAbsolute(url))
  }

  @Test(
    arguments: [
      ("https://WWW.Gov.Wales/A", "www.gov.wales"),
      ("http://user:word@a.example:8080?q", "a.example"),
      ("https://[2001:DB8::1]:443/x", "[2001:db8::1]"), ("https://gov.wales.", "gov.wales."),
      ("https://tŷ.cymru/", "tŷ.cymru"), ("mailto:a@b.wales", nil), ("https://", nil),
    ] as [(String, String?)])
  func `the host is told in lower case`(url: String, host: String?) {
    #expect(WebAddress.host(of: url) == host)
  }
}
