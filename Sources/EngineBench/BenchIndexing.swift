public import SearchIndex
internal import Storage

/// Builds the bench's index: one text field and the tag, committed and merged into one segment.
public struct BenchIndexing: Sendable {
  /// The text field.
  static let text = "text"
  /// The tag field.
  static let tag = "tag"

  /// What it took.
  public struct Figures: Sendable {
    /// Seconds from the first document to the commit.
    public var indexSeconds: Double
    /// Seconds of merging into one segment after it, and of finding another order if asked for.
    public var mergeSeconds: Double
    /// Bytes of the index.
    public var diskBytes: Int
  }

  /// Indexes `corpus` in the empty folder at `path`.
  ///
  /// Works on so many threads; the documents in memory take at most `memoryBytesMax`. With `reorder`
  /// they are put into the order that suits searching.
  public static func run(
    _ corpus: BenchCorpus, at path: String, threads: Int = 1, memoryBytesMax: Int = 256 << 20,
    reorder: Bool = false
  ) throws(IndexError) -> Figures {
    // Its tables are made before the clock runs, as those of compiled peers are.
    let analyzer = AlnumAnalyzer()
    let clock = ContinuousClock()
    let start = clock.now
    var writer = try IndexWriter(
      at: path, analysisVersion: "bench", holder: "canfod bench", memoryBytesMax: memoryBytesMax,
      startsEmpty: true)
    let entries = corpus.entries
    try writer.replace(count: entries.count, threads: threads) { index in
      let entry = entries[index]
      var document = Document(key: String(entry.id), fingerprint: [])
      document.add(text, .text(entry.text, analyzer))
      document.add(tag, .tags([entry.tag]))
      return document
    }
    _ = try writer.commit()
    let merged = clock.now
    try writer.optimize(reorder: reorder ? Reordering(threads: 1) : nil)
    _ = try writer.commit()
    writer.close()
    let end = clock.now
    // The segments that were merged stay for a while, for readers that have them open.
    let segments = Set(try IndexReader.open(at: path).statistics.segments.map(\.name))
    let files = ((try? DiskFileSystem().list(path)) ?? []).filter {
      !$0.name.hasSuffix(".seg") || segments.contains($0.name)
    }
    return Figures(
      indexSeconds: (merged - start) / .seconds(1), mergeSeconds: (end - merged) / .seconds(1),
      diskBytes: files.reduce(0) { $0 + $1.bytes })
  }
}
