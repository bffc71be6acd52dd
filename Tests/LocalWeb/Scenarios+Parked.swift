import Records

/// Names that somebody else has now, and pages that only talk about such trade.
extension Scenarios {
  static var parked: [Corner] {
    [
      .site(
        "parking-host", dns: "teulu-diogel.test", .always(.parked), broken: true,
        "It leads to a host that is known for parking names.",
        others: [Host("sedo", dns: "www.sedoparking.com") { _ in .html(Self.lander) }]
      ) { ask in
        .redirect(302, ask.link("sedo", "/teulu-diogel.test"))
      },
      .site(
        "marketplace-host", dns: "plant-cymru.test", .always(.parked), broken: true,
        "It leads to a host that is known for selling names.",
        others: [Host("huge", dns: "www.hugedomains.com") { _ in .html(Self.lander) }]
      ) { ask in .redirect(302, ask.link("huge", "/domain_profile.cfm?d=plant-cymru.test")) },
      .site(
        "for-sale", dns: "cadwn-ddiogel.test", .always(.parked), broken: true,
        "`This domain is for sale`, for every address."
      ) { _ in .html(Self.forSale("cadwn-ddiogel.test")) },
      .site(
        "for-sale-later", dns: "llais-plant.test", .days(.alive, .parked, .parked), broken: true,
        "Well on the first day; then the name ran out and is for sale."
      ) { ask in
        if ask.day > 0 { return .html(Self.forSale("llais-plant.test")) }
        return ask.path == "/adnoddau/resource" ? ask.fine : Site.healthy(ask)
      },
      .site(
        "expired-welsh", dns: "parth-diogel.test", languages: ["cy"], .always(.parked),
        broken: true, "`Mae'r enw parth hwn ar werth`, for every address."
      ) { _ in
        .html(
          Page("Mae'r enw parth hwn ar werth", language: "cy", seed: "x").with { page in
            page.sentences = 0
            page.before = "<p>Prynwch yr enw parth hwn heddiw.</p>"
          })
      },
      .site(
        "lander-frame", dns: "gwella-net.test", .always(.parked), broken: true,
        "A page that is only a frame around a parking host's page."
      ) { _ in
        .html(
          """
          <html><head><title>gwella-net.test</title></head><frameset rows="100%,*" border="0">
          <frame src="http://www.parkingcrew.net/?domain=gwella-net.test" frameborder="0">
          <noframes><a href="http://www.parkingcrew.net/">gwella-net.test</a></noframes>
          </frameset></html>
          """)
      },
      .site(
        "lander-script", dns: "diogel-2015.test", .always(.parked, or: [.softNotFound, .drifted]),
        broken: true, "A page that is only a script that leads to /lander."
      ) { ask in
        .html(
          "<!DOCTYPE html><html><head><script>window.onload=function(){window.location.href=\"/lander\"}</script></head></html>"
        )
      },
      .site(
        "casino", dns: "hwb-rhieni.test", .always(.parked), broken: true,
        "A casino on the name of a parents' network, for every address."
      ) { _ in .html(Self.casino) },
      .site(
        "casino-later", dns: "rhwydwaith-ifanc.test", .days(.alive, .parked, .parked),
        broken: true, "The resource on the first day, a casino since."
      ) { ask in
        if ask.day > 0 { return .html(Self.casino) }
        return ask.path == "/adnoddau/resource" ? ask.fine : Site.healthy(ask)
      },
    ]
  }

  static var soundMarkets: [Corner] {
    [
      .page(
        "article-about-domains",
        title: ("Buying a domain name for your youth club", "Prynu enw parth i'ch clwb ieuenctid"),
        .alive, broken: false, "An article that says what to do when a domain is for sale."
      ) { ask in
        .html(
          ask.page.with { page in
            page.before = """
              <p>You may see a page that says "This domain is for sale" or "Buy this domain". Sedo
              and HugeDomains are such sellers. Make an offer only with the trustees' consent.</p>
              """
          })
      },
      .page(
        "article-about-gambling",
        title: ("Young people and gambling harm", "Pobl ifanc a niwed gamblo"), .alive,
        broken: false, "A resource about casinos, slots and betting."
      ) { ask in
        .html(
          ask.page.with { page in
            page.before = """
              <p>Online casino bonus offers, free spins and slots are made to hold attention. Betting
              adverts and jackpot games reach children through football and streams.</p>
              """
          })
      },
      .site(
        "shared-hosting-thanks", .alive, broken: false,
        "A resource with a line of thanks and a link to the registrar that hosts it."
      ) { ask in
        ask.path == "/adnoddau/resource"
          ? .html(
            ask.page.with {
              $0.after = "<p>Hosted by <a href=\"https://www.godaddy.com/\">GoDaddy</a>.</p>"
            }) : Site.healthy(ask)
      },
    ]
  }

  private static var lander: Page {
    Page("teulu-diogel.test", seed: "lander").with { page in
      page.sentences = 0
      page.site = "Related searches"
      page.before = """
        <ul><li>Loans</li><li>Insurance quotes</li><li>Cheap flights</li><li>Web hosting</li></ul>
        <p>The domain owner maintains no relationship with the advertisers.</p>
        """
    }
  }

  private static func forSale(_ name: String) -> Page {
    Page("\(name) is for sale", seed: "sale").with { page in
      page.sentences = 0
      page.site = "Domain market"
      page.before = """
        <p>This domain is for sale! Buy this domain now or make an offer. Domain names like \(name)
        are transferred within 24 hours. Call our brokers.</p>
        """
    }
  }

  private static var casino: Page {
    Page("Best online casino bonus: 200 free spins", seed: "casino").with { page in
      page.sentences = 0
      page.site = "Lucky Slots"
      page.before = String(
        repeating: """
          <p>Play slots, roulette and live blackjack with the best casino bonus. Deposit today and
          win the jackpot. Our betting odds are the highest and payouts are instant.</p>
          """, count: 7)
    }
  }
}
