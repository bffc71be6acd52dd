/// Which host has which address.
///
/// Plain hosts are 127.0.1.1 to 127.0.1.250, then 127.0.2.1 and on; TLS hosts 127.0.9.1 and on.
struct Layout {
  /// A host with its address and the record of its first link.
  struct Entry {
    var host: Host
    var address: String
    var record: RecordFacts
  }

  /// The hosts.
  var hosts: [Entry] = []
  private var drafts: [(draft: Draft, host: String, record: RecordFacts)] = []

  /// Gives each host of `corners` an address and each link a record.
  init(_ corners: [Corner]) {
    var plain = 0
    var secure = 0
    for corner in corners {
      let records = corner.links.map { draft in
        let number = drafts.count
        let title = draft.title ?? Prose.titles(number)
        let record = RecordFacts(
          titleEn: title.0, titleCy: title.1, languages: draft.languages,
          published: "\(2014 + number % 12)", mediaType: draft.mediaType)
        drafts.append((draft, corner.hosts.first?.label ?? "", record))
        return record
      }
      for host in corner.hosts {
        guard let record = records.first else { continue }
        let address: String
        if case .https = host.scheme {
          secure += 1
          address = "127.0.9.\(secure)"
        } else {
          address = "127.0.\(1 + plain / 250).\(1 + plain % 250)"
          plain += 1
          if plain == 8 * 250 { plain = 10 * 250 }
        }
        hosts.append(Entry(host: host, address: address, record: record))
      }
    }
  }

  /// Where everything is.
  func directory(port: Int) -> Directory {
    Directory(
      port: port,
      entries: Dictionary(
        uniqueKeysWithValues: hosts.map { entry in
          (
            entry.host.label,
            Directory.Entry(
              scheme: entry.host.scheme.text, address: entry.address, dns: entry.host.dns)
          )
        }),
      records: Dictionary(uniqueKeysWithValues: drafts.map { ($0.draft.name, $0.record) }))
  }

  /// The links with their addresses.
  func scenarios(_ directory: Directory) -> [Scenario] {
    drafts.map { draft, host, record in
      let url: String
      let plainURL: String?
      if let address = draft.address {
        url = address.replacing("PORT", with: "\(directory.port)")
        plainURL = url
      } else {
        url = directory.url(host, draft.path, byName: true)
        plainURL = directory.url(host, draft.path, byName: false)
      }
      return Scenario(
        name: draft.name, url: url, plainURL: plainURL, record: record, truth: draft.course.truth,
        isBroken: draft.isBroken, note: draft.note)
    }
  }
}
