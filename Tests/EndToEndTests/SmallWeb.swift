import Foundation

/// A small web on loopback, served by Python: what each path answers is fixed, and each day may bring
/// another answer.
final class SmallWeb {
  /// The server said no port.
  struct NotStarted: Error {}

  private let process = Process()
  private let log: URL
  /// The port it listens on.
  let port: Int

  /// Starts it in `folder`; the file `day` there says which day it is.
  init(in folder: String) throws {
    log = URL(fileURLWithPath: folder + "/asked")
    _ = FileManager.default.createFile(atPath: log.path, contents: nil)
    let script = folder + "/web.py"
    try Data(Self.script.utf8).write(to: URL(fileURLWithPath: script))
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", script]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    var line = ""
    while !line.hasSuffix("\n") {
      guard let bytes = try output.fileHandleForReading.read(upToCount: 1), !bytes.isEmpty else {
        throw NotStarted()
      }
      line += String(decoding: bytes, as: UTF8.self)
    }
    guard let port = Int(line.dropLast()) else { throw NotStarted() }
    self.port = port
  }

  deinit { process.terminate() }

  /// What was asked, such as `GET /x`, in order.
  var asked: [String] {
    let text = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map(String.init)
  }

  private static let script = """
    import http.server, time
    PROSE = ("This guide is for parents and carers who want to talk with their children about keeping "
             "safe online. It explains what the risks are, what the law says and where you can get help. ")
    class Web(http.server.BaseHTTPRequestHandler):
        def answer(self):
            with open("asked", "a") as log:
                log.write(self.command + " " + self.path + "\\n")
            status, headers, body = 404, {}, b"no"
            path = self.path
            if path.endswith(".pdf"):
                status, headers, body = 200, {"Content-Type": "application/pdf"}, b"%PDF-1.4"
            if path.startswith("/slow/"):
                time.sleep(0.02)
            if path == "/moved":
                status, headers = 301, {"Location": "/new-place.pdf"}
            if path == "/gone":
                status = 410
            if path == "/wall":
                status = 403
            if path == "/page":
                status, headers = 200, {"Content-Type": "text/html"}
                body = ("<title>A resource on keeping safe</title><p>" + PROSE * 2).encode()
            if path.startswith("/timegate/"):
                status, headers = 302, {"Location": "/copy/" + path[10:]}
            if path.startswith("/copy/"):
                status, headers = 200, {"Memento-Datetime": "Wed, 01 Jan 2020 00:00:00 GMT"}
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)
        do_GET = do_HEAD = answer
        def log_message(self, *words):
            pass
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Web)
    print(server.server_port, flush=True)
    server.serve_forever()

    """
}
