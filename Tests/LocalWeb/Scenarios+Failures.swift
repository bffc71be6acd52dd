import Records

/// Answers that say that something is wrong, and whether it stays so.
extension Scenarios {
  static var failures: [Corner] {
    [
      .page("not-found", .failing, broken: true, "404 each time.") { _ in
        .html(Site.notFound, status: 404)
      },
      .page(
        "not-found-welsh", languages: ["cy"], .failing, broken: true, "404 each time, in Welsh."
      ) { _ in .html(Site.notFoundCy, status: 404) },
      .page(
        "not-found-with-page", .failing, broken: true,
        "404 each time, with the site's usual text around it."
      ) { .html($0.page.with { $0.title = "Not found" }, status: 404) },
      .page("gone", .gone, broken: true, "410 each time.") { _ in
        .html(Site.notFound, status: 410)
      },
      .page("server-error", .failing, broken: true, "500 each time.") { _ in
        .html("<h1>Internal Server Error</h1>", status: 500)
      },
      .page("bad-gateway", .failing, broken: true, "502 each time.") { _ in
        .html("<h1>Bad Gateway</h1>", status: 502)
      },
      .page("server-error-once", .alive, broken: false, "500 at first, well at once after.") {
        ask in
        ask.earlier == 0 ? .html("<h1>Error</h1>", status: 500) : ask.fine
      },
      .page("bad-gateway-once", .alive, broken: false, "502 at first, well at once after.") { ask in
        ask.earlier == 0 ? .html("<h1>Bad Gateway</h1>", status: 502) : ask.fine
      },
      early("server-error-first-day", 500, .suspected),
      early("bad-gateway-first-day", 502, .suspected),
      early("gateway-timeout-first-day", 504, .suspected),
      early("not-found-first-day", 404, .suspected),
      early("gone-first-day", 410, .suspected),
      .page(
        "not-found-later", .days(.alive, .suspected, .suspected), broken: true,
        "It was there on the first day, 404 since."
      ) { ask in ask.day == 0 ? ask.fine : .html(Site.notFound, status: 404) },
      .page(
        "gone-later", .days(.alive, .suspected, .gone), broken: true,
        "It was there on the first day, 410 since."
      ) { ask in ask.day == 0 ? ask.fine : .html(Site.notFound, status: 410) },
      .page(
        "not-found-now-and-then", .days(.suspected, .alive, .suspected), broken: nil,
        "404, then there, then 404 again."
      ) { ask in ask.day == 3 ? ask.fine : .html(Site.notFound, status: 404) },
      .page(
        "not-found-in-the-middle", .days(.alive, .suspected, .alive), broken: false,
        "There, 404 for a day, and there again."
      ) { ask in ask.day == 3 ? .html(Site.notFound, status: 404) : ask.fine },
    ]
  }

  static var oddStatuses: [Corner] {
    let failing = [
      (418, "A teapot each time."), (400, "400 to everybody."), (520, "The CDN cannot reach it."),
      (507, "The disk is full, each time."),
    ].map { code, note in
      Corner.page("status-\(code)", .failing, broken: true, note) { _ in
        .html("<h1>Error \(code)</h1>", status: code)
      }
    }
    return failing + [
      .page(
        "status-451", .always(.blocked, or: [.suspected, .dead]), broken: nil,
        "Held back for legal reasons: nobody can tell from where."
      ) { _ in .html("<h1>Unavailable For Legal Reasons</h1>", status: 451) },
      .page("status-304-unasked", .failing, broken: true, "304 though nobody has it.") { _ in
        .status(304)
      },
      .page("status-204", .failing, broken: true, "No content: the browser stays where it is.") {
        _ in .status(204)
      },
      .page("status-206-unasked", .alive, broken: false, "206 with all of the page.") { ask in
        let body = Array(ask.page.html.utf8)
        return .status(
          206,
          [
            ("Content-Type", "text/html; charset=utf-8"),
            ("Content-Range", "bytes 0-\(body.count - 1)/\(body.count)"),
          ], body: body)
      },
      .page("status-203", .alive, broken: false, "203: passed on by a proxy that changed it.") {
        .html($0.page, status: 203)
      },
      .page(
        "status-300", .always(.alive, or: [.redirected]), broken: false,
        "300 with the resource's title and a choice of its two forms."
      ) { ask in
        .html(
          ask.page.with { $0.before = "<a href=\"/a.pdf\">PDF</a> <a href=\"/a.html\">Page</a>" },
          status: 300)
      },
    ]
  }

  /// A link that fails on the first day only.
  private static func early(_ name: String, _ code: Int, _ state: LinkState) -> Corner {
    .page(
      name, .days(state, .alive, .alive), broken: false, "\(code) on the first day, well since."
    ) { ask in
      ask.day == 0 ? .html("<h1>Error \(code)</h1>", status: code) : ask.fine
    }
  }
}
