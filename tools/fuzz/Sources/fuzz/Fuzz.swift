import CFuzzer
import Glibc
import SocketFuzz

/// Lets LLVM's fuzzer put bytes to the socket server; its arguments are the fuzzer's.
@main
enum Fuzz {
  /// The server under test, on the index that `CANFOD_FUZZ_INDEX` names.
  static let fuzzer: SocketFuzzer = {
    guard let index = getenv("CANFOD_FUZZ_INDEX").map({ String(cString: $0) }) else {
      fail("CANFOD_FUZZ_INDEX names no index")
    }
    do {
      return try SocketFuzzer(index: index)
    } catch {
      fail("\(error)")
    }
  }()

  static func main() {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    exit(
      LLVMFuzzerRunDriver(&count, &arguments) { start, count in
        let faults = Fuzz.fuzzer.faults(Array(UnsafeBufferPointer(start: start, count: count)))
        if !faults.isEmpty { Fuzz.fail(faults.joined(separator: "\n"), aborts: true) }
        return 0
      })
  }

  /// Ends with `message`; by an abort, which the fuzzer takes for a crash, where it `aborts`.
  static func fail(_ message: String, aborts: Bool = false) -> Never {
    let line = message + "\n"
    _ = line.withCString { write(STDERR_FILENO, $0, line.utf8.count) }
    if aborts { abort() }
    exit(69)
  }
}
