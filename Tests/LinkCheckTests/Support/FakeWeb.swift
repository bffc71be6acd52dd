import HTTPTransport
import Synchronization

/// A web in memory: what each address answers, in turn, and who asked for what.
final class FakeWeb: HTTPClient {
  /// What is answered to a request.
  enum Reply: Sendable {
    case answer(HTTPResponse)
    case failure(HTTPError)
  }

  private struct State {
    var replies: [String: [Reply]] = [:]
    var asked: [String] = []
    var requests: [HTTPRequest] = []
  }

  private let state = Mutex(State())

  /// Answers HEAD and GET of `address` each with `replies` one after the other, and with the last of
  /// them from then on.
  func on(_ address: String, _ replies: Reply...) {
    answer([.head, .get], address, replies)
  }

  /// Answers one method only.
  func on(_ method: HTTPRequest.Method, _ address: String, _ replies: Reply...) {
    answer([method], address, replies)
  }

  private func answer(_ methods: [HTTPRequest.Method], _ address: String, _ replies: [Reply]) {
    state.withLock { state in
      for method in methods { state.replies["\(method.rawValue) \(address)"] = replies }
    }
  }

  /// What was asked, such as `GET http://a.test/`.
  var asked: [String] { state.withLock { $0.asked } }
  /// The requests.
  var requests: [HTTPRequest] { state.withLock { $0.requests } }

  func send(_ request: HTTPRequest) async throws(HTTPError) -> HTTPResponse {
    let key = "\(request.method.rawValue) \(request.address.text)"
    let reply = state.withLock { state -> Reply in
      state.asked.append(key)
      state.requests.append(request)
      guard var replies = state.replies[key], let first = replies.first else {
        return .status(404)
      }
      if replies.count > 1 {
        replies.removeFirst()
        state.replies[key] = replies
      }
      return first
    }
    switch reply {
    case .answer(var response):
      if request.method == .head || !request.wantsBody(response.head) { response.body = [] }
      return response
    case .failure(let error): throw error
    }
  }
}

extension FakeWeb.Reply {
  /// An answer of nothing but a status and header fields.
  static func status(_ status: Int, _ headers: (String, String)...) -> Self {
    .answer(
      HTTPResponse(
        head: HTTPHead(status: status, headers: headers.map { HTTPHeader($0.0, $0.1) })))
  }

  /// A redirect.
  static func redirect(_ status: Int, _ location: String) -> Self {
    .status(status, ("Location", location))
  }

  /// A page.
  static func page(
    _ title: String, _ text: String, status: Int = 200, head: String = ""
  ) -> Self {
    .html("<title>\(title)</title>\(head)<h1>\(title)</h1><p>\(text)</p>", status: status)
  }

  /// A page as it is written.
  static func html(_ html: String, status: Int = 200) -> Self {
    .answer(
      HTTPResponse(
        head: HTTPHead(
          status: status, headers: [HTTPHeader("Content-Type", "text/html; charset=utf-8")]),
        body: Array(html.utf8)))
  }

  /// A file of a media type.
  static func file(_ mediaType: String) -> Self { .status(200, ("Content-Type", mediaType)) }
}
