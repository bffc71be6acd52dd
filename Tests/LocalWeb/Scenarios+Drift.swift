import Records

/// Pages that become other pages, and pages that only change as pages do.
extension Scenarios {
  static var drift: [Corner] {
    [
      .page(
        "replaced", .days(.alive, .drifted, .drifted), broken: true,
        "Another page, about another matter, since the second run."
      ) { ask in ask.day == 0 ? ask.fine : .html(Self.annualMeeting) },
      .page(
        "replaced-long-address", path: "/node/1187", .days(.alive, .alive, .drifted), broken: true,
        "Another page since the third run."
      ) { ask in ask.day < 7 ? ask.fine : .html(Self.annualMeeting) },
      .page(
        "welsh-becomes-english", path: "/cy/adnoddau/resource", languages: ["cy"],
        .days(.alive, .drifted, .drifted), broken: true,
        "A Welsh page that answers in English since the second run."
      ) { ask in
        ask.day == 0
          ? ask.fine : .html(Page(ask.record.titleEn, language: "en", seed: "translated"))
      },
      .page(
        "english-becomes-welsh", .days(.alive, .drifted, .drifted), broken: true,
        "An English page that answers in Welsh since the second run."
      ) { ask in
        ask.day == 0
          ? ask.fine : .html(Page(ask.record.titleCy, language: "cy", seed: "translated"))
      },
      .page(
        "welsh-in-english", path: "/cy/adnoddau/resource", languages: ["cy"], .always(.drifted),
        broken: true, "The record says Welsh; the page was English from the first."
      ) { .html(Page($0.record.titleEn, language: "en", seed: $0.label)) },
      .page(
        "welsh-redirected-to-english", path: "/cy/adnoddau/resource", languages: ["cy"],
        .always(.drifted), broken: true, "The Welsh address leads to the English page."
      ) { ask in .redirect(302, ask.link(ask.label, "/en/resource")) }
      .onSite { ask in
        ask.path == "/en/resource"
          ? .html(Page(ask.record.titleEn, language: "en", seed: ask.label)) : nil
      },
      .page(
        "pdf-becomes-page", path: "/files/guide.pdf", mediaType: "application/pdf",
        .days(.alive, .drifted, .drifted), broken: true,
        "A PDF, and since the second run a page that lists other publications."
      ) { ask in
        ask.day == 0
          ? .file("application/pdf", Files.pdf(ask.record.titleEn))
          : .html(Page("Our publications", seed: "publications"))
      },
    ]
  }

  static var soundDrift: [Corner] {
    [
      .page("edited", .alive, broken: false, "Two sentences of thirty are new each time.") { ask in
        .html(
          ask.page.with { page in
            let new = Prose.sentences(2, language: "en", seed: "edit \(ask.day)")
            page.after = "<p>\(new.joined(separator: " "))</p>"
          })
      },
      .page("extended", .alive, broken: false, "A new section, a third as long as the page.") {
        ask in
        .html(ask.page.with { $0.sentences = ask.day == 0 ? 32 : 44 })
      },
      .page("ticker", .alive, broken: false, "Other news, date and time on each visit.") { ask in
        .html(
          ask.page.with { page in
            let news = Prose.sentences(5, language: "en", seed: "\(UInt64.random(in: 0...9_999))")
            page.before = """
              <aside><p>\(Clock.httpDate(inSeconds: 0, day: ask.day))</p>
              <ul>\(news.map { "<li>\($0)</li>" }.joined())</ul></aside>
              """
          })
      },
      .page("nonce", .alive, broken: false, "Other tokens in scripts and forms on each visit.") {
        ask in
        let token = String(UInt64.random(in: 0...UInt64.max), radix: 36)
        return .html(
          ask.page.with { page in
            page.inHead = "<script nonce=\"\(token)\">var session = \"\(token)\";</script>"
            page.after = "<form><input type=\"hidden\" name=\"csrf\" value=\"\(token)\"></form>"
          })
      },
      .page("visit-counter", .alive, broken: false, "It counts its visitors.") { ask in
        .html(
          ask.page.with {
            $0.after = "<p>You are visitor number \(Int.random(in: 10_000...99_999)).</p>"
          })
      },
      .page(
        "title-changed", .alive, broken: false,
        "The title element says something else since the second run; heading and text are the same."
      ) { ask in
        .html(
          ask.page.with { page in
            page.heading = ask.record.titleEn
            if ask.day > 0 { page.title = "Resource library" }
          })
      },
      .page(
        "title-of-site-only", .alive, broken: false,
        "The title element was never more than the site's name."
      ) { ask in
        .html(
          ask.page.with { page in
            page.title = "Diogelu Cymru"
            page.heading = ask.record.titleEn
          })
      },
      .page("title-reworded", .alive, broken: false, "The page words its title a little otherwise.")
      { ask in
        let words = ask.record.titleEn.split(separator: ":")
        return .html(
          ask.page.with { $0.title = "\(words.last ?? "") – \(words.first ?? "")" })
      },
      .page("redesigned", .alive, broken: false, "Other markup and menus, the same text.") { ask in
        guard ask.day > 0 else { return ask.fine }
        let page = ask.page
        return .html(
          """
          <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>\(page.title)</title>
          </head><body><header><a href="/">Start</a> <a href="/topics">Topics</a></header>
          <article><header><h1>\(page.title)</h1></header>
          \(page.text.map { "<div class=\"line\">\($0)</div>" }.joined(separator: "\n"))
          </article></body></html>
          """)
      },
      .page("banner", .alive, broken: false, "A cookie notice and a notice of snow since day 3.") {
        ask in
        .html(
          ask.page.with { page in
            guard ask.day > 0 else { return }
            page.before = """
              <div role="dialog"><p>We use cookies to make this site work. Choose which cookies you
              accept.</p></div><p>Our office is closed because of snow.</p>
              """
          })
      },
      .page("two-templates", .alive, broken: false, "One of two frames by chance, the same text.") {
        ask in
        .html(
          ask.page.with { page in
            if Bool.random() {
              page.before = "<p>Was this page useful? Tell us what you think.</p>"
            }
            if Bool.random() { page.after = "<p>Share this page with a friend or colleague.</p>" }
          })
      },
      .page(
        "welsh-mutated-title", languages: ["cy"],
        title: ("Keeping children safe at home", "Diogelu plant yn y cartref"), .alive,
        broken: false, "The page's title is mutated: Ddiogelu blant."
      ) { ask in
        .html(ask.page.with { $0.title = "Canllaw ar ddiogelu plant yn y cartref" })
      },
      .page(
        "welsh-with-english-menu", languages: ["cy"], .alive, broken: false,
        "A Welsh page in an English frame."
      ) { ask in
        .html(
          ask.page.with { page in
            page.before = "<p>Home. About us. Contact. Search this site. Accessibility.</p>"
          })
      },
    ]
  }

  private static var annualMeeting: Page {
    Page("Annual general meeting 2026", seed: "agm").with { page in
      page.sentences = 0
      page.before = String(
        repeating: """
          <p>Members will elect the treasurer and vote on the accounts. Tea is served in the hall
          from ten. Parking is behind the library. Proxy forms must reach the clerk by Friday.</p>
          """, count: 6)
    }
  }
}
