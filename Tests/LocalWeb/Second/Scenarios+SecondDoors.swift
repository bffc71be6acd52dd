import Records

/// Pages that a person gets and a program is kept from, and sites that are closed for the day.
extension Scenarios {
  static var secondDoors: [Corner] {
    [
      .link(
        "consent-instead", .charity, "/blog/first-phone",
        ("Your child's first phone", "Ffôn cyntaf eich plentyn"),
        .always(.blocked, or: [.alive, .unknown]), broken: false,
        "Until a cookie says that one agreed there is only a question about cookies."
      ) { ask in
        if ask.headers["cookie"]?.contains("agreed=1") == true {
          return ask.sheet(.charity, .online).reply
        }
        return .html(
          """
          <html><head><title>Before you continue</title></head><body><h1>Before you continue</h1>
          <p>We and our 214 partners store information on your device.</p>
          <button onclick="document.cookie='agreed=1';location.reload()">Accept all</button>
          <button>Manage options</button></body></html>
          """)
      },
      .link(
        "age-gate", .charity, "/under-18s/relationships",
        ("Love, sex and you", "Cariad, rhyw a ti"), .always(.blocked, or: [.alive, .unknown]),
        broken: false, "It asks for the year of birth first."
      ) { ask in
        Sheet(
          "How old are you?", .charity,
          "<form method=\"post\"><select name=\"year\"></select><button>Enter</button></form>"
        ).with { $0.title = "Love, sex and you – Seren Fach" }.reply
      },
      .link(
        "teaser-and-gate", .board, "/members/briefing",
        ("Briefing seven: images", "Briff saith: delweddau"), .always(.blocked, or: [.alive]),
        broken: nil, "A paragraph of it, then: log in to read on."
      ) { ask in
        Sheet(
          ask.record.titleEn, .board,
          Topic.images.lead() + "<h2>Log in to read on</h2><form><input type=\"password\"></form>"
        ).reply
      },
      .link(
        "not-in-your-country", .charity, "/watch/real-story",
        ("A real story: film", "Stori wir: ffilm"), .always(.blocked, or: [.unknown]),
        broken: false, "302 to a page that says that it cannot be seen from where the asker is."
      ) { _ in .redirect(302, "/unavailable-region") }
      .at("/unavailable-region") { _ in
        Sheet(
          "Not available in your region", .charity,
          "<p>This content is only available to viewers in the United Kingdom.</p>"
        ).reply
      },
      .site(
        "challenge-403", path: "/safeguarding",
        title: (
          "Safeguarding hub for clubs", "Hwb diogelu i glybiau"
        ), .always(.blocked), broken: false, "A puzzle with 403, from a company that guards sites."
      ) { _ in
        .status(
          403, [("Content-Type", "text/html"), ("cf-mitigated", "challenge")],
          body: Array(
            "<title>Attention Required!</title><h1>Sorry, you have been blocked</h1>".utf8))
      },
      .site(
        "incident-number", path: "/safeguarding",
        title: (
          "Safeguarding hub for faith groups", "Hwb diogelu i grwpiau ffydd"
        ), .always(.blocked, or: [.unknown]), broken: false,
        "200, a frame and an incident's number: a wall's page for programs."
      ) { _ in
        .html(
          """
          <html><head><meta name="robots" content="noindex"></head><body><iframe
          src="/_Incapsula_Resource?CWUDNSAI=9">Request unsuccessful. Incapsula incident ID:
          1234-5678</iframe></body></html>
          """)
      },
      .site(
        "accepted-challenge", path: "/safeguarding",
        title: (
          "Safeguarding hub for theatres", "Hwb diogelu i theatrau"
        ), .always(.blocked, or: [.suspected, .unknown]), broken: false,
        "202 with a script that proves that one is a browser."
      ) { _ in
        .status(
          202, [("Content-Type", "text/html"), ("x-amzn-waf-action", "challenge")],
          body: Array("<html><head><script src=\"/challenge.js\"></script></head></html>".utf8))
      },
      .link(
        "ask-for-access", .school, "/drive/file/d/1aBc",
        ("Assembly slides on kindness", "Sleidiau gwasanaeth ar garedigrwydd"), .always(.blocked),
        broken: nil, "A shared drive: You need access. Ask the owner."
      ) { _ in
        .html(
          """
          <html><head><title>Access denied</title></head><body><h1>You need access</h1><p>Ask for
          access, or switch to an account with access.</p><a href="/accounts">Request access</a>
          </body></html>
          """)
      },
      .site(
        "upgrade-for-a-day", path: "/adnoddau-i-rieni", languages: ["cy"],
        title: ("Resources for parents", "Adnoddau i rieni"),
        .each((.suspected, [.blocked, .unreachable]), (.alive, []), (.alive, [])), broken: false,
        "On the first day every address says in both languages that the site is being mended, 200."
      ) { ask in
        if ask.day == 0 {
          return .html(
            """
            <html><head><title>Gwaith cynnal a chadw / Maintenance</title></head><body>
            <h1>Byddwn yn ôl yn fuan / Back soon</h1><p>Mae'r wefan ar gau dros dro. The site is
            down for scheduled maintenance until 6pm.</p></body></html>
            """)
        }
        return ask.path == "/adnoddau-i-rieni"
          ? ask.sheet(.council, .online).reply : Look.council.usual(ask)
      },
      .site(
        "upgrade-midway", path: "/advice/gaming",
        title: ("Gaming without tears", "Gemau heb ddagrau"),
        .each((.alive, []), (.suspected, [.blocked, .unreachable]), (.alive, [])), broken: false,
        "On the second run every address says `Briefly unavailable for maintenance`, 200."
      ) { ask in
        if ask.day == 3 {
          return .html(
            "<title>Maintenance</title><p>Briefly unavailable for scheduled maintenance. Check "
              + "back in a minute.</p>")
        }
        return ask.path == "/advice/gaming"
          ? ask.sheet(.charity, .online).reply : Look.charity.usual(ask)
      },
    ]
  }
}
