import ArgumentParser
import Catalogue
import EngineBench
import Records
import SearchIndex
import Storage
import Terminal

/// `canfod bench`: the engine itself on the documents and queries of the bench, beside its peers.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Time the search engine itself, beside its peers.",
    discussion: """
      Yn Gymraeg: amseru'r peiriant chwilio ei hun, ochr yn ochr â'i gymheiriaid.

      Documents and queries are those of tools/bench; what is printed is what its comparison reads.

      Example:
        canfod bench index small.jsonl bench-index
        canfod bench query bench-index queries.tsv --repeat 10
      """,
    subcommands: [BenchIndexCommand.self, BenchQueryCommand.self])
}

/// `canfod bench index`: documents to an index.
struct BenchIndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index", abstract: "Index JSON lines of id, title, body and tag.")

  @Argument(help: ArgumentHelp("The documents.", valueName: "file"))
  var corpus: String

  @Argument(help: ArgumentHelp("The folder of the index; it is emptied.", valueName: "dir"))
  var folder: String

  @Option(help: ArgumentHelp("How many threads index.", valueName: "n"))
  var threads = 1

  @Option(
    help: ArgumentHelp(
      "How much memory the documents may take before they go to disk.", valueName: "megabytes"))
  var memory = 256

  @Flag(help: "Put documents that share words side by side; merge_s has the seconds.")
  var reorder = false

  @OptionGroup var basics: BasicOptions

  func validate() throws {
    guard (1...64).contains(threads), (1...4_096).contains(memory) else {
      throw ValidationError("--threads takes 1-64, --memory 1-4096.")
    }
  }

  func run() throws {
    let console = Console(basics)
    let clock = ContinuousClock()
    do {
      let start = clock.now
      let documents = try BenchCorpus(file: corpus)
      let loadSeconds = (clock.now - start) / .seconds(1)
      let before = ProcessUsage.cpuSeconds
      let figures = try BenchIndexing.run(
        documents, at: folder, threads: threads, memoryBytesMax: memory << 20, reorder: reorder)
      let cpuSeconds = ProcessUsage.cpuSeconds - before
      let seconds = figures.indexSeconds + figures.mergeSeconds
      console.line(
        JSONText.object([
          ("engine", .string("canfod")), ("version", .string(Program.version)),
          ("threads", .int(threads)), ("docs", .int(documents.entries.count)),
          ("text_bytes", .int(documents.textBytes)), ("load_s", .double(loadSeconds, digits: 2)),
          ("index_s", .double(figures.indexSeconds, digits: 2)),
          ("merge_s", .double(figures.mergeSeconds, digits: 2)),
          ("cpu_s", .double(cpuSeconds, digits: 2)),
          ("mb_per_s", .double(Double(documents.textBytes) / seconds / 1e6, digits: 2)),
          ("docs_per_s", .int(Int(Double(documents.entries.count) / seconds))),
          ("disk_bytes", .int(figures.diskBytes)), ("peak_rss_bytes", .int(ProcessUsage.peakBytes)),
        ]).line)
    } catch {
      throw BenchFailure.end(error, console)
    }
    console.flush()
  }
}

/// `canfod bench query`: times queries.
struct BenchQueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", abstract: "Time queries, a type and a query with a tab between a line.")

  @Argument(help: ArgumentHelp("The folder of the index.", valueName: "dir"))
  var folder: String

  @Argument(help: ArgumentHelp("The queries.", valueName: "file"))
  var queries: String

  @Option(help: ArgumentHelp("What to ask, with commas between.", valueName: "command,command"))
  var commands = BenchCommandName.allCases.map(\.rawValue).joined(separator: ",")

  @Option(
    help: ArgumentHelp("Only these types of query, with commas between.", valueName: "type,type"))
  var types = BenchQuery.Kind.allCases.map(\.rawValue).joined(separator: ",")

  @Option(
    name: .customLong("repeat"), help: ArgumentHelp("Passes over all queries.", valueName: "n"))
  var passes = 5

  @Option(help: ArgumentHelp("Seconds of warm-up for each command.", valueName: "seconds"))
  var warm = 1.0

  @Option(help: ArgumentHelp("What to call the engine.", valueName: "name"))
  var name = "canfod"

  @OptionGroup var basics: BasicOptions

  private static let queriesBytesMax = 64 << 20

  func validate() throws {
    for command in commands.split(separator: ",")
    where BenchCommandName(rawValue: String(command)) == nil {
      throw ValidationError("--commands: there is no \(command).")
    }
    for type in types.split(separator: ",") where BenchQuery.Kind(rawValue: String(type)) == nil {
      throw ValidationError("--types: there is no \(type).")
    }
    guard (1...1_000).contains(passes), (0...600).contains(warm) else {
      throw ValidationError("--repeat takes 1-1000, --warm 0-600.")
    }
  }

  func run() throws {
    let console = Console(basics)
    do {
      let kinds = Set(types.split(separator: ",").map(String.init))
      let text = try DiskFileSystem().read(queries, bytesMax: Self.queriesBytesMax)
      let asked = String(decoding: text, as: UTF8.self).split(separator: "\n")
        .compactMap(BenchQuery.init).filter { kinds.contains($0.kind.rawValue) }
      let reader = try IndexReader.open(at: folder)
      let order = commands.split(separator: ",").compactMap {
        BenchCommandName(rawValue: String($0))
      }
      let rows = try BenchRun(reader, asked).measure(order, passes: passes, warmSeconds: warm)
      let file = queries.split(separator: "/").last.map(String.init) ?? queries
      console.line(
        JSONText.object([
          ("engine", .string(name)), ("version", .string(Program.version)),
          ("queries", .string(file)), ("repeat", .int(passes)),
          ("date", .string(TimeStamp.day(Environment.clock))),
          ("results", .array(results(asked, order, rows))),
          ("query_list", .strings(asked.map(\.line))),
          ("per_query", .object(order.map { ($0.rawValue, perQuery(rows[$0])) })),
        ]).line)
    } catch {
      throw BenchFailure.end(error, console)
    }
    console.flush()
  }

  private func results(
    _ asked: [BenchQuery], _ order: [BenchCommandName],
    _ rows: [BenchCommandName: BenchRun.Row]
  ) -> [JSONText] {
    order.flatMap { command in
      BenchQuery.Kind.allCases.compactMap { kind -> JSONText? in
        guard let row = rows[command] else { return nil }
        let places = asked.indices.filter { asked[$0].kind == kind }
        guard !places.isEmpty else { return nil }
        let times = places.map { row.microseconds[$0] }.sorted()
        var members: [(name: String, value: JSONText)] = [
          ("type", .string(kind.rawValue)), ("command", .string(command.rawValue)),
          ("n", .int(times.count)),
          ("avg_us", .double(times.reduce(0, +) / Double(times.count), digits: 2)),
          ("p50_us", .double(times[times.count / 2], digits: 2)),
          ("p99_us", .double(times[min(times.count - 1, times.count * 99 / 100)], digits: 2)),
          ("hits", .int(places.reduce(0) { $0 + row.hits[$1] })),
        ]
        if command != .count {
          let sum = places.reduce(0) { $0 + row.scores[$1] }
          members.append(("score_sum", .double(sum, digits: 2)))
        }
        return .object(members)
      }
    }
  }

  private func perQuery(_ row: BenchRun.Row?) -> JSONText {
    .object([
      ("us", .array((row?.microseconds ?? []).map { .double($0, digits: 2) })),
      ("hits", .array((row?.hits ?? []).map { .int($0) })),
    ])
  }
}

/// How a bench that fails ends.
private enum BenchFailure {
  /// Tells of `error`.
  static func end(_ error: any Error, _ console: Console) -> ExitCode {
    let told: CatalogueError
    switch error {
    case let error as IndexError: told = .index(error)
    case let error as StorageError: told = .storage(error)
    case BenchCorpus.Failure.storage(let error): told = .storage(error)
    case BenchCorpus.Failure.badLine(let file, let line):
      console.tell(
        code: "EDATA", "\(file):\(line): not a document: id, title, body and tag as JSON", hint: nil
      )
      return ExitStatus.badData.exitCode
    default: return ExitStatus.inputOutput.exitCode
    }
    console.tell(told)
    console.flush()
    return ExitStatus(told).exitCode
  }
}
