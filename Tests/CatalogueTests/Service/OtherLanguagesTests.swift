import Catalogue
import Records
import TestSupport
import Testing

/// The other languages of the catalogue are found by a word in their script, however it is typed.
@Suite struct OtherLanguagesTests {
  private struct Version {
    var language: String
    var title: String
    var body: String
  }

  private static let versions = [
    Version(
      language: "ar", title: "دليل حماية الأطفال", body: "هٰذَا كِتَابٌ عَنْ سَلَامَةِ الأطفال. عدد ١٢٣ صفحة."),
    Version(
      language: "ur", title: "بچوں کی حفاظت", body: "والدین کے لیے رہنمائی، صفحہ ۱۲۳۔ گھریلو تشدد"),
    Version(language: "fa", title: "راهنمای ایمنی کودکان", body: "کمک به خانواده‌ها؛ شماره ۴۵۶"),
    Version(language: "ckb", title: "پاراستنی منداڵان", body: "ڕێنمایی بۆ دایک و باوک، کۆمەڵگە"),
    Version(language: "ps", title: "د ماشومانو خونديتوب", body: "د مور او پلار لپاره لارښود"),
    Version(language: "zh", title: "保护儿童指南", body: "给家长的网络安全建议。"),
    Version(language: "bn", title: "শিশু সুরক্ষা", body: "অভিভাবকদের জন্য নির্দেশিকা ১২৩"),
    Version(language: "pl", title: "Bezpieczeństwo dzieci", body: "Żółta łódź dla rodziców"),
    Version(language: "ta", title: "குழந்தை பாதுகாப்பு", body: "பெற்றோருக்கான வழிகாட்டி"),
    Version(language: "vi", title: "Bảo vệ trẻ em", body: "Hướng dẫn cho phụ huynh"),
    Version(language: "uk", title: "Безпека дітей", body: "Порадник для батьків"),
    Version(language: "ti", title: "ድሕነት ቆልዑ", body: "መምርሒ ንወለዲ"),
  ]

  private let small: SmallCatalogue
  private let catalogue: Catalogue

  init() throws {
    small = try SmallCatalogue(records: [])
    for version in Self.versions {
      try small.write(
        "page-\(version.language)", titles: ["en": version.title], language: version.language,
        body: version.body)
    }
    // Thai is no language of the vocabulary: a text of several languages.
    try small.write(
      "page-th", titles: ["en": "Thai"], language: "mul", body: "คู่มือความปลอดภัยของเด็กสำหรับผู้ปกครอง")
    try small.build()
    catalogue = try small.open()
  }

  /// Each is a word as its readers may type it, with marks or without, from one keyboard or another.
  @Test(arguments: [
    ("كتاب", "ar"), ("كِتَابٌ", "ar"), ("سلامة", "ar"), ("123", "ar"), ("١٢٣", "ar"),
    ("الأطفال", "ar"),
    ("رہنمائی", "ur"), ("رهنمائي", "ur"), ("گھریلو", "ur"), ("گهريلو", "ur"), ("۱۲۳", "ur"),
    ("کودکان", "fa"), ("كودكان", "fa"), ("خانواده‌ها", "fa"), ("خانوادهها", "fa"), ("456", "fa"),
    ("٤٥٦", "fa"), ("منداڵان", "ckb"), ("کۆمەڵگە", "ckb"), ("كۆمەڵگه", "ckb"), ("لارښود", "ps"),
    ("خونديتوب", "ps"), ("خوندیتوب", "ps"), ("儿童", "zh"), ("网络安全", "zh"), ("সুরক্ষা", "bn"),
    ("123", "bn"), ("łódź", "pl"), ("lodz", "pl"), ("ZOLTA", "pl"), ("வழிகாட்டி", "ta"),
    ("bao ve tre em", "vi"), ("Hướng dẫn", "vi"), ("huong dan", "vi"), ("батьків", "uk"),
    ("ንወለዲ", "ti"), ("ปลอดภัย", "th"), ("เด็ก", "th"),
  ])
  func `a word is found in its script`(word: String, language: String) throws {
    var request = SearchRequest(word)
    request.highlights = true
    let answer = try catalogue.search(request)
    let hit = try #require(
      answer.hits.first { $0.resource.id.slug == "page-" + language }, "\(word)")
    #expect(!answer.isRelaxed, "\(word)")
    // The marks lie on whole characters of the passage.
    let snippet = try #require(hit.snippets.first, "\(word)")
    #expect(!snippet.marks.isEmpty)
    let bytes = Array(snippet.text.utf8)
    for mark in snippet.marks {
      #expect(String(validating: bytes[mark], as: UTF8.self)?.isEmpty == false, "\(word)")
    }
  }

  @Test func `a word of one language does not find another`() throws {
    for (word, language) in [("儿童", "zh"), ("لارښود", "ps"), ("łódź", "pl"), ("ปลอดภัย", "th")] {
      let ids = try catalogue.search(SearchRequest(word)).hits.map(\.resource.id.slug)
      #expect(ids == ["page-" + language], "\(word)")
    }
  }
}
