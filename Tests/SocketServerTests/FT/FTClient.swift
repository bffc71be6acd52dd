import Catalogue
import Testing

@testable import SocketServer

/// Asks the FT commands of a catalogue directly, without a connection.
struct FTClient {
  let catalogue: Catalogue
  var version = RESPVersion.two

  /// The reply to a request, an error as a value.
  func ask(_ words: String...) -> RESPValue { ask(words) }

  /// The reply to a request, an error as a value.
  func ask(_ words: [String]) -> RESPValue {
    guard let command = FTCommands.table.first(where: { $0.name == words[0] }),
      case .catalogue(let answer) = command.answer
    else { return .error("no such command") }
    guard command.takes(wordCount: words.count) else {
      return .error(RESPErrorText.argumentCount(command.name))
    }
    var limits = ConnectionLimits()
    limits.queryTimeoutMilliseconds = limits.queryTimeoutMillisecondsMax
    let desk = Desk(catalogue: catalogue, limits: limits, statistics: Statistics(), version: "0")
    do throws(FTError) {
      return try answer(
        Array(words.dropFirst()),
        FTDesk(desk: desk, proto: version, indexNames: ["catalogue", "resources"]))
    } catch {
      return .error(error.message)
    }
  }

  /// The ids that FT.SEARCH gives, sorted, and the total before them.
  func ids(_ query: String, _ options: String...) throws -> [String] {
    let words = ["FT.SEARCH", "catalogue", query, "NOCONTENT", "LIMIT", "0", "1000"] + options
    guard case .array(let values) = ask(words), case .integer(let total) = values.first else {
      Issue.record("\(ask(words))")
      return []
    }
    let ids = values.dropFirst().compactMap { if case .bulk(let id) = $0 { id } else { nil } }
    try #require(ids.count == total)
    return ids.sorted()
  }

  /// The text of the error that a request is answered with; nil where it is answered otherwise.
  func error(_ words: String...) -> String? {
    if case .error(let message) = ask(words) { message } else { nil }
  }
}
