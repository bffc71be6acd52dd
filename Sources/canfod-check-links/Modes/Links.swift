import Catalogue
import Curation
import LinkCheck
import Records
import Terminal

/// The links that a call is about, with the records that name them.
struct Links: Sendable {
  /// The links, by address.
  let targets: [LinkTarget]

  /// Whether these are all links of the corpus.
  let isWhole: Bool

  /// The addresses.
  var urls: Set<String> { Set(targets.map(\.url)) }

  /// Reads the corpus; only the records that `options` name, where it names any.
  init(_ options: CheckLinksOptions, only records: [ResourceID]? = nil) throws(CatalogueError) {
    let asked = records ?? options.records
    let wanted = Set(asked)
    isWhole = asked.isEmpty
    var known: Set<ResourceID> = []
    var byURL: [String: [LinkedRecord]] = [:]
    let folder = options.basics.corpus + "/"
    try CatalogueLinks(corpus: options.basics.corpus).forEach { link in
      guard wanted.isEmpty || wanted.contains(link.id) else { return }
      known.insert(link.id)
      byURL[link.url, default: []].append(
        LinkedRecord(
          id: link.id.slug, title: link.title, languages: link.language.map(\.tag),
          publishers: link.publisher, published: link.published, file: folder + link.file,
          line: link.line))
    }
    if let missing = asked.first(where: { !known.contains($0) }) {
      throw .notFound(id: missing.slug)
    }
    targets = byURL.sorted { $0.key < $1.key }.map { LinkTarget(url: $0.key, records: $0.value) }
  }
}
