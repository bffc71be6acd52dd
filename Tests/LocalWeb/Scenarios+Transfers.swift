import Records

/// Answers that go wrong on the wire.
extension Scenarios {
  static var brokenTransfers: [Corner] {
    let type = [("Content-Type", "text/html; charset=utf-8")]
    return [
      .page("silent", .unreachable, broken: true, "It takes the request and never answers.") { _ in
        .raw("", .hang)
      },
      .page("silent-after-head", .unreachable, broken: true, "It never answers beyond the head.") {
        _ in .stream(type + [("Content-Length", "5000")], [], .hang)
      },
      .page("drip", .unreachable, broken: true, "A byte each second.") { ask in
        .stream(
          type + [("Content-Length", "5000")],
          [.drip(Array(ask.page.html.utf8.prefix(5000)), milliseconds: 1000)], .close)
      },
      .page("drip-head", .unreachable, broken: true, "A byte of the head each second.") { ask in
        Reply(
          head: [], body: [.drip(ask.fine.head + Array(ask.page.html.utf8), milliseconds: 1000)],
          end: .close)
      },
      .page("reset", .unreachable, broken: true, "The connection is reset at once.") { _ in
        .raw("", .reset)
      },
      .page("close", .unreachable, broken: true, "The connection is closed without a word.") { _ in
        .raw("", .close)
      },
      .page("reset-in-head", .unreachable, broken: true, "It is reset amid the head.") { _ in
        .raw("HTTP/1.1 200 OK\r\nContent-Ty", .reset)
      },
      .page(
        "reset-first-day", .days(.unreachable, .alive, .alive), broken: false,
        "Reset on the first day, well since."
      ) { ask in ask.day == 0 ? .raw("", .reset) : ask.fine },
      .page(
        "silent-later", .days(.alive, .unreachable, .unreachable), broken: true,
        "Well on the first day, no answer since."
      ) { ask in ask.day == 0 ? ask.fine : .raw("", .hang) },
      .site(
        "refused", scheme: .silent, .unreachable, broken: true, "Nobody listens there."
      ) { _ in .raw("", .close) },
      .page("garbage", .failing, broken: true, "It answers, but not in HTTP.") { _ in
        .raw("SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n", .close)
      },
      .page("http-0-9", .failing, broken: true, "A page without a head, as in 1991.") { ask in
        .raw("<html><title>\(ask.record.titleEn)</title><p>Hello.</html>", .close)
      },
      .page("bad-status-line", .failing, broken: true, "Its status is the word `fine`.") { ask in
        .raw("HTTP/1.1 fine\r\nContent-Length: 2\r\n\r\nOK", .close)
      },
      .page("endless-head", .failing, broken: true, "Header fields without end.") { _ in
        Reply(
          head: [],
          body: [
            .send(Array("HTTP/1.1 200 OK\r\n".utf8)),
            .forever(Array((0..<64).map { "X-Field-\($0): \($0)\r\n" }.joined().utf8)),
          ], end: .close)
      },
      .page("bad-chunk", .failing, broken: true, "The first chunk's size is no number.") { ask in
        .stream(
          type + [("Transfer-Encoding", "chunked")],
          [.send(Array("zzz\r\n\(ask.page.html)\r\n0\r\n\r\n".utf8))], .close)
      },
    ]
  }

  static var oddTransfers: [Corner] {
    let type = [("Content-Type", "text/html; charset=utf-8")]
    return [
      .page("chunked", .alive, broken: false, "In chunks, with extensions and a trailer.") { ask in
        let body = Array(ask.page.html.utf8)
        let half = body.count / 2
        let head = String(half, radix: 16) + ";name=value\r\n"
        let tail = "\r\n" + String(body.count - half, radix: 16) + "\r\n"
        return .stream(
          type + [("Transfer-Encoding", "chunked")],
          [
            .send(Array(head.utf8) + body[..<half]), .pause(milliseconds: 20),
            .send(Array(tail.utf8) + body[half...]), .send(Array("\r\n0\r\nX-T: 1\r\n\r\n".utf8)),
          ], .keep)
      },
      .page("chunks-without-end", .alive, broken: false, "All of the page, but no last chunk.") {
        ask in
        let body = ask.page.html
        return .stream(
          type + [("Transfer-Encoding", "chunked")],
          [.send(Array("\(String(body.utf8.count, radix: 16))\r\n\(body)\r\n".utf8))], .close)
      },
      .page("length-too-large", .alive, broken: false, "Content-Length says 100 more than comes.") {
        ask in
        let body = Array(ask.page.html.utf8)
        return .stream(
          type + [("Content-Length", "\(body.count + 100)")], [.send(body)], .close)
      },
      .page("length-too-small", .alive, broken: false, "Content-Length leaves out the footer.") {
        ask in
        let body = Array(ask.page.html.utf8)
        return .stream(type + [("Content-Length", "\(body.count - 40)")], [.send(body)], .close)
      },
      .page("http-1-0", .alive, broken: false, "HTTP/1.0, the end of the connection ends it.") {
        .stream(type, version: "1.0", [.send(Array($0.page.html.utf8))], .close)
      },
      .page("line-feeds", .alive, broken: false, "Lines end in LF alone.") { ask in
        .raw(
          "HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8\n\n\(ask.page.html)", .close)
      },
      .page("no-reason", .alive, broken: false, "A status line without a reason.") { ask in
        .raw(
          "HTTP/1.1 200\r\nContent-Type: text/html; charset=utf-8\r\n\r\n\(ask.page.html)", .close)
      },
      .page("continue", .alive, broken: false, "Five times 100 Continue before the answer.") {
        ask in
        var reply = ask.fine
        let spam = String(repeating: "HTTP/1.1 100 Continue\r\n\r\n", count: 5)
        reply.head = Array(spam.utf8) + reply.head
        return reply
      },
      .page("large-head", .alive, broken: false, "Header fields of 30 kB.") { ask in
        let policy = (0..<15).map { ("X-Policy-\($0)", String(repeating: "a", count: 2000)) }
        return .html(ask.page, policy)
      },
      .page(
        "gigabyte", path: "/films/whole.mp4", mediaType: "video/mp4", .alive, broken: false,
        "A film of a gigabyte."
      ) { _ in
        .stream(
          [("Content-Type", "video/mp4"), ("Content-Length", "\(1 << 30)")],
          [.send(Files.video), .forever(Files.video)], .close)
      },
      .page("endless", .alive, broken: false, "The page, and then blanks without end.") { ask in
        .stream(
          type,
          [.send(Array(ask.page.html.utf8)), .forever([UInt8](repeating: 0x20, count: 16_384))],
          .close)
      },
      .page("gzip-bomb", .alive, broken: false, "The page, and then blanks without end, in gzip.") {
        ask in
        let bomb = Files.bomb(Array(ask.page.html.utf8))
        return .stream(
          type + [("Content-Encoding", "gzip")], [.send(bomb.start), .forever(bomb.piece)], .close)
      },
    ]
  }
}
