import Foundation

/// A request as a host sees it.
struct Ask: Sendable {
  /// The method, such as `GET` or `HEAD`.
  var method: String
  /// The path without the query, percent-decoded: servers take `%c5%b7` for `%C5%B7`.
  var path: String
  /// The query without its question mark.
  var query: String
  /// The header fields; names in lower case.
  var headers: [String: String]
  /// The day of the run.
  var day: Int
  /// How many times this path was asked for before in this run, by any method.
  var earlier: Int
  /// Milliseconds since this path was first asked for in this run.
  var millisecondsSinceFirst: Int64
  /// The host that is asked.
  var label: String
  /// What the record of the host's first link says.
  var record: RecordFacts
  /// Where the hosts are.
  var directory: Directory

  /// The address of `path` on the host called `label`: by name where the asker came by a name.
  func link(_ label: String, _ path: String) -> String {
    directory.url(label, path, byName: isByName)
  }

  /// Whether the asker came by a name rather than by an IP address.
  var isByName: Bool { headers["host"]?.first?.isLetter ?? false }

  /// `path` without percent signs, where it can be decoded.
  static func decoded(_ path: String) -> String { path.removingPercentEncoding ?? path }

  /// What the asker calls itself.
  var agent: String { headers["user-agent"] ?? "" }

  /// A page that is the resource: its titles, and text that is the same at each visit.
  var page: Page {
    Page(
      record.languages == ["cy"] ? record.titleCy : record.titleEn,
      language: record.languages.first ?? "en", seed: label)
  }

  /// The resource, well answered.
  var fine: Reply { .html(page) }
}

/// Where the hosts of a web are.
struct Directory: Sendable {
  /// A host's places.
  struct Entry: Sendable {
    var scheme: String
    var address: String
    var dns: String?
  }

  /// The port of all hosts.
  var port: Int
  /// The hosts by label.
  var entries: [String: Entry]
  /// The records by scenario.
  var records: [String: RecordFacts] = [:]

  /// The address of `path` on the host called `label`.
  func url(_ label: String, _ path: String, byName: Bool) -> String {
    guard let entry = entries[label] else { preconditionFailure("no host is called \(label)") }
    let host = byName ? entry.dns ?? entry.address : entry.address
    return "\(entry.scheme)://\(host):\(port)\(path)"
  }
}
