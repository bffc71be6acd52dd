import Foundation
import Storage

/// The tables of facts that the corpus was made from, where they lie beside the checkout.
struct FactsTables {
  /// One row, by column name.
  typealias Row = [String: String]

  private static let folder = ShippedCatalogue.corpus + "/../../shared/catalogue"

  /// Whether they are there.
  static var areThere: Bool {
    ((try? DiskFileSystem().entry(at: folder + "/resources_more.tsv")) ?? nil) != nil
  }

  /// The rows of both tables of resources.
  let rows: [Row]
  /// What a word of the tables stands for, by facet.
  let aliases: [String: [String: [String]]]

  /// Reads the tables.
  init() throws {
    rows = try Self.rows("/resources.tsv") + Self.rows("/resources_more.tsv")
    aliases = Self.aliases(try Self.text(ShippedCatalogue.corpus + "/vocabulary/aliases.yaml"))
  }

  /// The vocabulary values that a row's words in `column` stand for.
  func values(_ column: String, of row: Row, facet: String) -> [String] {
    Self.list(row[column] ?? "", separator: ";").flatMap { aliases[facet]?[$0] ?? [$0] }
  }

  /// The ids of the rows that `isMeant`, sorted.
  func ids(where isMeant: (Row) -> Bool) -> [String] {
    rows.filter(isMeant).compactMap { $0["id"] }.sorted()
  }

  private static func rows(_ name: String) throws -> [Row] {
    let lines = try text(folder + name).split(separator: "\n")
    guard let header = lines.first else { return [] }
    let names = cells(header)
    return lines.dropFirst().map { line in
      Row(zip(names, cells(line))) { first, _ in first }
    }
  }

  private static func cells(_ line: Substring) -> [String] {
    line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  }

  /// Reads `facet:` with lines `word: [value, value]` below it, which is all that the file has.
  private static func aliases(_ text: String) -> [String: [String: [String]]] {
    var aliases: [String: [String: [String]]] = [:]
    var facet = ""
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      if line.hasPrefix(" ") {
        let word = list(String(line[..<colon]), separator: ":").joined()
        let values = line[colon...].drop { $0 != "[" }.dropFirst().prefix { $0 != "]" }
        aliases[facet, default: [:]][word] = list(String(values), separator: ",")
      } else {
        facet = String(line[..<colon])
      }
    }
    return aliases
  }

  private static func list(_ text: String, separator: Character) -> [String] {
    text.split(separator: separator).map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
  }

  private static func text(_ path: String) throws -> String {
    String(decoding: try DiskFileSystem().read(path, bytesMax: 10_000_000), as: UTF8.self)
  }
}
