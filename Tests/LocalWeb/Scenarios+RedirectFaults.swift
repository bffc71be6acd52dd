import Records

/// Links that lead on to nothing, or to what they were not.
extension Scenarios {
  static var badRedirects: [Corner] {
    let schemes = [
      ("ftp", "ftp://127.0.0.1/pub/guide.pdf"), ("javascript", "javascript:alert(1)"),
      ("file", "file:///etc/passwd"), ("mailto", "mailto:help@example.org"),
      ("data", "data:text/html,hello"), ("nonsense", "http://"),
      ("metadata", "http://169.254.169.254/latest/"),
    ].map { name, target in
      Corner.page(
        "redirect-to-\(name)", .failing, broken: true, "It leads to \(target)."
      ) { _ in .redirect(302, target) }
    }
    return schemes + [
      .page("redirect-to-port-22", .failing, broken: true, "It leads to port 22.") { ask in
        let entry = ask.directory.entries[ask.label]
        return .redirect(302, "http://\(entry?.address ?? ""):22/")
      },
      .page("redirect-nowhere", .failing, broken: true, "302 without Location.") { _ in
        .status(302, [("Content-Type", "text/html")], body: Array("Found".utf8))
      },
      .page("redirect-empty", .failing, broken: true, "302 to itself by an empty Location.") { _ in
        .redirect(302, "")
      },
      .page("redirect-loop", .failing, broken: true, "Two pages that lead to each other.") { ask in
        .redirect(302, ask.link(ask.label, "/other"))
      }.onSite { ask in
        ask.path == "/other" ? .redirect(302, ask.link(ask.label, "/adnoddau/resource")) : nil
      },
      .page("redirect-to-itself", .failing, broken: true, "301 to itself, for ever.") { ask in
        .redirect(301, ask.link(ask.label, ask.path))
      },
      .page("redirect-chain-30", .failing, broken: true, "Thirty redirects; browsers give up.") {
        .redirect(302, $0.link($0.label, "/hop/29"))
      }.hops(to: "/new/resource", code: 302),
      .site("redirect-endless", .failing, broken: true, "Each address leads to a new one.") { ask in
        .redirect(302, ask.link(ask.label, "/to/\(Int.random(in: 0..<1_000_000_000))"))
      },
      .page("redirect-to-404", .failing, broken: true, "301 to a page that is 404.") { ask in
        .redirect(301, ask.link(ask.label, "/new/nothing"))
      },
      .page("redirect-to-410", .gone, broken: true, "301 to a page that is 410.") { ask in
        .redirect(301, ask.link(ask.label, "/new/gone"))
      }.onSite { $0.path == "/new/gone" ? .html(Site.notFound, status: 410) : nil },
      .page("redirect-to-500", .failing, broken: true, "302 to a page that is 500.") { ask in
        .redirect(302, ask.link(ask.label, "/new/error"))
      }.onSite { $0.path == "/new/error" ? .html("<h1>Error</h1>", status: 500) : nil },
      .page(
        "redirect-to-silence", .unreachable, broken: true, "302 to a host where nobody listens.",
        others: [Host("silent-target", scheme: .silent) { _ in .raw("", .close) }]
      ) { ask in .redirect(302, ask.link("silent-target", "/")) },
      .page(
        "redirect-to-wall", .always(.blocked), broken: false, "302 to a page that is 403.",
        others: [Host("wall-target") { _ in .html("<h1>Forbidden</h1>", status: 403) }]
      ) { ask in .redirect(302, ask.link("wall-target", "/")) },
    ]
  }

  /// Links that lead to what is not the resource, though all is 200.
  static var lostRedirects: [Corner] {
    [
      .page(
        "redirect-to-front-page", .always(.softNotFound), broken: true,
        "A deep link that leads to the site's front page."
      ) { ask in .redirect(302, ask.link(ask.label, "/")) },
      .page(
        "redirect-to-front-page-for-good", .always(.softNotFound), broken: true,
        "The same by 301."
      ) { ask in .redirect(301, ask.link(ask.label, "/")) },
      .page(
        "redirect-to-welsh-front-page", path: "/cy/adnoddau/resource", languages: ["cy"],
        .always(.softNotFound), broken: true, "A deep link that leads to /cy/."
      ) { ask in .redirect(302, ask.link(ask.label, "/cy/")) }
      .onSite { ask in
        ask.path == "/cy/"
          ? .html(
            Page("Diogelu Cymru", language: "cy", seed: "front-cy").with { $0.heading = "Croeso" })
          : nil
      },
      .page(
        "redirect-to-error-page", .always(.softNotFound), broken: true,
        "302 to /404, which answers 200 and says that nothing was found."
      ) { ask in .redirect(302, ask.link(ask.label, "/404")) }
      .onSite { $0.path == "/404" ? .html(Site.notFound) : nil },
      .page(
        "redirect-to-welsh-error-page", languages: ["cy"], .always(.softNotFound), broken: true,
        "302 to /heb-ei-ganfod, which answers 200 and says so in Welsh."
      ) { ask in .redirect(302, ask.link(ask.label, "/heb-ei-ganfod")) }
      .onSite { $0.path == "/heb-ei-ganfod" ? .html(Site.notFoundCy) : nil },
      .site(
        "redirect-to-strangers", dns: "safeguarding-network.test", .always(.parked), broken: true,
        "The name was sold: it leads to a shop for garden furniture.",
        others: [Host("garden", dns: "garden-furniture.test") { _ in .html(Self.garden) }]
      ) { ask in .redirect(301, ask.link("garden", "/")) },
      .site(
        "redirect-front-to-strangers", path: "/", dns: "young-voices.test", .always(.parked),
        broken: true, "The record is of a site whose name leads to a stranger's page now.",
        others: [Host("garden-2", dns: "garden-chairs.test") { _ in .html(Self.garden) }]
      ) { ask in .redirect(302, ask.link("garden-2", "/offers")) },
      sharedTarget,
    ]
  }

  /// Four links of a site that was rebuilt: all lead to one page that is about none of them.
  private static var sharedTarget: Corner {
    let note = "A rebuilt site sends all its old addresses to one page of news."
    return Corner.site(
      "shared-target-1", path: "/old/1", .always(.softNotFound), broken: true, note
    ) { ask in
      if ask.path.hasPrefix("/old/") { return .redirect(301, ask.link(ask.label, "/news/")) }
      return ask.path == "/news/"
        ? .html(Page("Latest news from our network", seed: "news")) : Site.healthy(ask)
    }
    .and("shared-target-2", path: "/old/2", .always(.softNotFound), broken: true, note)
    .and("shared-target-3", path: "/old/3", .always(.softNotFound), broken: true, note)
    .and("shared-target-4", path: "/old/4", .always(.softNotFound), broken: true, note)
  }

  /// A shop that has nothing to do with anything here.
  static var garden: Page {
    Page("Teak benches and patio sets", seed: "garden").with { page in
      page.sentences = 0
      page.site = "Benches Direct"
      page.before = String(
        repeating: """
          <p>Solid teak benches for every patio. Free delivery on all parasols this week only.
          Our cushions are washable and our oak tables last a lifetime. Order before noon.</p>
          """, count: 6)
    }
  }
}
