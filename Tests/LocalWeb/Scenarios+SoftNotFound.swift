import Records

/// Pages that say 200 and are not there, and pages that only talk about such things.
extension Scenarios {
  static var softNotFound: [Corner] {
    [
      .site(
        "wildcard", .always(.softNotFound), broken: true,
        "A site that answers 200 with `Page not found` for every address."
      ) { ask in ask.path == "/" ? .html(Site.front) : .html(Site.notFound) },
      .site(
        "wildcard-welsh", languages: ["cy"], .always(.softNotFound), broken: true,
        "The same in Welsh."
      ) { ask in ask.path == "/" ? .html(Site.front) : .html(Site.notFoundCy) },
      .site(
        "wildcard-echo", .always(.softNotFound), broken: true,
        "200 for every address, with the address in the text and no words of error in the title."
      ) { ask in
        ask.path == "/" ? .html(Site.front) : .html(Self.echo(ask))
      },
      .site(
        "wildcard-tokens", .always(.softNotFound), broken: true,
        "200 for every address, with other tokens in the text each time."
      ) { ask in
        guard ask.path != "/" else { return .html(Site.front) }
        let tokens = (0..<12).map { _ in String(UInt64.random(in: 0...UInt64.max), radix: 36) }
        return .html(
          Site.notFound.with { page in
            page.title = "Diogelu Cymru"
            page.after = tokens.map { "<p>Reference \($0)</p>" }.joined()
          })
      },
      .site(
        "wildcard-front", .always(.softNotFound), broken: true,
        "200 and the text of the front page for every address, without a redirect."
      ) { _ in .html(Site.front) },
      .site(
        "wildcard-folder", path: "/adnoddau/plant/resource", .always(.softNotFound), broken: true,
        "One folder answers 200 for every address, the rest of the site 404."
      ) { ask in
        ask.path.hasPrefix("/adnoddau/plant/")
          ? .html(
            Page("Resources for children", seed: "listing").with { page in
              page.before = "<p>Choose a resource from the list.</p>"
              page.sentences = 10
            }) : Site.healthy(ask)
      },
      .site(
        "wildcard-later", .days(.alive, .softNotFound, .softNotFound), broken: true,
        "Well on the first day; since then the site answers `Page not found` and 200 for all."
      ) { ask in
        if ask.path == "/" { return .html(Site.front) }
        return ask.day == 0 && ask.path == "/adnoddau/resource" ? ask.fine : .html(Site.notFound)
      },
      .page(
        "not-found-in-title", .always(.softNotFound), broken: true,
        "A site with true 404s, one page of which says 200 and `Page not found`."
      ) { _ in .html(Site.notFound) },
      .page(
        "not-found-in-heading", .always(.softNotFound), broken: true,
        "The title is the site's name, the heading says that the page cannot be found."
      ) { _ in
        .html(
          Site.notFound.with { page in
            page.title = "Diogelu Cymru"
            page.heading = "Sorry, we can't find that page"
          })
      },
      .page(
        "no-longer-available", .always(.softNotFound), broken: true,
        "`This content is no longer available` in the heading, and nothing else."
      ) { _ in
        .html(
          Page("Content no longer available", seed: "x").with { page in
            page.heading = "This content is no longer available"
            page.sentences = 0
          })
      },
      .page(
        "not-found-welsh-words", languages: ["cy"], .always(.softNotFound), broken: true,
        "`Nid yw'r dudalen hon ar gael` in title and heading."
      ) { _ in
        .html(
          Page("Nid yw'r dudalen hon ar gael", language: "cy", seed: "x").with { $0.sentences = 0 })
      },
      .page(
        "pdf-not-found", path: "/files/guide.pdf", mediaType: "application/pdf",
        .always(.softNotFound), broken: true, "Where a PDF was, 200 and a page `File not found`."
      ) { _ in
        .html(
          Page("File not found", seed: "x").with { page in
            page.sentences = 0
            page.before = "<p>The document you asked for does not exist.</p>"
          })
      },
    ]
  }

  static var soundNotFound: [Corner] {
    [
      .site(
        "real-page-on-wildcard", .alive, broken: false,
        "A site that answers `Page not found` and 200 for all but its real pages."
      ) { ask in ask.path == "/adnoddau/resource" ? ask.fine : .html(Site.notFound) },
      .site(
        "real-pdf-on-wildcard", path: "/files/guide.pdf", mediaType: "application/pdf", .alive,
        broken: false, "A real PDF on such a site."
      ) { ask in
        ask.path == "/files/guide.pdf"
          ? .file("application/pdf", Files.pdf(ask.record.titleEn)) : .html(Site.notFound)
      },
      .site(
        "real-page-on-front-wildcard", .alive, broken: false,
        "A site that shows its front page for all but its real pages."
      ) { ask in ask.path == "/adnoddau/resource" ? ask.fine : .html(Site.front) },
      .page(
        "article-about-not-found",
        title: (
          "Page not found: what children see",
          "Heb ddod o hyd i'r dudalen: beth mae plant yn ei weld"
        ),
        .alive, broken: false, "A long article about pages that are not found."
      ) { $0.fine },
      .page(
        "article-with-a-number",
        title: ("Room 404: a play about bullying", "Ystafell 404: drama am fwlio"),
        .alive, broken: false, "404 is the name of a room."
      ) { $0.fine },
      .page(
        "changelog", .alive, broken: false,
        "A page of changes, where this and that `has been removed` or `is no longer available`."
      ) { ask in
        .html(
          ask.page.with { page in
            page.after = """
              <ul><li>The old poster has been removed.</li><li>The 2019 form is no longer available.
              </li><li>Broken links that gave "page not found" were mended.</li></ul>
              """
          })
      },
      .page(
        "lost-and-found",
        title: ("Lost, not found: missing children", "Ar goll, heb eu canfod: plant ar goll"),
        .alive, broken: false, "`Not found` stands in the true title."
      ) { $0.fine },
      .site(
        "family-resemblance", .alive, broken: false,
        "The page shares its long frame with the site's page for unknown addresses (404)."
      ) { ask in
        let frame = Prose.sentences(30, language: "en", seed: "frame").joined(separator: " ")
        if ask.path == "/adnoddau/resource" {
          return .html(
            ask.page.with {
              $0.sentences = 8; $0.after = "<aside>\(frame)</aside>"
            })
        }
        return .html(Site.notFound.with { $0.after = "<aside>\(frame)</aside>" }, status: 404)
      },
    ]
  }

  private static func echo(_ ask: Ask) -> Page {
    Page("Diogelu Cymru", seed: "echo").with { page in
      page.heading = "Search our site"
      page.sentences = 4
      page.before = """
        <p>You asked for <b>\(ask.path)</b>. Here is what we have on \(ask.path) today: nothing.
        Try other words than \(ask.path).</p>
        """
    }
  }
}
