public import Catalogue
internal import FoundationEssentials
internal import Ingest
internal import Records
internal import SearchIndex
public import Storage
internal import TextAnalysis

/// Builds the index of a corpus, by content hash: what did not change is not indexed again.
///
/// Nothing is visible before the commit at the end. A corpus with a single fault commits nothing, and
/// so does a corpus that did not change.
public struct CatalogueBuilder: Sendable {
  private let corpus: String
  private let index: String
  private let holder: String
  private let fileSystem: any FileSystem

  /// Builds `index` from `corpus`; `holder` is what a second writer is told.
  public init(
    corpus: String, index: String, holder: String, fileSystem: any FileSystem = DiskFileSystem()
  ) {
    self.corpus = corpus
    self.index = index
    self.holder = holder
    self.fileSystem = fileSystem
  }

  /// Whether there is an index in `folder`, sound or not.
  public static func hasIndex(
    in folder: String, fileSystem: any FileSystem = DiskFileSystem()
  ) -> Bool {
    do throws(IndexError) {
      _ = try IndexReader.open(at: folder, fileSystem: fileSystem)
    } catch {
      if case .noIndex = error { return false }
    }
    return true
  }

  /// Reads the corpus and commits what changed.
  ///
  /// An index that is damaged, or of another version, is built anew from nothing; `anew` does so in any
  /// case. The files of the old one stay until the new one is committed. What ``LinkStatesFile`` says of
  /// links becomes part of the documents.
  ///
  /// - Throws: ``CatalogueError/faults(_:)`` with all faults of the corpus; `.index` where another
  ///   writer is at work or the disk fails.
  public func build(
    anew: Bool = false, progress: (BuildProgress) -> Void = { _ in }
  ) throws(CatalogueError) -> BuildReport {
    let corpus = CorpusReader(
      fileSystem: fileSystem, folder: self.corpus,
      guessLanguage: { LanguageGuess.language(of: $0) })
    let (vocabularies, vocabularyFaults) = corpus.vocabularies()
    let (plan, planFaults) = corpus.plan()
    let (terms, termFaults) = corpus.termPairs()
    let files = try readable { () throws(StorageError) in try corpus.recordFiles() }

    let links = try LinkStatesFile(index: index, fileSystem: fileSystem).read()

    let startsEmpty = anew || isDamaged()
    var session = try engine { () throws(IndexError) in
      try BuildSession(
        writer: IndexWriter(
          at: index, analysisVersion: ResourceSchema.analysisVersion, holder: holder,
          fileSystem: fileSystem, startsEmpty: startsEmpty),
        startsEmpty: startsEmpty, vocabularies: vocabularies, links: links)
    }
    session.faults = vocabularyFaults + planFaults + termFaults
    var done = 0
    try readable { () throws(StorageError) in
      try corpus.forEachRecord(vocabularies) { record in
        session.add(record)
        done += 1
        progress(BuildProgress(done: done, of: files.count))
      }
    }
    let errors = session.faults.filter { $0.severity == .error }
    guard errors.isEmpty else { throw CatalogueError.faults(errors) }
    do throws(IndexError) {
      return try session.finish(
        plan: plan, terms: TermBook(terms), current: startsEmpty ? nil : currentData())
    } catch {
      throw CatalogueError.index(error)
    }
  }

  /// Merges the index into one segment without deleted documents; with `reorder`, documents that
  /// share words stand together in it.
  public func optimize(reorder: Bool = false) throws(CatalogueError) -> UInt64 {
    try engine { () throws(IndexError) in
      // Opening first refuses an index that is missing or damaged.
      let reader = try IndexReader.open(at: index, fileSystem: fileSystem)
      var writer = try IndexWriter(
        at: index, analysisVersion: reader.analysisVersion, holder: holder,
        fileSystem: fileSystem)
      try writer.optimize(reorder: reorder ? Reordering() : nil)
      let generation = try writer.commit()
      writer.close()
      return generation
    }
  }

  /// Whether there is an index that cannot be opened, or data beside it that cannot be read.
  private func isDamaged() -> Bool {
    do throws(IndexError) {
      try IndexReader.open(at: index, fileSystem: fileSystem).checkAttachments()
      return false
    } catch {
      if case .noIndex = error { return false }
      return true
    }
  }

  /// What the index holds beside its documents now, or nil where there is none to be read.
  private func currentData() -> BuildSession.Current? {
    guard let reader = try? IndexReader.open(at: index, fileSystem: fileSystem),
      let bytes = try? reader.attachment(CatalogueData.attachment),
      let data = try? JSONDecoder().decode(CatalogueData.self, from: Data(bytes)),
      let questions = try? reader.attachment(QuestionData.attachment),
      QuestionData(bytes: questions) != nil,
      let terms = try? reader.attachment(TermBook.attachment).flatMap(TermBook.init(bytes:)),
      let suggestions = try? reader.attachment(SuggestionData.attachment),
      SuggestionData(bytes: suggestions) != nil
    else { return nil }
    return BuildSession.Current(data: data, terms: terms, generation: reader.generation)
  }

  private func engine<Result: ~Copyable>(
    _ body: () throws(IndexError) -> Result
  ) throws(CatalogueError) -> Result {
    do throws(IndexError) { return try body() } catch { throw CatalogueError.index(error) }
  }

  private func readable<Result>(
    _ body: () throws(StorageError) -> Result
  ) throws(CatalogueError) -> Result {
    do throws(StorageError) { return try body() } catch { throw CatalogueError.storage(error) }
  }
}
