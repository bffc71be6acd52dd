import LocalWeb
import Records

/// What `local-web` prints when all servers are up.
struct Greeting: Encodable {
  /// A scenario as JSON.
  struct Link: Encodable {
    var name: String
    var url: String
    var plainURL: String?
    var titleEn: String
    var titleCy: String
    var languages: [String]
    var published: String
    var mediaType: String
    var truth: [Day]
    var isBroken: Bool?
    var note: String
  }

  /// The truth of a day.
  struct Day: Encodable {
    var day: Int
    var state: LinkState
    var tolerated: [LinkState]
  }

  var port: Int
  var days: [Int]
  var authorityFile: String?
  /// `NAME:ADDRESS` pairs.
  var resolve: [String]
  var scenarios: [Link]

  /// Describes `web`.
  init(_ web: LocalWeb) {
    port = web.port
    days = LocalWeb.days
    authorityFile = web.authorityFile
    resolve = web.names.map { "\($0.name):\($0.address)" }
    scenarios = web.scenarios.map { scenario in
      Link(
        name: scenario.name, url: scenario.url, plainURL: scenario.plainURL,
        titleEn: scenario.record.titleEn, titleCy: scenario.record.titleCy,
        languages: scenario.record.languages, published: scenario.record.published,
        mediaType: scenario.record.mediaType,
        truth: scenario.truth.map { Day(day: $0.day, state: $0.state, tolerated: $0.tolerated) },
        isBroken: scenario.isBroken, note: scenario.note)
    }
  }
}
