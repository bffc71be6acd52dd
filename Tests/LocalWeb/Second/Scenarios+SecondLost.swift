import Records

/// Pages that are not there any more, whatever the status says.
extension Scenarios {
  static var secondLost: [Corner] {
    [
      .link(
        "found-nothing-but-help", .government, "/old-strategy",
        ("National strategy on exploitation", "Strategaeth genedlaethol ar gamfanteisio"),
        .failing, broken: true, "404 with related links, one of which bears the record's title."
      ) { ask in
        Sheet(
          "Sorry, we couldn't find that page", .government,
          "<h2>You may be looking for</h2><ul><li>\(ask.record.titleEn)</li><li>Strategies</li>"
            + "</ul>" + Topic.grooming.html("en")
        ).reply(404)
      },
      .link(
        "bilingual-404", .council, "/cy/hen-dudalen",
        ("Old page on fostering", "Hen dudalen ar faethu"), .failing, broken: true,
        "A true 404 in both languages.", languages: ["cy"]
      ) { _ in Look.council.notFound.reply(404) },
      .link(
        "taken-away-for-good", .charity, "/campaign-2015",
        ("Campaign of 2015: speak up", "Ymgyrch 2015: codwch lais"), .gone, broken: true,
        "410 with a friendly word and a link to an archive."
      ) { _ in
        Sheet("This campaign is over", .charity, "<p>See it in the web archive.</p>").reply(410)
      },
      .site(
        "oops-for-all", path: "/hwb/parents-pack", title: ("Parents' pack", "Pecyn rhieni"),
        .always(.softNotFound), broken: true,
        "200 and `Oops! That page can’t be found` for every address, with a search and archives."
      ) { ask in
        guard ask.path != "/" else { return Look.charity.front.reply }
        return Sheet(
          "Oops! That page can’t be found.", .charity,
          """
          <p>It looks like nothing was found at this location. Maybe try one of the links below or a
          search?</p><h2>Recent Posts</h2><ul><li>Bake sale</li><li>Marathon</li></ul>
          <h2>Archives</h2><select><option>May 2019</option></select>
          """
        ).reply
      },
      .link(
        "builder-could-not-find", .builder, "/grooming-cards",
        ("Conversation cards on grooming", "Cardiau sgwrs"), .always(.softNotFound), broken: true,
        "One page says 200 and `We couldn't find the page you were looking for`."
      ) { _ in
        Sheet(
          "Tir Diogel", .builder,
          """
          <p>We couldn't find the page you were looking for. This is either because:</p><ul>
          <li>There is an error in the URL entered into your web browser.</li><li>The page you are
          looking for has been moved or deleted.</li></ul><p>You can return to our homepage.</p>
          """
        ).with { $0.title = "Tir Diogel CIC" }.reply
      },
      .site(
        "error-with-request-url", path: "/Pages/procedures.aspx",
        title: ("Local procedures on exploitation", "Gweithdrefnau lleol ar gamfanteisio"),
        .always(.softNotFound), broken: true,
        "302 for every address to one that says 200 and `Sorry, something went wrong`."
      ) { ask in
        switch ask.path {
        case "/": return Look.board.front.reply
        case "/_layouts/PageNotFoundError.aspx":
          return Sheet(
            "Sorry, something went wrong", .board,
            "<p>The page you're looking for doesn't exist. Check for a typo in the URL.</p>"
          ).with { $0.title = "Error" }.reply
        default:
          return .redirect(
            302, ask.link(ask.label, "/_layouts/PageNotFoundError.aspx?requestUrl=\(ask.path)"))
        }
      },
      .link(
        "wps-in-welsh", .council, "/cy/cymorth-i-frodyr",
        ("Help for brothers and sisters", "Cymorth i frodyr a chwiorydd"), .always(.softNotFound),
        broken: true, "200 and `Wps! Nid yw'r dudalen hon yn bodoli mwyach`.", languages: ["cy"]
      ) { _ in
        Sheet(
          "Wps! Nid yw'r dudalen hon yn bodoli mwyach", .council, language: "cy",
          "<p>Efallai ei bod wedi symud. Ewch i'r hafan neu chwiliwch.</p>"
        ).with { $0.title = "Cyngor Bro Taf" }.reply
      },
      .link(
        "removed-from-platform", .government, "/repository/resource/9f31",
        ("Lesson on private pictures", "Gwers ar luniau preifat"),
        .days(.alive, .alive, .softNotFound), broken: true,
        "Since the third run: this resource has been removed by its owner."
      ) { ask in
        ask.day < 7
          ? ask.sheet(.government, .images).reply
          : Sheet(
            "Resource", .government, "<p>This resource has been removed by its owner.</p>"
          ).reply
      },
      .link(
        "no-results", .board, "/search?q=posters+relationships",
        ("Posters on relationships", "Posteri ar berthnasoedd"),
        .each((.alive, []), (.softNotFound, [.drifted]), (.softNotFound, [.drifted])),
        broken: true, "A search that found posters on the first day and has 0 results since."
      ) { ask in
        ask.day == 0
          ? Sheet(
            "Posters on relationships", .board,
            (1...6).map { "<h3>Poster \($0)</h3><p>A3, bilingual, 2 MB. Unhealthy signs.</p>" }
              .joined()
          ).reply
          : Sheet("Search results", .board, "<p>0 results for “posters relationships”.</p>").reply
      },
      .site(
        "website-has-closed", path: "/toolkit/one",
        title: (
          "Toolkit for foster carers", "Pecyn i ofalwyr maeth"
        ), .always(.softNotFound, or: [.drifted]), broken: true,
        "Every address says that the project ended and thanks its partners."
      ) { _ in
        Sheet(
          "Our project has come to an end", .builder,
          """
          <p>Funding ran out in March and this website has now closed. Diolch o galon to the
          families, the lottery and all who baked cakes. Questions? Write to the county archive.</p>
          """
        ).with { $0.title = "Goodbye — Tir Diogel CIC" }.reply
      },
      .link(
        "guidance-became-stub", .government, "/guidance/image-sharing",
        ("Sharing nudes: responding to incidents", "Rhannu lluniau noeth: ymateb"),
        .each((.alive, []), (.drifted, [.softNotFound]), (.drifted, [.softNotFound])),
        broken: true, "Since the second run two lines: it was replaced, see the new framework."
      ) { ask in
        ask.day == 0
          ? ask.sheet(.government, .images).reply
          : Sheet(
            "Publication replaced", .government,
            "<p>This has been replaced by the <a href=\"/fw\">Framework for digital harm</a>.</p>"
          ).reply
      },
      .site(
        "unhandled-error-200", path: "/cms/show.asp?id=8",
        title: (
          "Stories from young people", "Straeon gan bobl ifanc"
        ), .always(.softNotFound, or: [.suspected]), broken: true,
        "Every address but the front page says 200 and `Server Error in '/' Application`."
      ) { ask in
        ask.path == "/"
          ? Look.school.front.reply
          : .html(
            """
            <html><head><title>Runtime Error</title></head><body><h1>Server Error in '/'
            Application.</h1><h2><i>Runtime Error</i></h2><p>An application error occurred on the
            server.</p></body></html>
            """)
      },
      .site(
        "merged-general-front", path: "/guides/sleepovers", dns: "cwtch.test",
        title: ("Sleepovers: a guide", "Cysgu draw: canllaw"),
        .always(.softNotFound, or: [.drifted, .parked]), broken: true,
        "The group became part of a large charity: all its addresses lead to that one's front page.",
        others: [Host("large-charity", dns: "large-charity.test") { Look.charity.usual($0) }]
      ) { ask in .redirect(301, ask.link("large-charity", "/")) },
      .link(
        "led-to-topic-page", .government, "/exploitation-action-plan",
        ("Exploitation: action plan", "Camfanteisio: cynllun gweithredu"),
        .always(.drifted, or: [.softNotFound]), broken: true,
        "301 to the topic page on health and social care."
      ) { _ in .redirect(301, "/health-social-care") }
      .at("/health-social-care") { _ in
        Sheet(
          "Health and social care", .government,
          """
          <h2>Sub-topics</h2><ul><li>Mental health</li><li>NHS performance</li><li>Dentistry</li>
          <li>Fostering</li><li>Vaccination</li></ul><h2>Statistics</h2><p>Waiting times rose in
          October. New figures on ambulances come out on Thursday.</p>
          """
        ).reply
      },
    ]
  }
}
