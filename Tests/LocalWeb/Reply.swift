/// What a host does about a request, to the byte.
struct Reply: Sendable {
  /// A step of a body.
  enum Step: Sendable {
    /// Sends the bytes at once.
    case send([UInt8])
    /// Does nothing for a while.
    case pause(milliseconds: Int64)
    /// Sends the bytes one by one.
    case drip([UInt8], milliseconds: Int64)
    /// Sends the bytes again and again until the asker has had enough.
    case forever([UInt8])
  }

  /// What becomes of the connection.
  enum End: Sendable {
    /// It waits for the next request.
    case keep
    /// It is closed.
    case close
    /// It is reset.
    case reset
    /// Nothing happens until the asker gives up.
    case hang
  }

  /// The head, line ends and all; empty where there is none.
  var head: [UInt8] = []
  /// The body, left out in answers to HEAD.
  var body: [Step] = []
  /// What becomes of the connection.
  var end: End = .keep

  /// An answer with a status, header fields and a body of known length.
  static func status(
    _ code: Int, _ headers: [(String, String)] = [], body: [UInt8] = [], reason: String = "Status"
  ) -> Reply {
    var head = "HTTP/1.1 \(code) \(reason)\r\n"
    for (name, value) in headers { head += "\(name): \(value)\r\n" }
    if code >= 200 && code != 204 && code != 304 { head += "Content-Length: \(body.count)\r\n" }
    return Reply(head: Array((head + "\r\n").utf8), body: body.isEmpty ? [] : [.send(body)])
  }

  /// A page.
  static func html(
    _ page: Page, status: Int = 200, _ headers: [(String, String)] = []
  ) -> Reply {
    .status(
      status, [("Content-Type", "text/html; charset=utf-8")] + headers,
      body: Array(page.html.utf8))
  }

  /// HTML as given.
  static func html(_ text: String, status: Int = 200) -> Reply {
    .status(status, [("Content-Type", "text/html; charset=utf-8")], body: Array(text.utf8))
  }

  /// A file of another type.
  static func file(_ type: String, _ body: [UInt8]) -> Reply {
    .status(200, [("Content-Type", type)], body: body)
  }

  /// An answer that leads on.
  static func redirect(_ code: Int, _ location: String, _ headers: [(String, String)] = []) -> Reply
  {
    .status(
      code, [("Location", location), ("Content-Type", "text/html")] + headers,
      body: Array("<p>This way.</p>".utf8))
  }

  /// Bytes that need not be HTTP, whatever the method.
  static func raw(_ text: String, _ end: End) -> Reply {
    Reply(head: [], body: text.isEmpty ? [] : [.send(Array(text.utf8))], end: end)
  }

  /// A head that announces no length, and a body as told.
  static func stream(
    _ headers: [(String, String)], version: String = "1.1", _ body: [Step], _ end: End
  ) -> Reply {
    var head = "HTTP/\(version) 200 OK\r\n"
    for (name, value) in headers { head += "\(name): \(value)\r\n" }
    return Reply(head: Array((head + "\r\n").utf8), body: body, end: end)
  }

  /// The reply as it goes over the wire for `method`.
  func answering(_ method: String) -> Reply {
    guard method == "HEAD", !head.isEmpty else { return self }
    return Reply(head: head, body: [], end: end == .close ? .close : .keep)
  }
}
