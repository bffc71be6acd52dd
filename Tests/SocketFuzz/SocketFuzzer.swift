internal import Catalogue
internal import Logging
internal import SocketServer

/// Puts any bytes to the socket server's parts, without a network, and tells what does not hold.
///
/// A fuzzer (`tools/fuzz`) makes the bytes, and the tests replay those that were kept. What they are put
/// to, their first byte says: see ``FuzzInput``.
public struct SocketFuzzer: Sendable {
  private let answering: AnsweringResponder

  /// Takes the catalogue in the index folder `index` to answer from.
  public init(index: String) throws {
    let logger = Logger(label: "fuzz") { _ in SwiftLogNoOpLogHandler() }
    let catalogue = try LiveCatalogue(index: index, logger: logger)
    var limits = ConnectionLimits()
    limits.queryTimeoutMilliseconds = 500
    answering = AnsweringResponder(
      CommandResponder(
        catalogue: catalogue, pool: SearchPool(workers: 1, queuedMax: 1), statistics: Statistics(),
        limits: limits, configuration: ServerConfiguration(indexFolder: index, version: "0"),
        logger: logger))
  }

  /// What does not hold of `bytes`; most often nothing.
  public func faults(_ bytes: [UInt8]) -> [String] {
    guard let input = FuzzInput(bytes) else { return [] }
    switch input.kind {
    case .connection:
      return FramingCheck(input).faults + OrderCheck(input).faults
        + AnswerCheck(input, answering).faults
    case .query: return CommandCheck(answering).faults(query: input.bytes)
    case .words: return CommandCheck(answering).faults(words: input.bytes)
    }
  }
}
