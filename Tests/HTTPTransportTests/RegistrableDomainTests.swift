import HTTPTransport
import Testing

/// Which part of a name somebody registered.
@Suite struct RegistrableDomainTests {
  @Test(arguments: [
    ("www.amgueddfa.cymru", "amgueddfa.cymru"), ("a.b.example.co.uk", "example.co.uk"),
    ("example.com", "example.com"), ("ysgol.powys.sch.uk", "ysgol.powys.sch.uk"),
    ("someone.github.io", "someone.github.io"), ("a.someone.github.io", "someone.github.io"),
    ("www.llyw.gov.wales", "gov.wales"),
  ])
  func `the registrable domain is found`(host: String, domain: String) {
    #expect(RegistrableDomain.of(host) == domain)
  }

  @Test(arguments: ["com", "co.uk", "github.io", "127.0.0.1", "::1", "", "localhost"])
  func `a bare suffix and an IP address have none`(host: String) {
    #expect(RegistrableDomain.of(host) == nil)
  }
}
