/// How a site answers that is well run.
enum Site {
  /// A front page at `/`, no robots.txt, and a true 404 for all else.
  static func healthy(_ ask: Ask) -> Reply {
    ask.path == "/" ? .html(front) : .html(notFound, status: 404)
  }

  /// The site's front page.
  static var front: Page {
    Page("Diogelu Cymru: safeguarding in Wales", seed: "front").with { page in
      page.heading = "Welcome"
      page.sentences = 16
    }
  }

  /// What a well-run site says to an unknown address.
  static var notFound: Page {
    Page("Page not found", seed: "404").with { page in
      page.sentences = 0
      page.before = "<p>Sorry, there is no page at this address.</p>"
    }
  }

  /// The same in Welsh.
  static var notFoundCy: Page {
    Page("Heb ddod o hyd i'r dudalen", language: "cy", seed: "404").with { page in
      page.sentences = 0
      page.before = "<p>Mae'n ddrwg gennym, nid oes tudalen yn y cyfeiriad hwn.</p>"
    }
  }
}
