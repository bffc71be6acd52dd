import Records

/// Living pages whose titles or tongues differ from what the record says.
extension Scenarios {
  static var secondWordings: [Corner] {
    [
      .link(
        "title-in-other-words", .government, "/peer-abuse-help-for-schools",
        (
          "Guidance for education settings on peer sexual abuse and harmful sexual behaviour",
          "Canllawiau i leoliadau addysg ar gam-drin rhywiol rhwng cyfoedion"
        ), .alive, broken: false, "The page calls itself something shorter."
      ) { _ in
        Sheet(
          "Abuse between pupils: help for schools and colleges", .government,
          Topic.learners.html("en")
            + "<p>Peer sexual abuse and harmful sexual behaviour are dealt with in annex C.</p>"
        ).reply
      },
      .link(
        "title-of-catalogue", .charity, "/wp-content/insights",
        ("Insights from practice: children's services in Wales", "Mewnwelediadau o arfer"),
        .alive, broken: false, "The title element is the author's name and a number."
      ) { _ in
        Sheet("Insights from practice", .charity, Topic.disability.html("en"))
          .with { $0.title = "CSAC-2021-07 final v3" }.reply
      },
      .link(
        "no-title-element", .school, "/policy",
        ("Safeguarding policy", "Polisi diogelu"), .alive, broken: false,
        "A page without a title element."
      ) { ask in
        .html(
          "<html><body><h2>Safeguarding policy</h2>\(Topic.learners.html("en"))</body></html>")
      },
      .link(
        "mutated-relationships", .charity, "/cy/perthnasoedd",
        ("Healthy relationships: a pack for schools", "Perthnasoedd iach: pecyn i ysgolion"),
        .alive, broken: false, "The Welsh title with its words turned and mutated.",
        languages: ["cy"]
      ) { _ in
        Sheet(
          "Pecyn ysgolion ar berthnasoedd iach", .charity, language: "cy",
          Topic.relationships.html("cy")
        ).reply
      },
      .link(
        "mutated-parents", .council, "/cy/rhieni-ar-lein",
        ("Parents' guide to online life", "Canllaw rhieni i fywyd ar-lein"), .alive, broken: false,
        "`Byw ar-lein: gair i rieni` for `Canllaw rhieni i fywyd ar-lein`.", languages: ["cy"]
      ) { _ in
        Sheet("Byw ar-lein: gair i rieni", .council, language: "cy", Topic.online.html("cy")).reply
      },
      .link(
        "welsh-under-english-title", .council, "/cy/pryder",
        ("Reporting a concern", "Rhoi gwybod am bryder"), .alive, broken: false,
        "The template's title stayed English, heading and text are Welsh.", languages: ["cy"]
      ) { ask in
        ask.sheet(.council, .reporting).with { $0.title = "Reporting a concern - Bro Taf Council" }
          .reply
      },
      .link(
        "welsh-with-lang-en", .school, "/cy/polisi",
        ("Safeguarding policy", "Polisi diogelu"), .alive, broken: false,
        "Welsh text in a page that says lang=en, with English menus.", languages: ["cy"]
      ) { ask in
        Sheet("Polisi diogelu", .school, language: "en", Topic.learners.html("cy")).reply
      },
      .link(
        "welsh-quoting-english", .board, "/cy/ymchwil",
        ("Research on online life", "Ymchwil ar fywyd ar-lein"), .alive, broken: false,
        "A Welsh page with a list of English publications half as long as the text.",
        languages: ["cy"]
      ) { ask in
        ask.sheet(
          .board, .online,
          """
          <h2>Darllen pellach</h2><ul><li>Children's Media Lives: year nine of the study</li>
          <li>The impact of online harms on the wellbeing of teenagers in the United Kingdom</li>
          <li>What works in preventing abuse that is assisted by technology: a review of the evidence
          </li><li>How parents and carers manage the use of phones at home and at school</li></ul>
          """
        ).reply
      },
      .link(
        "half-and-half", .school, "/llythyr-letter",
        ("Letter to parents about phones", "Llythyr at rieni am ffonau"), .alive, broken: false,
        "Welsh above, English below, one title in both.", languages: ["en", "cy"]
      ) { _ in
        Sheet(
          "Llythyr at rieni am ffonau / Letter to parents about phones", .school, language: "cy",
          Topic.online.html("cy") + "<hr>" + Topic.online.html("en")
        ).reply
      },
      .link(
        "english-record-of-bilingual", .school, "/ffonau-phones",
        ("Phones in school", "Ffonau yn yr ysgol"), .alive, broken: false,
        "The record says English; Welsh stands first and English after it."
      ) { _ in
        Sheet(
          "Ffonau yn yr ysgol / Phones in school", .school, language: "cy",
          Topic.online.html("cy") + "<hr>" + Topic.online.html("en")
        ).reply
      },
      .link(
        "english-under-welsh-frame", .government, "/cy/adroddiad-terfynol",
        ("Final report on harassment between pupils", "Adroddiad terfynol ar aflonyddu"),
        .always(.drifted, or: [.softNotFound]), broken: true,
        "A Welsh frame that says `Nid yw'r dudalen hon ar gael yn Gymraeg`, and the English text.",
        languages: ["cy"]
      ) { ask in
        Sheet(
          "Final report on harassment between pupils", .government, language: "cy",
          "<p>Nid yw'r dudalen hon ar gael yn Gymraeg.</p>" + Topic.learners.html("en")
        ).reply
      },
      .link(
        "canonical-elsewhere", .builder, "/copy-of-toolkit",
        ("Working with brothers and sisters", "Gweithio gyda brodyr a chwiorydd"), .alive,
        broken: false, "It names a page of another site as its true address."
      ) { ask in
        ask.sheet(.builder, .sibling).with {
          $0.inHead = "<link rel=\"canonical\" href=\"https://siblings.test/toolkit\">"
        }.reply
      },
    ]
  }
}
