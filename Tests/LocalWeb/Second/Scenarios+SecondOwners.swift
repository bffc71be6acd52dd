import Records

/// Names that ran out, changed hands or lost their site.
extension Scenarios {
  static var secondOwners: [Corner] {
    [
      .site(
        "registrar-expired", path: "/resources", dns: "plentyndod.test",
        title: ("Childhood matters: resources", "Plentyndod: adnoddau"), .always(.parked),
        broken: true, "A registrar's page: this domain has expired, renew it here."
      ) { _ in
        .html(
          """
          <html><head><title>plentyndod.test - expired</title></head><body><h1>This domain name has
          expired</h1><p>If you are the registered holder of this name and wish to renew it, please
          log in to your control panel.</p><p>Web hosting from £2.99. Get your own .wales name.</p>
          </body></html>
          """)
      },
      .site(
        "registrar-holding", path: "/", dns: "ffrindiau.test",
        title: ("Ffrindiau: support for teenagers", "Ffrindiau: cefnogaeth i arddegwyr"),
        .days(.alive, .parked, .parked), broken: true,
        "The project's site, and since the second run its registrar's holding page."
      ) { ask in
        if ask.day == 0 {
          return ask.path == "/" ? ask.sheet(.builder, .online).reply : Look.builder.usual(ask)
        }
        return .html(
          """
          <html><head><title>Welcome to ffrindiau.test</title></head><body><p>This domain has been
          registered on behalf of a customer by Cheap Names Ltd. Upload your website to get started.
          Why not add email or a website builder?</p></body></html>
          """)
      },
      .site(
        "name-broker", path: "/our-work", dns: "amddiffyn.test",
        title: ("Amddiffyn: our work", "Amddiffyn: ein gwaith"), .always(.parked), broken: true,
        "It leads to a broker of names.",
        others: [
          Host("broker", dns: "www.afternic.com") { _ in
            .html("<title>amddiffyn.test</title><h1>Get this domain</h1><p>Request price</p>")
          }
        ]
      ) { ask in .redirect(302, ask.link("broker", "/forsale/amddiffyn.test")) },
      .site(
        "script-of-adverts", path: "/leaflets", dns: "taflenni.test",
        title: ("Leaflets for families", "Taflenni i deuluoedd"),
        .always(.parked, or: [.softNotFound, .drifted]), broken: true,
        "An empty page with a parking company's script, for every address."
      ) { _ in
        .html(
          """
          <!doctype html><html data-adblockkey="MFwwDQYJKoZIhvcNAQEB_abc"><head><script>
          window.park = "eyJ1dWlkIjoiM2Y0In0=";</script><script src="/bqXmLwKz.js"></script></head>
          <body><div id="target" style="opacity: 0"></div></body></html>
          """)
      },
      .site(
        "essays-for-money", path: "/wales/report", dns: "ymchwil-plant.test",
        title: ("What children told us: report", "Beth ddywedodd plant: adroddiad"),
        .days(.alive, .parked, .parked), broken: true,
        "The name was bought: since the second run a blog that sells essays, for every address."
      ) { ask in
        if ask.day == 0 {
          return ask.path == "/wales/report"
            ? ask.sheet(.charity, .survivors).reply : Look.charity.usual(ask)
        }
        return Sheet(
          "Top 10 essay writing services in 2026", .charity,
          """
          <p>Need an essay by tomorrow? Our writers hold PhDs and deliver in three hours with no
          plagiarism. Use the coupon FIRST20.</p><p>Also read: best crypto wallets, CBD oil for dogs
          and how to buy followers. Reviews of weight loss gummies and VPN deals.</p>
          """
        ).with { $0.title = "Essay Heroes: cheap papers online" }.reply
      },
      .site(
        "slots-from-abroad", path: "/", dns: "clwb-ieuenctid.test",
        title: ("Valley Youth Club", "Clwb Ieuenctid y Cwm"), .days(.alive, .alive, .parked),
        broken: true, "Since the third run a gambling site in Indonesian."
      ) { ask in
        if ask.day < 7 {
          return ask.path == "/" ? ask.sheet(.school, .sport).reply : Look.school.usual(ask)
        }
        return .html(
          """
          <html lang="id"><head><title>SLOT GACOR 777: Situs Judi Online Terpercaya</title></head>
          <body><h1>Daftar Slot Gacor Hari Ini</h1><p>Selamat datang di situs slot gacor terbaik
          dengan bonus new member 100. Deposit pulsa tanpa potongan, withdraw cepat, dan jackpot
          setiap hari. Mainkan bandar bola, poker dan togel bersama kami.</p></body></html>
          """)
      },
      .site(
        "account-is-suspended", path: "/training", dns: "hyfforddi.test",
        title: ("Training for volunteers", "Hyfforddiant i wirfoddolwyr"),
        .always(.softNotFound, or: [.parked, .suspected]), broken: true,
        "The host suspended the account: every address leads to its page that says so."
      ) { ask in
        ask.path == "/cgi-sys/suspendedpage.cgi"
          ? .html(
            "<title>Account Suspended</title><h1>Account Suspended</h1><p>This account has been "
              + "suspended. Contact your hosting provider for more information.</p>")
          : .redirect(302, ask.link(ask.label, "/cgi-sys/suspendedpage.cgi"))
      },
      .site(
        "welcome-of-server", path: "/", dns: "prosiect.test",
        title: ("The Young Carers Project", "Prosiect y Gofalwyr Ifanc"),
        .each(
          (.alive, []), (.softNotFound, [.drifted, .parked]), (.softNotFound, [.drifted, .parked])),
        broken: true, "Since the second run a bare server's greeting stands on the front page."
      ) { ask in
        if ask.day == 0 {
          return ask.path == "/" ? ask.sheet(.charity, .sibling).reply : Look.charity.usual(ask)
        }
        guard ask.path == "/" else { return .html("<h1>404 Not Found</h1>", status: 404) }
        return .html(
          """
          <html><head><title>Welcome to nginx!</title></head><body><h1>Welcome to nginx!</h1><p>If
          you see this page, the nginx web server is successfully installed and working. Further
          configuration is required.</p></body></html>
          """)
      },
      .site(
        "windows-server", path: "/", dns: "panel.test",
        title: ("Youth panel on safety", "Panel ieuenctid ar ddiogelwch"),
        .always(.softNotFound, or: [.drifted, .parked]), broken: true,
        "The front page is that of a bare Windows server."
      ) { ask in
        ask.path == "/"
          ? .html(
            """
            <html><head><title>IIS Windows Server</title></head><body><a href="https://iis.test/">
            <img src="iisstart.png" alt="IIS"></a></body></html>
            """) : .html("<h1>404</h1>", status: 404)
      },
      .site(
        "default-page-of-panel", path: "/signs", dns: "arwyddion.test",
        title: ("Signs to look for", "Arwyddion i chwilio amdanynt"),
        .always(.softNotFound, or: [.parked]), broken: true,
        "Every address shows a hosting panel's default page."
      ) { _ in
        .html(
          """
          <html><head><title>Domain Default page</title></head><body><h1>Web Server's Default Page
          </h1><p>This page is generated by a panel. You see this page because there is no Web site
          at this address.</p></body></html>
          """)
      },
      .site(
        "coming-soon", path: "/about-consent", title: ("About consent", "Ynghylch cydsyniad"),
        .each(
          (.alive, []), (.softNotFound, [.drifted, .suspected]),
          (.softNotFound, [.drifted, .suspected])), broken: true,
        "Since the second run every address says that a new website is coming soon."
      ) { ask in
        if ask.day == 0 {
          return ask.path == "/about-consent"
            ? ask.sheet(.charity, .relationships).reply : Look.charity.usual(ask)
        }
        return Sheet(
          "Something new is on its way", .charity,
          "<p>Our new website is coming soon. Leave your email to hear first.</p>"
        ).with { $0.title = "Coming Soon" }.reply
      },
    ]
  }

  /// Pages that became pages about something else, on the same site.
  static var secondDrift: [Corner] {
    [
      .link(
        "slot-of-campaign", .council, "/campaign",
        ("Speak up: exploitation campaign", "Codwch lais: ymgyrch ar gamfanteisio"),
        .days(.alive, .drifted, .drifted), broken: true,
        "The council puts each campaign at the same address: road works since the second run."
      ) { ask in
        ask.day == 0
          ? ask.sheet(.council, .grooming).reply
          : Sheet("Road works on the A484", .council, Topic.roads.html("en")).reply
      },
      .link(
        "number-reused", .school, "/page.php?id=214",
        ("Photographs of pupils: our rules", "Lluniau o ddisgyblion: ein rheolau"),
        .days(.alive, .alive, .drifted), broken: true,
        "A numbered page is an advertisement for a job since the third run."
      ) { ask in
        guard ask.query == "id=214" else { return Look.school.notFound.reply(404) }
        return ask.day < 7
          ? ask.sheet(.school, .images).reply
          : Sheet("Vacancy: catering assistant", .school, Topic.recruitment.html("en")).reply
      },
      .link(
        "appeal-for-money", .charity, "/our-research",
        ("Our research on survivors", "Ein hymchwil ar oroeswyr"),
        .days(.alive, .drifted, .drifted), broken: true,
        "Since the second run an appeal for Christmas gifts stands at the address."
      ) { ask in
        ask.day == 0
          ? ask.sheet(.charity, .survivors).reply
          : Sheet(
            "Give a little joy this Christmas", .charity,
            """
            <p>£10 buys a stocking, £25 a turkey dinner and £50 a warm coat. Your gift will be
            matched until midnight on Tuesday by a soup company.</p><p>Choose an amount. Tick the box
            for Gift Aid. Pay by card, by text or by cheque made out to Seren Fach Trading.</p>
            """
          ).reply
      },
      .link(
        "welsh-lost-in-rebuild", .council, "/cy/plant/perthnasoedd",
        ("Relationships: pack", "Perthnasoedd: pecyn"), .days(.alive, .drifted, .drifted),
        broken: true, "The rebuilt Welsh address shows the English pack since the second run.",
        languages: ["cy"]
      ) { ask in
        ask.day == 0
          ? ask.sheet(.council, .relationships).reply
          : Sheet(ask.record.titleEn, .council, Topic.relationships.html("en")).reply
      },
      .link(
        "listing-instead-of-guide", .charity, "/guides/private-fostering",
        ("Private fostering: what teachers should ask", "Maethu preifat: cwestiynau athrawon"),
        .each((.alive, []), (.alive, []), (.drifted, [.softNotFound])), broken: true,
        "Since the third run the address shows all publications in a list, this one not among them."
      ) { ask in
        ask.day < 7
          ? ask.sheet(.charity, .learners).reply
          : Sheet(
            "All publications", .charity,
            """
            <ul><li>Annual review 2025</li><li>Legacy giving: a brochure</li><li>Trustees' handbook
            </li><li>Modern slavery statement</li><li>Shop volunteers' newsletter</li></ul>
            """
          ).reply
      },
    ]
  }
}
