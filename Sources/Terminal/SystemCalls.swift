import Glibc

// The one file in which the command lines call C by pointers: each call passes memory that the
// caller owns for as long as the call lasts, and keeps none of it.

/// The process's output streams.
public enum StandardStream: Int32, Sendable {
  /// Answers.
  case output = 1
  /// Progress and complaints.
  case error = 2

  /// Whether a person's terminal is at the other end.
  public var isTerminal: Bool { isatty(rawValue) == 1 }

  /// The columns of the terminal, or nil where there is none or it does not say.
  public var columns: Int? {
    var size = winsize()
    guard isTerminal, unsafe ioctl(rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }

  /// Writes all of `text`; false where the stream does not take it.
  public func write(_ text: String) -> Bool {
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
public enum Interruption {
  /// Makes SIGINT end the process at once with status 130.
  ///
  /// Every write of ours is by way of a temporary file and a rename, so that whatever it interrupts
  /// leaves what was there before.
  ///
  /// A parent may have blocked signals for itself, and so for this process: they are let through.
  public static func endsWithItsStatus() {
    signal(SIGINT) { _ in _exit(130) }
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGINT)
    unsafe sigaddset(&signals, SIGTERM)
    unsafe sigprocmask(SIG_UNBLOCK, &signals, nil)
  }

  /// Ends the process at once with that status.
  public static func end() { _exit(130) }
}

/// This program, and another in its place.
public enum Program {
  /// The version, for people, for programs and for those who are asked.
  public static let version = "0.1.0"

  /// The folder that this program's own file lies in, or nil where the system does not say.
  public static var folder: String? {
    var path = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe path.withUnsafeMutableBytes { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { target in
        unsafe target.baseAddress.map { unsafe readlink("/proc/self/exe", $0, target.count) } ?? 0
      }
    }
    guard count > 0, let slash = path[..<count].lastIndex(of: UInt8(ascii: "/")) else { return nil }
    return String(decoding: path[..<slash], as: UTF8.self)
  }

  /// Replaces this program by the one at `path`; returns only where that cannot be started.
  public static func replace(by path: String, _ arguments: [String]) {
    // What strdup takes is not given back: either the process becomes another, or it ends.
    var words = unsafe ([path] + arguments).map { unsafe strdup($0) }
    unsafe words.append(nil)
    _ = unsafe execv(path, words)
  }
}

/// What the process has used.
public enum ProcessUsage {
  /// Seconds of all cores, the kernel's work for it included.
  public static var cpuSeconds: Double {
    let usage = usage
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }

  /// Bytes of memory at most.
  public static var peakBytes: Int { usage.ru_maxrss * 1_024 }

  private static var usage: rusage {
    var usage = rusage()
    _ = unsafe getrusage(RUSAGE_SELF.rawValue, &usage)
    return usage
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }
}

/// What the process was started with.
public enum Environment {
  /// The variables that change how Canfod speaks.
  public static let names = ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "TERM", "COLUMNS"]

  /// Those that are set.
  public static var values: [String: String] {
    var values: [String: String] = [:]
    for name in names {
      if let value = unsafe getenv(name) { values[name] = unsafe String(cString: value) }
    }
    return values
  }

  /// The value of one variable; nil where it is not set.
  public static func value(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }

  /// Seconds since 1970.
  public static var clock: Int64 { Int64(time(nil)) }

  /// The time that a test gives in place of the clock's, in seconds since 1970: `CANFOD_NOW`.
  public static var now: Int64? {
    guard let value = unsafe getenv("CANFOD_NOW") else { return nil }
    return Int64(unsafe String(cString: value))
  }

  /// Who writes, for others to be told: the program and its process.
  public static var holder: String { "canfod, process \(getpid())" }
}
