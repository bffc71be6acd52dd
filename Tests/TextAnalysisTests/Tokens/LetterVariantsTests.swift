import Testing

@testable import TextAnalysis

struct LetterVariantsTests {
  private func terms(_ text: String, _ tag: String) -> [String] {
    Analyzers.analyzer(for: tag).terms(of: text)
  }

  @Test(arguments: [
    ("کتابی", "كتابي"), ("كتابى", "كتابي"), ("ہمارا گھر", "همارا گهر"), ("کۆمەڵگە", "كۆمهڵگه"),
    ("خانواده‌ها", "خانوادهها"), ("۱۲۳ ٤٥٦ १२ ১২ ௧௨ ๑๒ １２", "123 456 12 12 12 12 12"),
  ])
  func `letters and digits that readers take to be one are one`(typed: String, plain: String) {
    #expect(terms(typed, "und") == terms(plain, "und"))
    #expect(terms(typed, "ur") == plain.split(separator: " ").map(String.init))
  }

  @Test func `letters that tell words apart stay apart`() {
    #expect(terms("آب", "fa") != terms("اب", "fa"))
    #expect(terms("ہے", "ur") != terms("ہی", "ur"))
    #expect(terms("مدرسة", "und") != terms("مدرسه", "und"))
  }

  @Test func `every variant has a form that is its own`() {
    for scalar in UInt32(0)...0xFFFF {
      let plain = LetterVariants.plain(scalar)
      #expect(LetterVariants.plain(plain) == plain)
      guard let letter = Unicode.Scalar(scalar), let digit = letter.properties.numericValue,
        plain != scalar, plain < 0x40
      else { continue }
      #expect(plain == 0x30 + UInt32(digit))
      #expect(letter.properties.numericType == .decimal)
    }
  }
}
