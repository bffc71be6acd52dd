import Records

/// Links that lead on to the resource.
extension Scenarios {
  static var secondMoves: [Corner] {
    [
      .site(
        "www-then-slash", path: "/get-help", dns: "serenfach.test",
        title: ("Get help for your family", "Cael help i'ch teulu"), .always(.moved),
        broken: false, "301 to www, 301 to a slash.",
        others: [
          Host("www-then-slash-www", dns: "www.serenfach.test") { ask in
            switch ask.path {
            case "/get-help": .redirect(301, ask.link("www-then-slash-www", "/get-help/"))
            case "/get-help/": ask.sheet(.charity, .survivors).reply
            default: Look.charity.usual(ask)
            }
          }
        ]
      ) { ask in .redirect(301, ask.link("www-then-slash-www", ask.path)) },
      .link(
        "https-then-lower-case", .council, "/Children/Online-Safety",
        ("Online safety for carers", "Diogelwch ar-lein i ofalwyr"), .always(.moved),
        broken: false, "301 to https, and there 301 to small letters.",
        others: [
          Host("lower-case", scheme: .https(.good)) { ask in
            switch ask.path {
            case "/Children/Online-Safety":
              .redirect(301, ask.link("lower-case", "/children/online-safety"))
            case "/children/online-safety": ask.sheet(.council, .online).reply
            default: Look.council.usual(ask)
            }
          }
        ]
      ) { ask in .redirect(301, ask.link("lower-case", ask.path)) },
      .link(
        "system-of-2008", .council, "/default.aspx?page=4127",
        ("What happens after you call us", "Beth sy'n digwydd ar ôl ffonio"), .always(.moved),
        broken: false, "301 from a numbered page of an old system to a named one."
      ) { ask in
        ask.query == "page=4127"
          ? .redirect(301, "/children/after-you-call") : Look.council.notFound.reply(404)
      }
      .at("/children/after-you-call") { $0.sheet(.council, .reporting).reply },
      .link(
        "zone-became-area", .government, "/zones/online-safety/parents",
        ("Online life: help for families", "Bywyd ar-lein: help i deuluoedd"), .always(.moved),
        broken: false, "The platform gave up its zones: 301 to the area, with the title shortened."
      ) { _ in .redirect(301, "/keeping-safe-online/families/") }
      .at("/keeping-safe-online/families/") { _ in
        Sheet("Help for families", .government, Topic.online.html("en")).reply
      },
      .site(
        "short-address", path: "/3xYzQ", dns: "bitt.test",
        title: ("Is it grooming? A guide", "Ai meithrin perthynas yw hyn? Canllaw"),
        .always(.moved, or: [.redirected]), broken: false,
        "A shortened address: 301 to the page that it stands for.",
        others: [
          Host("short-target", dns: "tirdiogel.test") { ask in
            ask.path == "/guide" ? ask.sheet(.builder, .grooming).reply : Look.builder.usual(ask)
          }
        ]
      ) { ask in
        ask.path == "/3xYzQ"
          ? .redirect(301, ask.link("short-target", "/guide?utm_source=bitt"))
          : Look.builder.notFound.reply(404)
      },
      .link(
        "visit-number", .board, "/learning",
        ("Learning hub for practitioners", "Hwb dysgu i ymarferwyr"),
        .always(.redirected, or: [.alive]), broken: false,
        "302 to the same page with a number for the visit in its query."
      ) { ask in
        ask.query.isEmpty
          ? .redirect(302, "/learning?sid=\(UInt32.random(in: 0...UInt32.max))")
          : ask.sheet(.board, .disability).reply
      },
      .link(
        "by-language-of-browser", .government, "/missing-children",
        ("Missing children: code", "Plant coll: cod"), .always(.redirected), broken: false,
        "302 to /cy or /en by the browser's languages, English where it does not say."
      ) { ask in
        let welsh = ask.headers["accept-language"]?.hasPrefix("cy") ?? false
        return .redirect(302, welsh ? "/cy/plant-coll" : "/en/missing-children")
      }
      .at("/en/missing-children") { $0.sheet(.government, .grooming).reply }
      .at("/cy/plant-coll") { ask in
        Sheet(ask.record.titleCy, .government, language: "cy", Topic.reporting.html("cy")).reply
      },
      .site(
        "welsh-name-of-government", path: "/node/5512", dns: "llyw.test", languages: ["cy"],
        title: ("Keeping learners safe: statutory guidance", "Cadw dysgwyr yn ddiogel: canllawiau"),
        .always(.moved), broken: false, "301 to the site's Welsh name and a Welsh path.",
        others: [
          Host("welsh-name", dns: "llywodraeth.test") { ask in
            ask.path == "/canllawiau-dysgwyr"
              ? ask.sheet(.government, .learners).reply : Look.government.usual(ask)
          }
        ]
      ) { ask in
        ask.path == "/node/5512"
          ? .redirect(301, ask.link("welsh-name", "/canllawiau-dysgwyr"))
          : Look.government.usual(ask)
      },
      .site(
        "merged-with-page", path: "/wales/brothers-and-sisters", dns: "stopnow.test",
        title: ("When siblings harm", "Pan fydd brodyr a chwiorydd yn niweidio"), .always(.moved),
        broken: false, "The charity became part of a larger one that has the same page.",
        others: [
          Host("merged-page", dns: "faithful.test") { ask in
            ask.path == "/advice/sibling-harm"
              ? Sheet("Sibling harm", .charity, Topic.sibling.html("en"))
                .with { $0.title = "Sibling harm | The Faithful Foundation" }.reply
              : Look.charity.usual(ask)
          }
        ]
      ) { ask in
        ask.path == "/wales/brothers-and-sisters"
          ? .redirect(301, ask.link("merged-page", "/advice/sibling-harm"))
          : Look.charity.notFound.reply(404)
      },
      .site(
        "merged-front", path: "/", dns: "stopnow-cymru.test",
        title: ("Stop Now! Cymru", "Stop Now! Cymru"), .always(.moved), broken: false,
        "The record is of the charity's site: 301 to its part of the larger charity's site.",
        others: [
          Host("merged-front-page", dns: "faithful-foundation.test") { ask in
            ask.path == "/wales/"
              ? Sheet(
                "Our work in Wales", .charity,
                "<p>Stop Now! Cymru is now our Welsh team.</p>" + Topic.grooming.html("en")
              ).reply : Look.charity.usual(ask)
          }
        ]
      ) { ask in .redirect(301, ask.link("merged-front-page", "/wales/")) },
      .site(
        "inquiry-in-archive", path: "/reports/final", dns: "inquiry.test",
        title: ("The report of the inquiry", "Adroddiad yr ymchwiliad"), .always(.moved),
        broken: false, "The inquiry closed: 301 to a copy in the national web archive.",
        others: [
          Host("national-archive", dns: "webarchive.national.test") { ask in
            guard ask.path.hasSuffix("/reports/final") else {
              return Sheet("Page not archived", .government, "<p>No snapshot.</p>").reply(404)
            }
            return ask.sheet(.government, .survivors).with {
              $0.top =
                "<div>This snapshot taken on 12/01/2023, shows web content acquired for "
                + "preservation. External links may not work.</div>"
            }.reply
          }
        ]
      ) { ask in
        .redirect(
          301, ask.link("national-archive", "/ukgwa/20230112/https://inquiry.test" + ask.path))
      },
      .link(
        "moved-by-script", .builder, "/old-home-of-pack",
        ("A pack for year seven", "Pecyn i flwyddyn saith"),
        .always(.redirected, or: [.moved, .alive]), broken: false,
        "A script leads on at once; without it there is a link."
      ) { _ in
        .html(
          """
          <html><head><title>Redirecting…</title><link rel="canonical" href="/new-home-of-pack">
          <script>window.location.replace("/new-home-of-pack");</script></head><body>
          <a href="/new-home-of-pack">Click here if you are not redirected.</a></body></html>
          """)
      }.at("/new-home-of-pack") { $0.sheet(.builder, .relationships).reply },
      .link(
        "moved-in-five-seconds", .school, "/esafety.html",
        ("E-safety rules", "Rheolau e-ddiogelwch"), .always(.redirected, or: [.moved]),
        broken: false, "`This page has moved`, and on by itself after five seconds."
      ) { _ in
        Sheet("This page has moved", .school, "<p>Please update your bookmarks.</p>").with {
          $0.inHead = "<meta http-equiv=\"Refresh\" content=\"5;URL='/online-safety-rules'\">"
        }.reply
      }.at("/online-safety-rules") { $0.sheet(.school, .online).reply },
      .link(
        "moved-by-words", .school, "/safe.html",
        ("Safe at school", "Saff yn yr ysgol"), .always(.moved, or: [.softNotFound, .drifted]),
        broken: nil, "A page that says only that it has moved, with a link to where."
      ) { _ in
        Sheet(
          "We have moved", .school,
          "<p>This page is now at <a href=\"/safe-at-school\">Safe at school</a>.</p>"
        ).reply
      }.at("/safe-at-school") { $0.sheet(.school, .reporting).reply },
      .link(
        "page-became-pdf", .board, "/easy-guide",
        ("An easy guide to reporting", "Canllaw hawdd i roi gwybod"), .always(.moved),
        broken: false, "301 from a page to a PDF of the same title."
      ) { _ in .redirect(301, "/documents/easy-guide.pdf") }
      .at("/documents/easy-guide.pdf") { .file("application/pdf", Files.pdf($0.record.titleEn)) },
      .link(
        "moved-since-third-run", .council, "/safeguarding/images",
        ("Nude pictures: what to do", "Lluniau noeth: beth i'w wneud"),
        .days(.alive, .alive, .moved), broken: false, "301 since the third run."
      ) { ask in
        ask.day < 7 ? ask.sheet(.council, .images).reply : .redirect(301, "/families/images")
      }.at("/families/images") { $0.sheet(.council, .images).reply },
      .link(
        "renamed-and-reworded", .charity, "/parents/sexting",
        ("Sexting: what every parent should know", "Secstio: yr hyn y dylai pob rhiant ei wybod"),
        .days(.alive, .moved, .moved), broken: false,
        "301 since the second run, to the same text under a title in newer words."
      ) { ask in
        ask.day == 0 ? ask.sheet(.charity, .images).reply : .redirect(301, "/parents/nudes")
      }.at("/parents/nudes") { _ in
        Sheet("Sharing nudes and semi-nudes", .charity, Topic.images.html("en")).reply
      },
    ]
  }
}
