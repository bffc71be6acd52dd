import Records

/// Living pages as public bodies, charities and schools have them.
extension Scenarios {
  static var secondLiving: [Corner] {
    [
      .link(
        "guidance-with-switcher", .government, "/keeping-learners-safe",
        ("Keeping learners safe", "Cadw dysgwyr yn ddiogel"), .alive, broken: false,
        "Guidance with a switcher to Welsh and a block of dates."
      ) { ask in
        ask.sheet(.government, .learners, "<dl><dt>First published:</dt><dd>1 April 2022</dd></dl>")
          .reply
      },
      .link(
        "guidance-in-welsh", .government, "/cadw-dysgwyr-yn-ddiogel",
        ("Keeping learners safe", "Cadw dysgwyr yn ddiogel"), .alive, broken: false,
        "The Welsh edition of guidance.", languages: ["cy"]
      ) { $0.sheet(.government, .learners).reply },
      .link(
        "document-landing", .government, "/code-on-missing-children",
        ("Code on missing children", "Cod ar blant coll"), .alive, broken: false,
        "A landing page of 20 words with a document to fetch."
      ) { ask in
        Sheet(
          ask.record.titleEn, .government,
          """
          <p>What to do when a child goes missing from home or care.</p><h2>Documents</h2>
          <a href="/sites/default/files/code.pdf">Code on missing children: PDF, 914 KB</a>
          """
        ).reply
      },
      .link(
        "poster-of-thirty-words", .charity, "/resources/poster-underwear-rule",
        ("The underwear rule: A3 poster", "Y rheol dillad isaf: poster A3"), .alive, broken: false,
        "A poster, a button and thirty words."
      ) { ask in
        Sheet(
          ask.record.titleEn, .charity,
          """
          <img src="/p.jpg" alt="Poster"><p>Pin it up where children can see it. Print at A3 or
          A4.</p><a class="button" href="/p.pdf">Download poster</a>
          """
        ).reply
      },
      .link(
        "welsh-poster", .charity, "/cy/adnoddau/poster-dillad-isaf",
        ("The underwear rule: A3 poster", "Y rheol dillad isaf: poster A3"), .alive, broken: false,
        "The same in Welsh, fifteen words.", languages: ["cy"]
      ) { ask in
        Sheet(
          ask.record.titleCy, .charity, language: "cy",
          "<p>Rhowch hwn ar y wal lle gall plant ei weld.</p><a href=\"/p.pdf\">Lawrlwytho</a>"
        ).reply
      },
      .link(
        "film-and-player", .charity, "/videos/the-party",
        ("The Party: a film about consent", "Y Parti: ffilm am gydsyniad"), .alive, broken: false,
        "A player, a running time and nothing more."
      ) { ask in
        Sheet(
          "The Party", .charity,
          """
          <iframe src="https://www.youtube-nocookie.com/embed/x"></iframe><p>4 min 12 s.
          Subtitles: English, Cymraeg.</p>
          """
        ).reply
      },
      .link(
        "signed-film", .board, "/Pages/BSL.aspx",
        ("Reporting a concern in British Sign Language", "Rhoi gwybod am bryder yn BSL"),
        .alive, broken: false, "A signed film under a shorter title."
      ) { _ in
        Sheet("BSL: how to report", .board, "<video src=\"/bsl.mp4\"></video><p>BSL film.</p>")
          .reply
      },
      .link(
        "podcast", .charity, "/podcast/episode-12",
        ("Episode 12: brothers and sisters", "Pennod 12: brodyr a chwiorydd"), .alive,
        broken: false, "An episode of a podcast with three lines of notes."
      ) { ask in
        Sheet(
          ask.record.titleEn, .charity,
          "<audio src=\"/12.mp3\"></audio><p>Nia talks to two mums. Recorded in Bangor. 31:07</p>"
        ).reply
      },
      .link(
        "flip-book", .builder, "/our-booklet",
        ("Kind hands: a picture book", "Dwylo caredig: llyfr lluniau"), .alive, broken: false,
        "A book in a frame of another company's."
      ) { ask in
        Sheet(
          ask.record.titleEn, .builder,
          "<iframe src=\"https://e.issuu.com/embed.html?d=kind\"></iframe><p>Turn the pages.</p>"
        ).reply
      },
      .link(
        "easy-read", .board, "/easy-read/keeping-safe",
        ("Keeping safe: Easy Read", "Cadw'n ddiogel: Hawdd ei Ddeall"), .alive, broken: false,
        "Short sentences with a picture each."
      ) { ask in
        let lines = [
          "This is about keeping safe.", "Your body belongs to you.", "You can say no.",
          "Some secrets are bad.", "Tell a person you trust.", "You are not in trouble.",
          "We will listen.", "You can ring us.",
        ]
        return Sheet(
          ask.record.titleEn, .board,
          lines.map { "<div><img src=\"/i.png\" alt=\"\"><p>\($0)</p></div>" }.joined()
        ).reply
      },
      .link(
        "many-tongues", .council, "/translations",
        ("Reporting a concern: translations", "Rhoi gwybod am bryder: cyfieithiadau"), .alive,
        broken: false, "A paragraph of English, then Polish, Arabic, Somali and Ukrainian."
      ) { ask in
        ask.sheet(
          .council, .reporting,
          """
          <p lang="pl">Jeśli martwisz się o dziecko, powiedz o tym. Nie potrzebujesz dowodów.</p>
          <p lang="ar">إذا كنت قلقا على طفل فأخبرنا. لا تحتاج إلى دليل.</p>
          <p lang="so">Haddii aad ka welwelsan tahay ilmo, noo sheeg. Uma baahnid caddayn.</p>
          <p lang="uk">Якщо ви хвилюєтеся за дитину, скажіть нам. Докази не потрібні.</p>
          """
        ).reply
      },
      .link(
        "quiz-by-script", .charity, "/quiz/is-it-love",
        ("Is it love? A quiz", "Ai cariad yw e? Cwis"), .alive, broken: false,
        "A quiz that a script draws; the page has a title and a button."
      ) { ask in
        Sheet(
          ask.record.titleEn, .charity,
          "<div id=\"quiz\" data-src=\"/q.json\"></div><button>Start</button>"
        ).reply
      },
      .link(
        "privacy-for-teenagers", .council, "/privacy-notice-young-people",
        ("Privacy notice for young people", "Hysbysiad preifatrwydd i bobl ifanc"), .alive,
        broken: false, "The record is of a notice about data."
      ) { ask in
        Sheet(
          ask.record.titleEn, .council,
          """
          <p>We keep your name, your age and what you told our worker. We keep it for six years. You
          can ask to see it, ask us to put it right or ask us to delete it. We use cookies to count
          visits. The controller is Bro Taf Council.</p>
          """
        ).reply
      },
      .link(
        "search-with-finds", .government, "/search?topic=safeguarding&type=guidance",
        ("Safeguarding: all guidance", "Diogelu: yr holl ganllawiau"), .alive, broken: false,
        "A search page with a query; other queries find other things."
      ) { ask in
        ask.query.contains("safeguarding")
          ? Sheet(
            "Search: safeguarding guidance", .government,
            "<p>3 results</p><ol><li>Keeping learners safe</li><li>Handling individual cases</li>"
              + "<li>Safeguarding: code for volunteers</li></ol>"
          ).reply : Sheet("Search", .government, "<p>Enter a word.</p>").reply
      },
      .site(
        "site-of-a-project", path: "/",
        title: (
          "Check Your Steps: resources to support practice with young people",
          "Gwylia dy Gam: adnoddau i gefnogi arfer gyda phobl ifanc"
        ), .alive, broken: false, "The record is of a project's site: its title is Home."
      ) { ask in
        ask.path == "/"
          ? Sheet(
            "Check Your Steps", .builder,
            Topic.grooming.html("en") + "<a href=\"/modules\">Modules</a>"
          ).with { $0.title = "Home — Check Your Steps" }.reply : Look.builder.usual(ask)
      },
      .site(
        "language-splash", path: "/", languages: ["en", "cy"],
        title: ("Upper Gwent Safeguarding Board", "Bwrdd Diogelu Gwent Uchaf"), .alive,
        broken: false, "The front page asks for a language and says no more."
      ) { ask in
        ask.path == "/"
          ? .html(
            """
            <html><head><title>Bwrdd Diogelu Gwent Uchaf / Upper Gwent Safeguarding Board</title>
            </head><body><a href="/cy/">Cymraeg</a> <a href="/en/">English</a></body></html>
            """) : Look.board.usual(ask)
      },
      .link(
        "frames-of-1999", .school, "/safe/index.htm",
        ("Stay safe with Tedi", "Cadw'n saff gyda Tedi"), .alive, broken: false,
        "A page made of two frames of its own."
      ) { _ in
        .html(
          """
          <html><head><title>Stay safe with Tedi</title></head><frameset cols="20%,*">
          <frame src="menu.htm"><frame src="tedi.htm"><noframes><p>Your browser has no frames.</p>
          </noframes></frameset></html>
          """)
      }.at("/safe/tedi.htm") {
        Sheet("Tedi", .school, Topic.online.html($0.record.languages[0])).reply
      },
      .link(
        "anchor-by-script", .builder, "/toolkit#step-four",
        ("The toolkit in nine steps", "Y pecyn mewn naw cam"), .alive, broken: false,
        "A link into a long page; the heading has no id until a script gives it one."
      ) { $0.sheet(.builder, .disability, "<h2>Step four</h2><p>Ask who helps.</p>").reply },
    ]
  }
}
