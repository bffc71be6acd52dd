import Records

/// Links that are well, as most are.
extension Scenarios {
  static var ordinary: [Corner] {
    [
      .page("ordinary-page", .alive, broken: false, "An ordinary page.") { $0.fine },
      .page(
        "ordinary-welsh-page", path: "/adnoddau/diogelwch", languages: ["cy"], .alive,
        broken: false, "An ordinary page in Welsh."
      ) { $0.fine },
      .page(
        "bilingual-page", languages: ["en", "cy"], .alive, broken: false,
        "English and Welsh side by side."
      ) { ask in
        .html(
          ask.page.with { page in
            page.title = "\(ask.record.titleEn) / \(ask.record.titleCy)"
            let welsh = Prose.sentences(24, language: "cy", seed: "bilingual")
            page.after = "<section lang=\"cy\"><p>\(welsh.joined(separator: " "))</p></section>"
          })
      },
      .site("front-page", path: "/", .alive, broken: false, "The record is of the site itself.") {
        ask in
        ask.path == "/"
          ? .html(ask.page.with { $0.site = "Diogelu Cymru" }) : Site.healthy(ask)
      },
      .page(
        "query-address", path: "/resource?id=4711&lang=en", .alive, broken: false,
        "The query is what tells the page from others."
      ) { ask in
        ask.query == "id=4711&lang=en" ? ask.fine : .html(Site.notFound, status: 404)
      },
      .page(
        "welsh-letters-in-path", path: "/adnoddau/t%C5%B7-diogel", .alive, broken: false,
        "A path with ŷ, percent-encoded."
      ) { $0.fine },
      .site(
        "robots-forbid", .alive, broken: false,
        "robots.txt wants no programs; people see the page."
      ) { ask in
        switch ask.path {
        case "/robots.txt": .file("text/plain", Array("User-agent: *\nDisallow: /\n".utf8))
        case "/adnoddau/resource": ask.fine
        default: Site.healthy(ask)
        }
      },
      .page(
        "conditional", .alive, broken: false,
        "It has an entity tag and answers 304 to who has it already."
      ) { ask in
        ask.headers["if-none-match"] == "\"v1\""
          ? .status(304, [("ETag", "\"v1\"")]) : .html(ask.page, [("ETag", "\"v1\"")])
      },
      .page("slow-page", .alive, broken: false, "It thinks for a second, then all is well.") {
        ask in
        var reply = ask.fine
        reply.body.insert(.pause(milliseconds: 900), at: 0)
        return reply
      },
      .page("long-page", .alive, broken: false, "An honest page of a megabyte.") { ask in
        .html(ask.page.with { $0.sentences = 12_000 })
      },
      .page(
        "script-page", .alive, broken: false,
        "The text is brought by a script; other addresses answer 404."
      ) { ask in .html(Self.shell(ask.record.titleEn)) },
      .site(
        "script-site", .always(.alive, or: [.unknown]), broken: false,
        "A site whose every address answers the same script shell; the resource is there."
      ) { ask in .html(Self.shell("Diogelu Cymru")) },
      .page("little-text", .alive, broken: false, "A film and a caption, nothing more.") { ask in
        .html(
          ask.page.with { page in
            page.sentences = 1
            page.before = "<video src=\"/film.mp4\" controls></video>"
          })
      },
      .page(
        "empty-answer", .always(.alive, or: [.suspected, .softNotFound, .drifted]), broken: nil,
        "200 and not a byte: people would not agree what it is."
      ) { _ in .status(200, [("Content-Type", "text/html")]) },
    ]
  }

  static var plainTypes: [Corner] {
    [
      .page(
        "ordinary-pdf", path: "/files/guide.pdf", mediaType: "application/pdf", .alive,
        broken: false, "An ordinary PDF."
      ) { .file("application/pdf", Files.pdf($0.record.titleEn)) },
      .page(
        "pdf-as-octets", path: "/download/guide", mediaType: "application/pdf", .alive,
        broken: false, "A PDF that says of itself application/octet-stream."
      ) { .file("application/octet-stream", Files.pdf($0.record.titleEn)) },
      .page(
        "pdf-new-edition", path: "/files/report.pdf", mediaType: "application/pdf", .alive,
        broken: false, "The PDF is another file on each visit, as when a date is printed on it."
      ) { .file("application/pdf", Files.pdf($0.record.titleEn + " day \($0.day)")) },
      .page(
        "pdf-attachment", path: "/files/plan.pdf", mediaType: "application/pdf", .alive,
        broken: false, "A PDF that wants to be saved."
      ) { ask in
        .status(
          200,
          [
            ("Content-Type", "application/pdf"),
            ("Content-Disposition", "attachment; filename=\"plan.pdf\""),
          ], body: Files.pdf(ask.record.titleEn))
      },
      .page(
        "ordinary-video", path: "/films/party.mp4", mediaType: "video/mp4", .alive, broken: false,
        "A film."
      ) { _ in .file("video/mp4", Files.video) },
      .page(
        "ordinary-poster", path: "/posters/a3.png", mediaType: "image/png", .alive, broken: false,
        "A poster."
      ) { _ in .file("image/png", Files.image) },
      .page(
        "ordinary-slides", path: "/files/slides.pptx",
        mediaType: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        .alive, broken: false, "Slides."
      ) { ask in .file(ask.record.mediaType, Array("PK\u{3}\u{4}slides".utf8)) },
      .page("page-as-plain-text", .alive, broken: false, "HTML that says it is plain text.") {
        ask in
        .file("text/plain", Array(ask.page.html.utf8))
      },
      .page("no-content-type", .alive, broken: false, "A page that does not say what it is.") {
        .status(200, body: Array($0.page.html.utf8))
      },
      .page("nonsense-content-type", .alive, broken: false, "A page of type `html; ;=`.") {
        .status(200, [("Content-Type", "html; ;=")], body: Array($0.page.html.utf8))
      },
    ]
  }

  /// A page that is nothing without its script.
  static func shell(_ title: String) -> String {
    """
    <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>\(title)</title>
    <script src="/app.js" defer></script></head><body><div id="root"></div>
    <noscript>You need to enable JavaScript to run this app.</noscript></body></html>
    """
  }
}
