/// A web page: title, heading and text.
struct Page: Sendable {
  /// What stands in the title element, before the site's name.
  var title: String
  /// What stands in the first heading; the title where nil.
  var heading: String?
  /// `en` or `cy`.
  var language: String
  /// What the text is made from: the same seed, the same text.
  var seed: String
  /// How many sentences of text.
  var sentences = 32
  /// HTML before the text.
  var before = ""
  /// HTML after the text.
  var after = ""
  /// The site's name.
  var site = "Diogelu Cymru"
  /// HTML in the head.
  var inHead = ""

  /// Makes a page.
  init(_ title: String, language: String = "en", seed: String) {
    self.title = title
    self.language = language
    self.seed = seed
  }

  /// The page with some of it changed.
  func with(_ change: (inout Page) -> Void) -> Page {
    var copy = self
    change(&copy)
    return copy
  }

  /// The sentences of the text.
  var text: [String] { Prose.sentences(sentences, language: language, seed: seed) }

  /// The page as HTML.
  var html: String {
    let sentences = text
    let paragraphs = stride(from: 0, to: sentences.count, by: 4).map { start in
      "<p>" + sentences[start..<min(start + 4, sentences.count)].joined(separator: " ") + "</p>"
    }
    let menu =
      language == "cy"
      ? "<a href=\"/\">Hafan</a> <a href=\"/amdanom\">Amdanom ni</a> <a href=\"/cyswllt\">Cysylltu</a>"
      : "<a href=\"/\">Home</a> <a href=\"/about\">About us</a> <a href=\"/contact\">Contact</a>"
    return """
      <!DOCTYPE html>
      <html lang="\(language)">
      <head><meta charset="utf-8"><title>\(title) | \(site)</title>\(inHead)</head>
      <body><nav>\(menu)</nav>
      <main><h1>\(heading ?? title)</h1>
      \(before)
      \(paragraphs.joined(separator: "\n"))
      \(after)
      </main>
      <footer>\(site)</footer></body></html>
      """
  }
}
