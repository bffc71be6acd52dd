import Records

/// A corner of the web: one or more hosts, and the links into it.
struct Corner: Sendable {
  /// The hosts; the links lead to the first.
  var hosts: [Host]
  /// The links.
  var links: [Draft]

  /// A link whose one address answers as `answer` says, on a site that is well otherwise.
  static func page(
    _ name: String, path: String = "/adnoddau/resource", dns: String? = nil, scheme: Scheme = .http,
    languages: [String] = ["en"], mediaType: String = "text/html", title: (String, String)? = nil,
    _ course: Course, broken: Bool?, _ note: String, others: [Host] = [],
    _ answer: @escaping @Sendable (Ask) -> Reply
  ) -> Corner {
    let pathOnly = Ask.decoded(String(path.prefix { $0 != "?" && $0 != "#" }))
    return site(
      name, path: path, dns: dns, scheme: scheme, languages: languages, mediaType: mediaType,
      title: title, course, broken: broken, note, others: others
    ) { ask in
      ask.path == pathOnly ? answer(ask) : Site.healthy(ask)
    }
  }

  /// A link to a site that answers every address as `answer` says.
  static func site(
    _ name: String, path: String = "/adnoddau/resource", dns: String? = nil, scheme: Scheme = .http,
    languages: [String] = ["en"], mediaType: String = "text/html", title: (String, String)? = nil,
    _ course: Course, broken: Bool?, _ note: String, others: [Host] = [],
    _ answer: @escaping @Sendable (Ask) -> Reply
  ) -> Corner {
    Corner(
      hosts: [Host(name, dns: dns, scheme: scheme, answer)] + others,
      links: [
        Draft(
          name: name, path: path, languages: languages, mediaType: mediaType, title: title,
          course: course, isBroken: broken, note: note)
      ])
  }

  /// The same corner with another link into its first host.
  func and(
    _ name: String, path: String, languages: [String] = ["en"], title: (String, String)? = nil,
    _ course: Course, broken: Bool?, _ note: String
  ) -> Corner {
    var corner = self
    corner.links.append(
      Draft(
        name: name, path: path, languages: languages, mediaType: "text/html", title: title,
        course: course, isBroken: broken, note: note))
    return corner
  }
}

/// How a host is asked.
enum Scheme: Sendable, Equatable {
  /// Plainly.
  case http
  /// Over TLS, with a certificate that has the fault named.
  case https(Certificate)
  /// The link says https, the host speaks no TLS.
  case httpsInVain
  /// Not at all: nobody listens.
  case silent

  /// What stands before the colon.
  var text: String {
    switch self {
    case .http, .silent: "http"
    case .https, .httpsInVain: "https"
    }
  }
}

/// A host: what it is called and how it answers.
struct Host: Sendable {
  /// What the corner's answers call it, unique in the web.
  var label: String
  /// The name under which it is known beside its address.
  var dns: String?
  /// How it is asked.
  var scheme: Scheme
  /// What it answers.
  var answer: @Sendable (Ask) -> Reply

  /// Makes a host.
  init(
    _ label: String, dns: String? = nil, scheme: Scheme = .http,
    _ answer: @escaping @Sendable (Ask) -> Reply
  ) {
    self.label = label
    self.dns = dns
    self.scheme = scheme
    self.answer = answer
  }
}

/// A scenario before the web stands: without addresses.
struct Draft: Sendable {
  var name: String
  var path: String
  var languages: [String]
  var mediaType: String
  var title: (String, String)?
  var course: Course
  var isBroken: Bool?
  var note: String
  /// The whole address, where it leads to no host of ours.
  var address: String?
}

extension Corner {
  /// The same corner, where the first host asks `answer` before all else.
  func onSite(_ answer: @escaping @Sendable (Ask) -> Reply?) -> Corner {
    var corner = self
    let usual = hosts[0].answer
    corner.hosts[0].answer = { ask in answer(ask) ?? usual(ask) }
    return corner
  }
}
