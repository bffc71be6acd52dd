import Records
import Testing

struct ResourceIDTests {
  @Test func `a slug has 1 to 100 bytes`() {
    for count in [1, 99, 100] {
      #expect(ResourceID(String(repeating: "a", count: count)) != nil)
    }
    for count in [0, 101] {
      #expect(ResourceID(String(repeating: "a", count: count)) == nil)
    }
  }

  @Test(arguments: ["a", "childline-keep-safe-under12-cy", "2021-a", "a--b"])
  func `letters, digits and hyphens make a slug`(slug: String) {
    #expect(ResourceID(slug)?.slug == slug)
  }

  @Test(arguments: ["-a", "a-", "-", "A", "a_b", "a b", "a/b", "..", "tŷ", "a\n", "a\0"])
  func `anything else is none`(slug: String) {
    #expect(ResourceID(slug) == nil)
  }
}
