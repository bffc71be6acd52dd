import Records
import Testing

struct LanguageTagTests {
  @Test(arguments: [
    ("cy", "cy", "cy"), ("EN-GB", "en-gb", "en"), ("cy-simple", "cy-simple", "cy"),
    ("bfi", "bfi", "bfi"), ("mul", "mul", "mul"), ("zh-Hant-TW", "zh-hant-tw", "zh"),
    ("de-12345678", "de-12345678", "de"),
  ])
  func `a tag is kept in lower case`(text: String, tag: String, primary: String) throws {
    let language = try #require(LanguageTag(text))
    #expect(language.tag == tag)
    #expect(language.primary == primary)
  }

  @Test(arguments: [
    "", "c", "-", "cy-", "-cy", "cy--x", "welsh", "c1", "cy_GB", "cy GB", "cy-123456789",
    "ŵy", "en-abcdefgh-abcdefgh-abcdefgh-abcdefgh",
  ])
  func `what is no tag is none`(text: String) {
    #expect(LanguageTag(text) == nil)
  }
}
