import Records

/// Servers that answer HEAD otherwise than GET.
extension Scenarios {
  static var lyingHeads: [Corner] {
    let refusing = [405, 403, 404, 501, 500, 400, 503].map { code in
      Corner.page(
        "head-\(code)", .alive, broken: false, "HEAD is answered \(code), GET is well."
      ) { ask in
        ask.method == "HEAD" ? .status(code, [("Content-Type", "text/html")]) : ask.fine
      }
    }
    return refusing + [
      .page("head-hangs", .alive, broken: false, "HEAD is never answered, GET is well.") { ask in
        ask.method == "HEAD" ? .raw("", .hang) : ask.fine
      },
      .page(
        "head-closes", .alive, broken: false, "HEAD ends the connection without a word."
      ) { ask in ask.method == "HEAD" ? .raw("", .close) : ask.fine },
      .page("head-resets", .alive, broken: false, "HEAD resets the connection.") { ask in
        ask.method == "HEAD" ? .raw("", .reset) : ask.fine
      },
      .page("head-has-body", .alive, broken: false, "HEAD is answered with head and body.") { ask in
        let reply = ask.fine
        guard ask.method == "HEAD" else { return reply }
        return Reply(head: [], body: [.send(reply.head)] + reply.body, end: .close)
      },
      .page(
        "head-of-another-type", path: "/files/toolkit.pdf", mediaType: "application/pdf", .alive,
        broken: false, "HEAD says text/html, GET brings the PDF."
      ) { ask in
        ask.method == "HEAD"
          ? .status(200, [("Content-Type", "text/html")])
          : .file("application/pdf", Files.pdf(ask.record.titleEn))
      },
      .page(
        "head-redirects", .alive, broken: false, "HEAD is sent to the front page, GET is well."
      ) { ask in
        ask.method == "HEAD" ? .redirect(302, ask.link(ask.label, "/")) : ask.fine
      },
      .page("head-200-get-404", .failing, broken: true, "HEAD is well, GET is 404.") { ask in
        ask.method == "HEAD"
          ? .status(200, [("Content-Type", "text/html")]) : .html(Site.notFound, status: 404)
      },
      .page("head-200-get-410", .gone, broken: true, "HEAD is well, GET is 410.") { ask in
        ask.method == "HEAD"
          ? .status(200, [("Content-Type", "text/html")]) : .html(Site.notFound, status: 410)
      },
    ]
  }
}
