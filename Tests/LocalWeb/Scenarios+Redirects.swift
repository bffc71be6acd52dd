import Records

/// Links that lead on and end well.
extension Scenarios {
  static var goodRedirects: [Corner] {
    let plain = [301, 308].map { code in
      Corner.page(
        "redirect-\(code)", .always(.moved), broken: false, "\(code) to its new address."
      ) { ask in .redirect(code, ask.link(ask.label, "/new/resource")) }
      .landing("/new/resource")
    }
    let temporary = [302, 303, 307].map { code in
      Corner.page(
        "redirect-\(code)", .always(.redirected), broken: false, "\(code) to another address."
      ) { ask in .redirect(code, ask.link(ask.label, "/current/resource")) }
      .landing("/current/resource")
    }
    return plain + temporary + [
      .page("redirect-chain-3", .always(.moved), broken: false, "Three permanent redirects.") {
        .redirect(301, $0.link($0.label, "/hop/2"))
      }.hops(to: "/new/resource", code: 301),
      .page("redirect-chain-8", .always(.redirected), broken: false, "Eight redirects.") {
        .redirect(302, $0.link($0.label, "/hop/7"))
      }.hops(to: "/new/resource", code: 302),
      .page(
        "redirect-permanent-then-not", .always(.redirected), broken: false,
        "301 and then 302: where it ends is not for good."
      ) { .redirect(301, $0.link($0.label, "/hop/1")) }
      .hops(to: "/new/resource", code: 302),
      .page("redirect-by-path", .always(.moved), broken: false, "Location is only a path.") { _ in
        .redirect(301, "/new/resource")
      }.landing("/new/resource"),
      .page("redirect-relative", .always(.moved), broken: false, "Location is `../new/…`.") { _ in
        .redirect(301, "../new/resource")
      }.landing("/new/resource"),
      .page(
        "redirect-by-host", .always(.moved), broken: false, "Location begins with `//`."
      ) { ask in
        .redirect(301, String(ask.link(ask.label, "/new/resource").dropFirst("http:".count)))
      }.landing("/new/resource"),
      .page(
        "redirect-loud-scheme", .always(.moved), broken: false, "Location begins with `HTTP://`."
      ) { .redirect(301, "HTTP" + $0.link($0.label, "/new/resource").dropFirst(4)) }
      .landing("/new/resource"),
      .page("redirect-with-blanks", .always(.moved), broken: false, "Location has blanks in it.") {
        .redirect(301, $0.link($0.label, "/new/the resource"))
      }.landing("/new/the resource"),
      .page("redirect-welsh-letters", .always(.moved), broken: false, "Location has a raw ŷ in it.")
      { _ in .redirect(301, "/newydd/t\u{177}") }
      .landing("/newydd/t\u{177}"),
      .page("redirect-slash", .always(.moved), broken: false, "301 to the same with a slash.") {
        .redirect(301, $0.link($0.label, "/adnoddau/resource/"))
      }.landing("/adnoddau/resource/"),
      .page(
        "redirect-to-fragment", .always(.redirected), broken: false, "302 to a part of a page."
      ) { .redirect(302, $0.link($0.label, "/new/resource#part-2")) }
      .landing("/new/resource"),
    ]
  }

  static var moreGoodRedirects: [Corner] {
    [
      .page("redirect-to-https", .always(.moved), broken: false, "301 to https.", others: [secure])
      {
        ask in .redirect(301, ask.link("redirect-to-https-host", "/new/resource"))
      },
      .site(
        "redirect-to-plain", path: "/old", scheme: .https(.good), .always(.redirected),
        broken: false, "302 from https to http.",
        others: [Host("plain-host") { Self.resource($0, "redirect-to-plain") }]
      ) { ask in .redirect(302, ask.link("plain-host", "/resource")) },
      .site(
        "redirect-renamed", dns: "stop-it-now.test", .always(.moved), broken: false,
        "The charity was renamed: 301 to the same resource on its new host.",
        others: [
          Host("renamed", dns: "lucy-faithfull.test") { Self.resource($0, "redirect-renamed") }
        ]
      ) { ask in .redirect(301, ask.link("renamed", "/resource")) },
      .site(
        "redirect-hosted", dns: "publications.test", .always(.redirected), broken: false,
        "302 to a storage host that holds the resource.",
        others: [
          Host("hosted", dns: "storage.test") { Self.resource($0, "redirect-hosted") }
        ]
      ) { ask in .redirect(302, ask.link("hosted", "/resource")) },
      .site(
        "redirect-to-www", dns: "childnet.test", .always(.moved), broken: false,
        "301 to www.",
        others: [Host("www", dns: "www.childnet.test") { Self.resource($0, "redirect-to-www") }]
      ) { ask in .redirect(301, ask.link("www", ask.path)) },
      .page(
        "redirect-for-cookie", .always(.redirected, or: [.alive]), broken: false,
        "It leads to itself until it sees its cookie again."
      ) { ask in
        ask.headers["cookie"]?.contains("seen=1") == true
          ? ask.fine
          : .redirect(302, ask.link(ask.label, ask.path), [("Set-Cookie", "seen=1; Path=/")])
      },
      .page(
        "redirect-with-credentials", .always(.redirected, or: [.moved]), broken: false,
        "Location names a user and a password; browsers come through."
      ) { ask in
        .redirect(302, "http://guest:guest@" + ask.link(ask.label, "/open/resource").dropFirst(7))
      }.landing("/open/resource"),
      .page(
        "refresh-at-once", .always(.redirected, or: [.moved, .alive]), broken: false,
        "A page that leads on by a refresh after 0 seconds."
      ) { ask in
        .html(
          """
          <html><head><title>Redirecting</title>
          <meta http-equiv="refresh" content="0; url=/new/resource"></head>
          <body><a href="/new/resource">Continue</a></body></html>
          """)
      }.landing("/new/resource"),
      .site(
        "front-page-by-language", path: "/", .always(.redirected), broken: false,
        "The record is of the site; its front page leads to /en/."
      ) { ask in
        switch ask.path {
        case "/": .redirect(302, ask.link(ask.label, "/en/"))
        case "/en/": ask.fine
        default: Site.healthy(ask)
        }
      },
      sharedEdition,
    ]
  }

  /// Three addresses that became one page, which is the resource.
  private static var sharedEdition: Corner {
    let title = (
      "Keeping us safe: everything in one place", "Ein cadw'n ddiogel: popeth mewn un lle"
    )
    let note = "Parts of a booklet that is one page now: 301 to that page, with the same title."
    return Corner.site(
      "shared-edition-1", path: "/booklet/1", title: title, .always(.moved), broken: false, note
    ) { ask in
      if ask.path == "/booklet" { return .html(ask.page) }
      return ask.path.hasPrefix("/booklet/")
        ? .redirect(301, ask.link(ask.label, "/booklet")) : Site.healthy(ask)
    }
    .and(
      "shared-edition-2", path: "/booklet/2", title: title, .always(.moved), broken: false, note
    )
    .and(
      "shared-edition-3", path: "/booklet/3", title: title, .always(.moved), broken: false, note)
  }

  private static var secure: Host {
    Host("redirect-to-https-host", scheme: .https(.good)) { resource($0, "redirect-to-https") }
  }

  /// The resource of the scenario `name` on another host.
  static func resource(_ ask: Ask, _ name: String) -> Reply { .html(ask.page(of: name)) }
}

extension Ask {
  /// The page of another scenario: its titles and text.
  func page(of name: String) -> Page {
    let record = directory.records[name] ?? self.record
    var ask = self
    ask.record = record
    ask.label = name
    return ask.page
  }
}

extension Corner {
  /// The same corner, where the resource stands at `path` too.
  func landing(_ path: String) -> Corner {
    onSite { $0.path == path ? $0.fine : nil }
  }

  /// The same corner with `/hop/N` leading to `/hop/N-1` and in the end to `path`.
  func hops(to path: String, code: Int) -> Corner {
    landing(path).onSite { ask in
      guard ask.path.hasPrefix("/hop/"), let left = Int(ask.path.dropFirst(5)) else { return nil }
      return .redirect(code, ask.link(ask.label, left <= 1 ? path : "/hop/\(left - 1)"))
    }
  }
}
