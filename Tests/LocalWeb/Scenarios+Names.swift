import Records

/// Links where the certificate or the name is what matters.
extension Scenarios {
  static var certificates: [Corner] {
    [
      .site("tls-good", scheme: .https(.good), .alive, broken: false, "https as it should be.") {
        $0.fine
      },
      .site(
        "tls-ends-soon", scheme: .https(.endsSoon), .alive, broken: false,
        "The certificate ends in ten days."
      ) { $0.fine },
      .site(
        "tls-not-found", scheme: .https(.good), .failing, broken: true, "404 over good https."
      ) { _ in .html(Site.notFound, status: 404) },
      .site(
        "tls-expired", scheme: .https(.expired), .always(.insecure), broken: true,
        "The certificate ended a month ago."
      ) { $0.fine },
      .site(
        "tls-not-yet", scheme: .https(.notYet), .always(.insecure), broken: true,
        "The certificate begins next month."
      ) { $0.fine },
      .site(
        "tls-wrong-host", scheme: .https(.wrongHost), .always(.insecure), broken: true,
        "The certificate is for another name."
      ) { $0.fine },
      .site(
        "tls-self-signed", scheme: .https(.selfSigned), .always(.insecure), broken: true,
        "The certificate is signed by nobody but itself."
      ) { $0.fine },
      .page(
        "redirect-to-expired", .always(.insecure), broken: true,
        "301 to https, where the certificate is expired.",
        others: [Host("expired-target", scheme: .https(.expired)) { $0.fine }]
      ) { ask in .redirect(301, ask.link("expired-target", "/")) },
      .site(
        "tls-in-vain", scheme: .httpsInVain, .always(.insecure), broken: true,
        "The link says https, the server speaks none."
      ) { $0.fine },
    ]
  }

  static var names: [Corner] {
    [
      .site(
        "named-host", dns: "childline.test", .alive, broken: false, "An ordinary page by name."
      ) { ask in ask.path == "/adnoddau/resource" ? ask.fine : Site.healthy(ask) },
      .page(
        "redirect-to-no-host", .nameless, broken: true, "301 to a host that does not exist."
      ) { ask in .redirect(301, "http://nothing-here.invalid:\(ask.directory.port)/") },
      .elsewhere(
        "no-such-host", "http://nothing.invalid:PORT/adnoddau/resource", .nameless, broken: true,
        "The host does not exist."),
      .elsewhere(
        "metadata-address", "http://169.254.169.254/latest/meta-data/", .always(.unknown),
        broken: nil, "An address that must not be asked."),
    ]
  }
}

extension Corner {
  /// A link to no host of ours; `PORT` stands for the web's port.
  static func elsewhere(
    _ name: String, _ address: String, _ course: Course, broken: Bool?, _ note: String
  ) -> Corner {
    Corner(
      hosts: [],
      links: [
        Draft(
          name: name, path: "", languages: ["en"], mediaType: "text/html", title: nil,
          course: course, isBroken: broken, note: note, address: address)
      ])
  }
}
