import Records

/// Links to documents.
extension Scenarios {
  static var secondFiles: [Corner] {
    let pdf = "application/pdf"
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    return [
      .link(
        "pdf-now-landing", .government, "/sites/default/files/2020-10/guidance.pdf",
        ("Guidance on peer abuse", "Canllawiau ar gam-drin rhwng cyfoedion"),
        .each((.alive, []), (.moved, [.drifted]), (.moved, [.drifted])), broken: false,
        "Since the second run 301 to the landing page of the same document.", mediaType: pdf
      ) { ask in
        ask.day == 0
          ? .file(pdf, Files.pdf(ask.record.titleEn)) : .redirect(301, "/guidance-on-peer-abuse")
      }.at("/guidance-on-peer-abuse") { ask in
        ask.sheet(.government, .learners, "<a href=\"/g.pdf\">Guidance on peer abuse: PDF</a>")
          .reply
      },
      .link(
        "pdf-under-new-name", .board, "/docs/APPG-v1.pdf",
        ("Practice guide on harmful behaviour", "Canllaw arfer ar ymddygiad niweidiol"),
        .always(.moved), broken: false, "301 to a newer file.", mediaType: pdf
      ) { _ in .redirect(301, "/docs/practice-guide-v2.pdf") }
      .at("/docs/practice-guide-v2.pdf") { .file(pdf, Files.pdf($0.record.titleEn + " v2")) },
      .link(
        "pdf-by-number", .council, "/media/3k2jx/download?inline",
        ("Safeguarding plan on a page", "Cynllun diogelu ar dudalen"), .always(.redirected),
        broken: false, "302 from a number to a file in a store.", mediaType: pdf,
        others: [
          Host("media-store", dns: "blob.store.test") { ask in
            ask.path == "/bt/plan.pdf"
              ? .file(pdf, Files.pdf(ask.record.titleEn)) : .status(404)
          }
        ]
      ) { ask in
        .redirect(302, ask.link("media-store", "/bt/plan.pdf?sig=\(Int.random(in: 1...999))"))
      },
      .link(
        "pdf-called-html", .school, "/f/policy.pdf",
        ("Child protection policy", "Polisi amddiffyn plant"), .alive, broken: false,
        "A PDF that its server calls text/html.", mediaType: pdf
      ) { .file("text/html", Files.pdf($0.record.titleEn)) },
      .link(
        "word-document", .school, "/f/letter.docx",
        ("Letter home about apps", "Llythyr adref am apiau"), .alive, broken: false,
        "A Word document that is to be saved.", mediaType: word
      ) { _ in
        .status(
          200, [("Content-Type", word), ("Content-Disposition", "attachment; filename=l.docx")],
          body: Array("PK\u{3}\u{4}word".utf8))
      },
      .link(
        "page-about-pdf-in-place", .charity, "/wp-content/uploads/pack.pdf",
        ("Session pack for years 7 to 9", "Pecyn sesiynau i flynyddoedd 7 i 9"),
        .each((.alive, []), (.alive, [.drifted]), (.alive, [.drifted])), broken: false,
        "Since the second run a page about the pack, with a button to fetch it.", mediaType: pdf
      ) { ask in
        ask.day == 0
          ? .file(pdf, Files.pdf(ask.record.titleEn))
          : ask.sheet(.charity, .relationships, "<a href=\"/dl/1\">Download the pack</a>").reply
      },
      .link(
        "pdf-behind-form", .charity, "/uploads/toolkit.pdf",
        ("Toolkit for youth clubs", "Pecyn i glybiau ieuenctid"), .always(.blocked), broken: nil,
        "Where the PDF was, a form for signing in.", mediaType: pdf
      ) { _ in
        Sheet(
          "Members: please log in", .charity,
          "<form><input name=\"email\"><input type=\"password\"><button>Log in</button></form>"
        ).reply
      },
      .link(
        "documents-were-moved", .board, "/docs/2016/annual.pdf",
        ("Annual report on exploitation", "Adroddiad blynyddol ar gamfanteisio"),
        .always(.softNotFound, or: [.drifted]), broken: true,
        "200 and a page that says that old documents must be asked for by post.", mediaType: pdf
      ) { _ in
        Sheet(
          "Document archive", .board,
          "<p>Documents from before 2020 are not held on this website. Write to the secretary.</p>"
        ).reply
      },
      .link(
        "no-such-key", .council, "/bucket/leaflet.pdf",
        ("Leaflet on private fostering", "Taflen ar faethu preifat"), .failing, broken: true,
        "404 in XML from a store of files.", mediaType: pdf
      ) { _ in
        .status(
          404, [("Content-Type", "application/xml")],
          body: Array("<Error><Code>NoSuchKey</Code></Error>".utf8))
      },
      .link(
        "store-without-leave", .council, "/bucket/poster.pdf",
        ("Poster on private fostering", "Poster ar faethu preifat"),
        .always(.blocked, or: [.suspected, .dead]), broken: nil,
        "403 in XML from a store: forbidden, or not there.", mediaType: pdf
      ) { _ in
        .status(
          403, [("Content-Type", "application/xml")],
          body: Array("<Error><Code>AccessDenied</Code></Error>".utf8))
      },
    ]
  }
}
