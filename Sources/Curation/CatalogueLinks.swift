public import Catalogue
internal import Ingest
internal import Records
public import Storage
internal import TextAnalysis

/// The links of a corpus, for a checker to ask for.
public struct CatalogueLinks: Sendable {
  private let corpus: CorpusReader

  /// Reads the corpus in `folder`.
  public init(corpus folder: String, fileSystem: any FileSystem = DiskFileSystem()) {
    corpus = CorpusReader(
      fileSystem: fileSystem, folder: folder,
      guessLanguage: { LanguageGuess.language(of: $0) })
  }

  /// Hands the link of every record that has one to `body`, in order of the files.
  ///
  /// - Throws: ``CatalogueError/faults(_:)`` after the last one where records cannot be read: a
  ///   record is not to lose its check in silence.
  public func forEach(_ body: (CatalogueLink) -> Void) throws(CatalogueError) {
    let (vocabularies, vocabularyFaults) = corpus.vocabularies()
    var errors = vocabularyFaults.filter { $0.severity == .error }
    do throws(StorageError) {
      try corpus.forEachRecord(vocabularies) { record in
        errors += record.faults.filter { $0.severity == .error }
        guard !record.hasErrors, let link = Self.link(of: record) else { return }
        body(link)
      }
    } catch {
      throw CatalogueError.storage(error)
    }
    guard errors.isEmpty else { throw CatalogueError.faults(errors) }
  }

  /// The link of every record that has one, in order of the files.
  public func all() throws(CatalogueError) -> [CatalogueLink] {
    var links: [CatalogueLink] = []
    try forEach { links.append($0) }
    return links
  }

  private static func link(of record: RecordFileResult) -> CatalogueLink? {
    guard let resource = record.resource, let url = resource.url,
      let host = WebAddress.host(of: url)
    else { return nil }
    return CatalogueLink(
      id: resource.id, file: record.file, line: record.urlLine, url: url, host: host,
      title: resource.title, language: resource.language, published: resource.published,
      publisher: resource.publisher, text: resource.body)
  }
}
