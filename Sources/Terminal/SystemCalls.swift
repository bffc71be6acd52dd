import Glibc

// The one file in which the command line calls C by pointers: each call passes memory that the
// caller owns for as long as the call lasts, and keeps none of it.

/// The process's output streams.
enum StandardStream: Int32, Sendable {
  /// Answers.
  case output = 1
  /// Progress and complaints.
  case error = 2

  /// Whether a person's terminal is at the other end.
  var isTerminal: Bool { isatty(rawValue) == 1 }

  /// The columns of the terminal, or nil where there is none or it does not say.
  var columns: Int? {
    var size = winsize()
    guard isTerminal, unsafe ioctl(rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }

  /// Writes all of `text`; false where the stream does not take it.
  func write(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(rawValue, buffer.baseAddress?.advanced(by: done), bytes.count - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }
}

/// What happens when the person at the keyboard has had enough.
enum Interruption {
  /// Makes SIGINT end the process at once with status 130.
  ///
  /// Every write of ours is by way of a temporary file and a rename, so that whatever it interrupts
  /// leaves what was there before.
  static func endsWithItsStatus() {
    signal(SIGINT) { _ in _exit(130) }
  }
}

/// What the process was started with.
enum Environment {
  /// The variables that change how Canfod speaks.
  static let names = ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "TERM", "COLUMNS"]

  /// Those that are set.
  static var values: [String: String] {
    var values: [String: String] = [:]
    for name in names {
      if let value = unsafe getenv(name) { values[name] = unsafe String(cString: value) }
    }
    return values
  }

  /// Who writes, for others to be told: the program and its process.
  static var holder: String { "canfod, process \(getpid())" }
}
