import Records

/// Pages that change from day to day and stay what they were.
extension Scenarios {
  static var secondChanges: [Corner] {
    [
      .link(
        "list-of-policies", .school, "/policies",
        ("Policies of Maes-y-coed School", "Polisïau Ysgol Maes-y-coed"), .alive, broken: false,
        "A list of files; a third of it is new each time."
      ) { ask in
        let all = [
          "Safeguarding", "Behaviour", "Anti-bullying", "Acceptable use", "Uniform", "Attendance",
          "First aid", "Charging", "Admissions", "Complaints", "Medicines", "Trips",
        ]
        let some = (0..<8).map { all[($0 + ask.day) % all.count] }
        return Sheet(
          "Policies", .school,
          "<ul>\(some.map { "<li><a href=\"/f/\($0)\">\($0) policy</a></li>" }.joined())</ul>"
        ).reply
      },
      .link(
        "newest-stories", .charity, "/news",
        ("News from Seren Fach", "Newyddion Seren Fach"), .alive, broken: false,
        "The record is of the news page: all of its stories are new on each day."
      ) { ask in
        let stories =
          [0: Topic.survivors, 3: .sibling, 7: .sport][ask.day] ?? .images
        return Sheet("News", .charity, stories.html("en")).reply
      },
      .link(
        "results-of-library", .board, "/library?audience=parents",
        ("Library for parents", "Llyfrgell i rieni"), .alive, broken: false,
        "A list page of a library whose items come in another order and number each day."
      ) { ask in
        let items = [
          "Sleepovers", "Gaming", "Body words", "Secrets", "Grandparents", "Babysitters",
        ]
        let shown = items.indices.map { items[($0 + ask.day) % items.count] }.prefix(
          6 - ask.day / 3)
        return Sheet(
          "Library", .board,
          "<p>\(shown.count) items for parents</p>"
            + shown.map { "<h3>\($0)</h3><p>Leaflet, two pages.</p>" }.joined()
        ).reply
      },
      .link(
        "event-over", .board, "/events/safeguarding-week",
        ("National Safeguarding Week: online seminar", "Wythnos Ddiogelu: seminar ar-lein"),
        .alive, broken: false, "Since the second run a box says that the event has ended."
      ) { ask in
        ask.sheet(.board, .sport).with { page in
          if ask.day > 0 {
            page.top = "<div class=\"notice\">This event has ended. Booking is closed.</div>"
          }
        }.reply
      },
      .link(
        "event-passed-in-full", .charity, "/event/parents-evening",
        ("Parents' evening on gaming", "Noson rieni ar gemau"), .alive, broken: false,
        "Since the third run: This event has passed; the booking form went, the blurb stays."
      ) { ask in
        let past = ask.day >= 7
        return Sheet(
          ask.record.titleEn, .charity,
          (past ? "<p>This event has passed.</p>" : "<form><button>Book now</button></form>")
            + Topic.online.lead() + "<p>Memorial Hall, 7pm, free.</p>"
        ).reply
      },
      .link(
        "new-look-same-words", .council, "/children/harmful-behaviour",
        ("Harmful behaviour between children", "Ymddygiad niweidiol rhwng plant"), .alive,
        broken: false, "The council bought another system: another frame and title form, same text."
      ) { ask in ask.sheet(ask.day == 0 ? .council : .government, .sibling).reply },
      .link(
        "new-name-of-charity", .charity, "/what-we-do/recovery",
        ("Recovery service", "Gwasanaeth adfer"), .alive, broken: false,
        "The charity has another name and colours since the second run, and edited a paragraph."
      ) { ask in
        guard ask.day > 0 else { return ask.sheet(.charity, .survivors).reply }
        return ask.sheet(.builder, .survivors, "<p>Seren Fach is now Tir Diogel.</p>").reply
      },
      .link(
        "second-edition", .government, "/guidance/allegations",
        ("Handling allegations against staff", "Ymdrin â honiadau yn erbyn staff"),
        .always(.alive, or: [.drifted]), broken: false,
        "A new edition under the same title since the second run: the text was written afresh."
      ) { ask in
        ask.day == 0
          ? ask.sheet(.government, .learners).reply
          : ask.sheet(
            .government, .reporting,
            "<p>This second edition replaces that of 2014. It covers allegations against staff.</p>"
          ).reply
      },
      .link(
        "folded-into-chapters", .government, "/guidance/whole-school",
        ("A whole-school approach to safety", "Dull ysgol gyfan o ran diogelwch"), .alive,
        broken: false, "One long page became a first chapter with a contents list."
      ) { ask in
        ask.day == 0
          ? ask.sheet(.government, .learners).reply
          : Sheet(
            ask.record.titleEn, .government,
            "<nav><ol><li>Introduction</li><li>Recruitment</li><li>Allegations</li></ol></nav>"
              + Topic.learners.lead() + "<a href=\"/next\">Next: Recruitment</a>"
          ).reply
      },
      .link(
        "welsh-gains-english", .school, "/cy/e-ddiogelwch",
        ("E-safety for families", "E-ddiogelwch i deuluoedd"), .alive, broken: false,
        "A Welsh page that has English below the Welsh since the second run.", languages: ["cy"]
      ) { ask in
        ask.sheet(.school, .online, ask.day == 0 ? "" : "<hr>" + Topic.online.html("en")).reply
      },
      .link(
        "snow-day", .school, "/safeguarding",
        ("Safeguarding at our school", "Diogelu yn ein hysgol"), .alive, broken: false,
        "On the second run a long notice of snow stands first, heading and all."
      ) { ask in
        ask.sheet(.school, .reporting).with { page in
          guard ask.day == 3 else { return }
          page.top = """
            <h1>SCHOOL CLOSED</h1><p>Because of heavy snow on Heol y Coed and a broken boiler, the
            school is closed to all pupils today, Wednesday. Work will be set on the platform. Free
            meal vouchers will be sent by text. The community hall opens at ten for anyone without
            heating. We hope to open again tomorrow and will write by seven.</p>
            """
        }.reply
      },
      .link(
        "state-of-the-form", .board, "/Pages/tool.aspx",
        ("Tool for disabled children", "Offeryn i blant anabl"), .alive, broken: false,
        "A hidden field of 20 kB that is another each time, and a panel of related news."
      ) { ask in
        var random = Random("\(UInt64.random(in: 0...UInt64.max))")
        let state = random.word(20_000)
        return ask.sheet(
          .board, .disability,
          """
          <input type="hidden" name="__EVENTVALIDATION" value="\(state)">
          <aside><h2>Related</h2><p>\(random.word(6)) \(random.word(8)) \(random.word(5))</p></aside>
          """
        ).reply
      },
      .link(
        "back-after-two-looks", .school, "/parents/gaming",
        ("Gaming: notes for parents", "Gemau: nodiadau i rieni"),
        .days(.suspected, .suspected, .alive), broken: false,
        "404 twice while the site was rebuilt, then there."
      ) { ask in ask.day < 7 ? Look.school.notFound.reply(404) : ask.sheet(.school, .online).reply
      },
      .link(
        "outage-midway", .council, "/children/sport",
        ("Sport and safety", "Chwaraeon a diogelwch"), .days(.alive, .suspected, .alive),
        broken: false, "An error of the database on the second run."
      ) { ask in
        ask.day == 3
          ? .html("<h1>Error establishing a database connection</h1>", status: 500)
          : ask.sheet(.council, .sport).reply
      },
    ]
  }
}
