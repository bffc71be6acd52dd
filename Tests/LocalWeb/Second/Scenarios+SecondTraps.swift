import Records

/// Living pages with words, boxes or neighbours that look like trouble.
extension Scenarios {
  static var secondTraps: [Corner] {
    [
      .link(
        "consent-before-all", .charity, "/advice/sexting",
        ("Sexting: advice for parents", "Secstio: cyngor i rieni"), .alive, broken: false,
        "A long dialog on cookies stands before the page in the markup."
      ) { ask in
        ask.sheet(.charity, .images).with { page in
          page.top = """
            <div id="onetrust-banner-sdk"><h2>Your privacy</h2><p>When you visit any website, it may
            store or retrieve information on your browser, mostly in the form of cookies. This
            information might be about you, your preferences or your device.</p><h3>Strictly
            necessary</h3><p>These cannot be switched off.</p><h3>Performance</h3><p>These let us
            count visits and traffic sources.</p><h3>Targeting</h3><p>These may be set through our
            site by our advertising partners.</p><button>Reject all</button></div>
            """
        }.reply
      },
      .link(
        "login-in-header", .charity, "/professionals/assessment-tool",
        ("Assessment tool for disabled children", "Offeryn asesu ar gyfer plant anabl"), .alive,
        broken: false, "A form for signing in stands in the header, the tool is open to all."
      ) { ask in
        ask.sheet(.charity, .disability).with { page in
          page.top = """
            <form id="hdr-login" action="/account/login"><h2>Log in</h2><input type="email">
            <input type="password"><button>Log in</button><a href="/forgot">Forgotten password?</a>
            </form>
            """
        }.reply
      },
      .link(
        "services-unavailable-banner", .council, "/report-a-child-concern",
        ("Report a concern about a child", "Rhoi gwybod am bryder am blentyn"), .alive,
        broken: false, "A banner says that paying online is unavailable; the page is there."
      ) { ask in
        ask.sheet(.council, .reporting).with { page in
          page.top = """
            <div class="alert"><h2>Service unavailable</h2><p>Online payments are currently
            unavailable because of scheduled maintenance. We are sorry. Try again later.</p></div>
            """
        }.reply
      },
      .link(
        "archived-banner", .government, "/hidden-campaign",
        ("Hidden: a campaign on exploitation", "Cudd: ymgyrch ar gamfanteisio"), .alive,
        broken: false, "`This content has been archived` above the whole of it."
      ) { ask in
        ask.sheet(.government, .grooming).with { page in
          page.top = """
            <div role="note"><h2>This content has been archived</h2><p>It is no longer being updated
            and may be out of date.</p></div>
            """
        }.reply
      },
      .link(
        "withdrawn-guidance", .government, "/guidance/handling-images",
        ("Responding to images in schools", "Ymateb i ddelweddau mewn ysgolion"), .alive,
        broken: false, "Withdrawn, with [Withdrawn] in the title; the text is still there."
      ) { ask in
        ask.sheet(.government, .images).with { page in
          page.title = "[Withdrawn] \(page.title)"
          page.top = "<section><h2>This guidance was withdrawn on 4 June 2024</h2></section>"
        }.reply
      },
      .link(
        "will-close-banner", .builder, "/for-survivors",
        ("Counselling for survivors in Dyfed", "Cwnsela i oroeswyr yn Nyfed"), .alive,
        broken: false, "A banner says that the site will close next spring."
      ) { ask in
        ask.sheet(.builder, .survivors).with {
          $0.top = "<p><strong>This website will close on 31 March.</strong> We are merging.</p>"
        }.reply
      },
      .link(
        "helpline-closed", .charity, "/helpline",
        ("Seren Fach helpline", "Llinell gymorth Seren Fach"), .alive, broken: false,
        "A notice that the helpline is closed tonight, under the heading Sorry, we are closed."
      ) { ask in
        Sheet(
          "Sorry, we are closed right now", .charity,
          "<p>Our lines open again at 8am.</p>" + Topic.survivors.html("en")
        ).with { $0.title = "Helpline – Seren Fach" }.reply
      },
      .link(
        "out-of-stock", .charity, "/product/leaflet-under-fives",
        ("Leaflet for parents of under-fives", "Taflen i rieni plant dan bump"), .alive,
        broken: false, "A shop's page: printed leaflets are out of stock, the PDF is there."
      ) { ask in
        Sheet(
          ask.record.titleEn, .charity,
          """
          <p>£0.00</p><p class="stock out-of-stock">This product is currently out of stock and
          unavailable.</p><p>Download the leaflet as a PDF instead. Ages 0 to 5. Pack of 25.</p>
          <a href="/leaflet.pdf">PDF</a>
          """
        ).reply
      },
      .link(
        "welsh-coming-soon", .charity, "/resources/body-safety-cards",
        ("Body safety cards", "Cardiau diogelwch corff"), .alive, broken: false,
        "`Coming soon` is about the Welsh cards."
      ) { ask in
        Sheet(
          ask.record.titleEn, .charity,
          """
          <p>Twenty cards for reception classes.</p><a href="/c.pdf">English cards</a>
          <h2>Coming soon</h2><p>Yn dod yn fuan: cardiau Cymraeg.</p>
          """
        ).reply
      },
      .link(
        "child-cannot-be-found", .board, "/Pages/missing.aspx",
        (
          "When a child cannot be found: first hour checklist",
          "Pan na ellir dod o hyd i blentyn: rhestr wirio'r awr gyntaf"
        ), .alive, broken: false, "`Cannot be found` is what the page is about."
      ) { ask in
        Sheet(
          ask.record.titleEn, .board,
          """
          <ol><li>Look in cupboards and the garden.</li><li>Ring her friends.</li><li>Dial 101 and
          ask for the missing persons officer.</li><li>Keep a photograph to hand.</li></ol>
          """
        ).reply
      },
      .link(
        "missing-welsh", .board, "/Pages/coll.aspx",
        (
          "When a child cannot be found: first hour checklist",
          "Pan na ellir dod o hyd i blentyn: rhestr wirio'r awr gyntaf"
        ), .alive, broken: false, "The same in Welsh.", languages: ["cy"]
      ) { ask in
        Sheet(
          ask.record.titleCy, .board, language: "cy",
          """
          <ol><li>Edrychwch yn y cypyrddau ac yn yr ardd.</li><li>Ffoniwch ei ffrindiau.</li>
          <li>Deialwch 101 a gofynnwch am y swyddog pobl goll.</li><li>Cadwch lun wrth law.</li></ol>
          """
        ).reply
      },
      .link(
        "account-suspended-advice", .charity, "/advice/account-suspended",
        ("My child's account has been suspended", "Mae cyfrif fy mhlentyn wedi'i atal"), .alive,
        broken: false, "Advice on accounts that a network suspends."
      ) { $0.sheet(.charity, .online).reply },
      .link(
        "this-domain-in-text", .school, "/online-safety",
        ("Online safety at Maes-y-coed", "Diogelwch ar-lein ym Maes-y-coed"), .alive, broken: false,
        "The school tells parents that an old domain has expired and is now a betting site."
      ) { ask in
        ask.sheet(
          .school, .online,
          """
          <p><b>Please note:</b> our old domain has expired and is now for sale. A betting site may
          appear there. Delete it from your favourites.</p>
          """
        ).reply
      },
      .link(
        "unknown-to-login", .board, "/training/level-two",
        ("Level two training for coaches", "Hyfforddiant lefel dau i hyfforddwyr"), .alive,
        broken: false, "The page is open; unknown addresses lead to a page for signing in."
      ) { $0.sheet(.board, .sport).reply }
      .onSite { ask in
        if ask.path == "/training/level-two" || ask.path == "/" { return nil }
        return ask.path == "/login"
          ? Sheet("Log in", .board, "<form><input type=\"password\"></form>").reply
          : .redirect(302, ask.link(ask.label, "/login"))
      },
      .link(
        "unknown-to-front", .builder, "/helping-siblings",
        ("Helping brothers and sisters", "Helpu brodyr a chwiorydd"), .alive, broken: false,
        "The page is there; unknown addresses lead to the front page."
      ) { $0.sheet(.builder, .sibling).reply }
      .onSite { ask in
        ["/helping-siblings", "/"].contains(ask.path)
          ? nil : .redirect(302, ask.link(ask.label, "/"))
      },
      .link(
        "unknown-forbidden", .council, "/children/front-door",
        ("How the front door team works", "Sut mae'r tîm drws blaen yn gweithio"), .alive,
        broken: false, "The page is there; a wall answers 403 to addresses that it does not know."
      ) { $0.sheet(.council, .reporting).reply }
      .onSite { ask in
        ["/children/front-door", "/", "/robots.txt"].contains(ask.path)
          ? nil : .html("<h1>403</h1><p>Request blocked.</p>", status: 403)
      },
      .link(
        "robots-in-trouble", .council, "/safeguarding/sport",
        ("Welfare in sport: short course", "Lles mewn chwaraeon: cwrs byr"),
        .always(.alive, or: [.unknown]), broken: false,
        "robots.txt is a server error, the page is well."
      ) { $0.sheet(.council, .sport).reply }
      .at("/robots.txt") { _ in .html("<h1>Server Error</h1>", status: 500) },
      .link(
        "first-time-only", .council, "/safeguarding/first",
        ("First steps for new governors", "Camau cyntaf i lywodraethwyr newydd"),
        .always(.alive, or: [.blocked]), broken: false,
        "The first request is let through, all later ones have to wait two minutes."
      ) { ask in
        ask.earlier == 0
          ? ask.sheet(.council, .learners).reply : .status(429, [("Retry-After", "120")])
      },
    ]
  }
}
