import Catalogue
import Dispatch
import Glibc
import Synchronization

@testable import SocketServer

/// How many requests of Redis' clients a second are answered where nothing is sent: what the server's
/// throughput is held against.
///
/// The index is a catalogue's; a request is a line of the file, its words with tabs between.
enum RequestsBenchmark {
  private static let seconds = 3

  static func run(_ index: String, _ requests: [UInt8]) throws {
    let requests = requests.split(separator: 0x0A).map { line in
      line.split(separator: 0x09).map { String(decoding: $0, as: UTF8.self) }
    }
    guard let name = requests.first?.first,
      let command = FTCommands.table.first(where: { $0.name == name }),
      case .catalogue(let answer) = command.answer,
      requests.allSatisfy({ $0.first == name })
    else { return BenchMicro.fail("the requests are not all of one FT command") }
    let desk = Desk(
      catalogue: try Catalogue(index: index), limits: ConnectionLimits(), statistics: Statistics(),
      version: "0")
    for threads in [1, 2] {
      let answered = Atomic(0)
      let failed = Atomic(0)
      let start = ContinuousClock.now
      let end = start.advanced(by: .seconds(seconds))
      DispatchQueue.concurrentPerform(iterations: threads) { thread in
        var next = thread * requests.count / threads
        while ContinuousClock.now < end {
          do {
            _ = try answer(Array(requests[next].dropFirst()), FTDesk(desk: desk))
            answered.add(1, ordering: .relaxed)
          } catch {
            failed.add(1, ordering: .relaxed)
          }
          next = (next + 1) % requests.count
        }
      }
      let took = (ContinuousClock.now - start) / .seconds(1)
      let rate = Double(answered.load(ordering: .relaxed)) / took
      print(
        "\(threads) threads: \(Stopwatch.rounded(rate)) a second, \(failed.load(ordering: .relaxed)) failed"
      )
    }
  }
}
