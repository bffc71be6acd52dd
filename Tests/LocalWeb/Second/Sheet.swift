/// A web page in the clothes of a kind of site, with words written for it.
struct Sheet: Sendable {
  /// The whole title element.
  var title: String
  /// The first heading.
  var heading: String
  /// HTML of the text.
  var body: String
  /// `en` or `cy`.
  var language = "en"
  /// What kind of site it stands on.
  var look: Look
  /// HTML in the head.
  var inHead = ""
  /// HTML before all else: banners, dialogs.
  var top = ""
  /// HTML after the text.
  var bottom = ""

  /// Makes a page with the usual title element: heading and the site's name.
  init(_ heading: String, _ look: Look, language: String = "en", _ body: String) {
    self.title = "\(heading) \(look.divider) \(look.name(language))"
    self.heading = heading
    self.body = body
    self.language = language
    self.look = look
  }

  /// The page with some of it changed.
  func with(_ change: (inout Sheet) -> Void) -> Sheet {
    var copy = self
    change(&copy)
    return copy
  }

  /// The page as HTML.
  var html: String { look.html(self) }

  /// The page as an answer.
  var reply: Reply { .html(html) }

  /// The page as an answer with a status.
  func reply(_ status: Int) -> Reply { .html(html, status: status) }
}

extension Ask {
  /// The resource in the clothes of `look`, about `topic`.
  func sheet(_ look: Look, _ topic: Topic, _ more: String = "") -> Sheet {
    let language = record.languages.first ?? "en"
    return Sheet(
      language == "cy" ? record.titleCy : record.titleEn, look, language: language,
      topic.html(language) + more)
  }
}

extension Corner {
  /// A link to one page of a site of kind `look` that is well run otherwise.
  static func link(
    _ name: String, _ look: Look, _ path: String, _ title: (String, String),
    _ course: Course, broken: Bool?, _ note: String, languages: [String] = ["en"],
    mediaType: String = "text/html", dns: String? = nil, others: [Host] = [],
    _ answer: @escaping @Sendable (Ask) -> Reply
  ) -> Corner {
    let pathOnly = Ask.decoded(String(path.prefix { $0 != "?" && $0 != "#" }))
    return Corner.site(
      name, path: path, dns: dns, languages: languages, mediaType: mediaType, title: title,
      course, broken: broken, note, others: others
    ) { ask in ask.path == pathOnly ? answer(ask) : look.usual(ask) }
  }

  /// The same corner, where `answer` stands at `path` too.
  func at(_ path: String, _ answer: @escaping @Sendable (Ask) -> Reply) -> Corner {
    onSite { $0.path == path ? answer($0) : nil }
  }
}
