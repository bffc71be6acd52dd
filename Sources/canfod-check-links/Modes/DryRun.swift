import Catalogue
import Curation
import Records
import Terminal

/// What a check would ask for, by host; nobody is asked.
struct DryRun {
  /// An address and the records that have it.
  struct Address: Hashable {
    /// The address as the records write it.
    var url: String
    /// The records.
    var records: [ResourceID]
  }

  /// A host and the addresses on it.
  struct Host: Hashable {
    /// The host in lower case.
    var name: String
    /// The addresses, sorted.
    var addresses: [Address]
  }

  private let options: CheckLinksOptions

  /// Takes the corpus and the records out of `options`.
  init(_ options: CheckLinksOptions) {
    self.options = options
  }

  /// Writes what would be asked for.
  func run(on console: Console) throws(CatalogueError) -> ExitStatus {
    let wanted = Set(options.records)
    var known: Set<ResourceID> = []
    var links: [CatalogueLink] = []
    try CatalogueLinks(corpus: options.basics.corpus).forEach { link in
      guard wanted.isEmpty || wanted.contains(link.id) else { return }
      known.insert(link.id)
      links.append(link)
    }
    if let missing = options.records.first(where: { !known.contains($0) }) {
      throw CatalogueError.notFound(id: missing.slug)
    }
    let hosts = Self.hosts(of: links)
    if options.format == .json {
      console.lines(Self.lines(hosts, records: links.count))
    } else {
      Self.write(hosts, records: links.count, on: console)
    }
    return .done
  }

  /// The hosts that `links` lead to, sorted, each address once.
  static func hosts(of links: [CatalogueLink]) -> [Host] {
    Dictionary(grouping: links, by: \.host).map { name, links in
      let addresses = Dictionary(grouping: links, by: \.url).map { url, links in
        Address(url: url, records: links.map(\.id).sorted())
      }
      return Host(name: name, addresses: addresses.sorted { $0.url < $1.url })
    }.sorted { $0.name < $1.name }
  }

  /// The lines for programs: one an address, then the end line.
  static func lines(_ hosts: [Host], records: Int) -> [String] {
    hosts.flatMap { host in
      host.addresses.map { address in
        JSONText.object([
          ("host", .string(host.name)), ("url", .string(address.url)),
          ("records", .strings(address.records.map(\.slug))),
        ]).line
      }
    } + [
      JSONText.object([
        ("ok", .bool(true)), ("hosts", .int(hosts.count)),
        ("addresses", .int(hosts.reduce(0) { $0 + $1.addresses.count })),
        ("records", .int(records)),
      ]).line
    ]
  }

  private static func write(_ hosts: [Host], records: Int, on console: Console) {
    for host in hosts {
      console.paragraph(
        StyledText(host.name, .heading)
          + StyledText(": " + console.wording.wouldAsk(addresses: host.addresses.count)))
      for address in host.addresses {
        let ids = address.records.map(\.slug).joined(separator: ", ")
        console.paragraph(
          StyledText(address.url) + StyledText(" (\(ids))", .quiet), indent: 2, hanging: 4)
      }
    }
    if !hosts.isEmpty { console.line() }
    console.paragraph(
      StyledText(
        console.wording.wouldAsk(
          addresses: hosts.reduce(0) { $0 + $1.addresses.count }, hosts: hosts.count,
          records: records),
        .heading))
  }
}
