/// Many well-behaved hosts with many pages, to measure speed and politeness.
enum Farm {
  /// `hosts` hosts with `linksPerHost` links each; each tenth link is a PDF.
  static func corners(hosts: Int, linksPerHost: Int) -> [Corner] {
    (0..<hosts).map { host in
      Corner(
        hosts: [Host("farm-\(host)") { answer($0, host: host, linksPerHost: linksPerHost) }],
        links: (0..<linksPerHost).map { link in
          Draft(
            name: "farm-\(host)-\(link)",
            path: isPDF(link) ? "/files/\(link).pdf" : "/pages/\(link)", languages: ["en"],
            mediaType: isPDF(link) ? "application/pdf" : "text/html",
            title: title(host: host, link: link), course: .alive, isBroken: false,
            note: "An ordinary link.")
        })
    }
  }

  private static func isPDF(_ link: Int) -> Bool { link % 10 == 9 }

  private static func title(host: Int, link: Int) -> (String, String) {
    let titles = Prose.titles(host * 7 + link)
    return ("\(titles.0), part \(host)-\(link)", "\(titles.1), rhan \(host)-\(link)")
  }

  private static func answer(_ ask: Ask, host: Int, linksPerHost: Int) -> Reply {
    let name = ask.path.split(separator: "/").last?.split(separator: ".").first ?? ""
    guard let link = Int(name), link < linksPerHost,
      ask.path == (isPDF(link) ? "/files/\(link).pdf" : "/pages/\(link)")
    else { return Site.healthy(ask) }
    let title = title(host: host, link: link).0
    if isPDF(link) { return .file("application/pdf", Files.pdf(title)) }
    return .html(
      Page(title, seed: "\(host)/\(link)").with { page in
        page.sentences = 48
        page.site = "Farm \(host)"
      })
  }
}
