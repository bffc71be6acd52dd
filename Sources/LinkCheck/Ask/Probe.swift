internal import HTTPTransport
internal import Markup
internal import Records

/// Asks one address and follows where it leads: facts in, no verdict.
///
/// HEAD first where only existence matters (a file), GET at once where the page itself is to be read,
/// so that a page costs its server one request and not two. A HEAD that is refused, fails or finds
/// nothing is asked again as GET, since many servers do not tell the truth to HEAD.
struct Probe: Sendable {
  /// Who sends.
  let client: any HTTPClient
  /// Who says when.
  let turns: any Turns
  /// How.
  let policy: CheckPolicy
  /// What is known of the run's hosts.
  let hosts: HostBook
  /// Seconds since 1970.
  let now: @Sendable () -> Int64

  /// Asks `address`.
  func observe(_ address: HTTPAddress) async -> Observation {
    var walk = Walk(start: address)
    while true {
      if let error = await hosts.givenUp(walk.place.origin) {
        walk.observation.ending = .hostGivenUp(error)
        return walk.observation
      }
      if policy.respectsRobots, await !hosts.robots(of: walk.place, self).allows(walk.place) {
        walk.observation.ending = .unwelcome
        return walk.observation
      }
      let step: Step
      do throws(HTTPError) {
        step = try await ask(&walk)
      } catch {
        walk.observation.ending = .failed(error)
        await hosts.note(error, of: walk.place.origin)
        return walk.observation
      }
      await hosts.note(nil, of: walk.place.origin)
      switch step {
      case .done(let answer):
        walk.observation.ending = .answered(answer)
        return walk.observation
      case .lost(let evidence):
        walk.observation.ending = .lost(evidence)
        return walk.observation
      case .onward(let target, let status):
        if let evidence = walk.go(to: target, status: status, redirectsMax: policy.redirectsMax) {
          walk.observation.ending = .lost(evidence)
          return walk.observation
        }
      }
    }
  }

  /// What a made-up address gets, asked once and not followed; nil where it must not be asked, or no
  /// answer came.
  func sibling(at address: HTTPAddress) async -> SiblingAnswer? {
    if policy.respectsRobots, await !hosts.robots(of: address, self).allows(address) { return nil }
    let request = request(.get, address, HostCookies())
    let result = await turns.send(request, by: client)
    guard case .success(let response) = result else { return nil }
    return SiblingAnswer(
      address: address, status: response.head.status,
      words: Self.page(in: response).map { SoftNotFound.steady($0.words) },
      target: Self.redirectTarget(response.head, from: address))
  }

  private enum Step {
    case done(Observation.Answer)
    case lost(LinkEvidence)
    case onward(HTTPAddress, status: Int)
  }

  /// Asks for the place where the walk stands, HEAD or GET or both.
  private func ask(_ walk: inout Walk) async throws(HTTPError) -> Step {
    if !policy.readsPages || Self.looksLikeFile(walk.place) {
      if let response = await head(&walk) {
        if let step = try Self.redirect(response.head, from: walk.place) { return step }
        let isPage = policy.readsPages && response.head.mediaType.map(Self.isPage) ?? false
        if !isPage {
          return .done(Observation.Answer(head: response.head, tls: response.tls))
        }
      }
    }
    let response = try await send(.get, &walk)
    if let head = walk.observation.headStatus, head == response.head.status {
      walk.observation.headStatus = nil
    }
    if let step = try Self.redirect(response.head, from: walk.place) { return step }
    let page = policy.readsPages ? Self.page(in: response) : nil
    let head = Self.isPDF(response) ? response.head.called("application/pdf") : response.head
    if response.head.status == 200, let refresh = page?.landmarks.refresh,
      let target = walk.place.resolving(refresh), target != walk.place
    {
      return .onward(target, status: 200)
    }
    return .done(Observation.Answer(head: head, page: page, tls: response.tls))
  }

  /// The answer to HEAD, where it can be believed.
  private func head(_ walk: inout Walk) async -> HTTPResponse? {
    do throws(HTTPError) {
      let response = try await once(.head, &walk)
      if (200..<400).contains(response.head.status) { return response }
      walk.observation.headStatus = response.head.status
      if let asked = RetryAfter.seconds(response.head, now: now()) {
        await turns.hold(walk.place.host, seconds: Double(min(asked, policy.retryAfterSecondsMax)))
      }
    } catch {
      // GET will tell.
    }
    return nil
  }

  /// Sends until something comes that is worth telling, or the retries are used up.
  private func send(
    _ method: HTTPRequest.Method, _ walk: inout Walk
  ) async throws(HTTPError) -> HTTPResponse {
    var attempt = 0
    while true {
      let wait: Double
      let last: Result<HTTPResponse, HTTPError>
      do throws(HTTPError) {
        let response = try await once(method, &walk)
        let asked = RetryAfter.seconds(response.head, now: now())
        walk.observation.retryAfterSeconds = asked
        guard Self.passes(response.head.status) else { return response }
        if let asked, asked > policy.retryAfterSecondsMax { return response }
        // What the server asks for holds for all of its links.
        if let asked { await turns.hold(walk.place.host, seconds: Double(asked)) }
        wait = asked == nil ? backoff(attempt) : 0
        last = .success(response)
      } catch {
        guard Self.passes(error) else { throw error }
        wait = backoff(attempt)
        last = .failure(error)
      }
      guard attempt < policy.retries, !Task.isCancelled else { return try last.get() }
      attempt += 1
      walk.observation.retries += 1
      await turns.rest(seconds: wait)
    }
  }

  private func once(
    _ method: HTTPRequest.Method, _ walk: inout Walk
  ) async throws(HTTPError) -> HTTPResponse {
    let response = try await turns.send(request(method, walk.place, walk.cookies), by: client).get()
    walk.cookies.take(response.head, from: walk.place)
    walk.observation.milliseconds += response.milliseconds
    return response
  }

  private func request(
    _ method: HTTPRequest.Method, _ address: HTTPAddress, _ cookies: HostCookies
  ) -> HTTPRequest {
    HTTPRequest(
      method, address.withoutFragment,
      headers: [HTTPHeader("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")]
        + [cookies.field(for: address)].compactMap { $0 },
      limits: HTTPLimits(
        connectSeconds: min(10, policy.timeoutSeconds), totalSeconds: policy.timeoutSeconds,
        bodyBytesMax: policy.pageBytesMax),
      wantsBody: { head in head.mediaType.map(Self.isPage) ?? true })
  }

  /// Seconds before the next attempt: twice as long each time, and by chance up to half more or less,
  /// so that those who failed together do not come back together.
  private func backoff(_ attempt: Int) -> Double {
    policy.backoffSeconds * Double(1 << attempt) * Double.random(in: 0.5...1.5)
  }

  /// Whether an answer may be another in a moment.
  private static func passes(_ status: Int) -> Bool {
    [408, 425, 429, 500, 502, 503, 504].contains(status)
  }

  /// Whether a failure may have passed in a moment.
  private static func passes(_ error: HTTPError) -> Bool {
    switch error {
    case .nameServiceFailed, .connectionRefused, .networkUnreachable, .timedOut, .connectionLost:
      true
    case .badAddress, .nameNotFound, .refusedAddress, .refusedPort, .tls, .headersTooLarge,
      .malformed, .cancelled, .other:
      false
    }
  }

  private static func redirect(
    _ head: HTTPHead, from place: HTTPAddress
  ) throws(HTTPError) -> Step? {
    guard [301, 302, 303, 307, 308].contains(head.status) || head.status == 300 else { return nil }
    guard let location = head["location"], !location.isEmpty else {
      return head.status == 300 ? nil : .lost(.badRedirect(""))
    }
    guard let target = place.resolving(location) else {
      return .lost(.badRedirect(Excerpt.of(location)))
    }
    return .onward(target, status: head.status)
  }

  private static func redirectTarget(_ head: HTTPHead, from place: HTTPAddress) -> HTTPAddress? {
    guard (300..<400).contains(head.status) else { return nil }
    return head["location"].flatMap { place.resolving($0) }
  }

  private static func page(in response: HTTPResponse) -> PageFacts? {
    guard response.head.mediaType.map(isPage) ?? true, !response.body.isEmpty, !isPDF(response)
    else { return nil }
    return PageFacts(response)
  }

  /// Whether a document came, whatever its server calls it: some call everything HTML.
  private static func isPDF(_ response: HTTPResponse) -> Bool {
    response.body.starts(with: Array("%PDF-".utf8))
  }

  /// Whether a media type is that of a page.
  static func isPage(_ mediaType: String) -> Bool {
    mediaType == "text/html" || mediaType == "application/xhtml+xml"
  }

  /// Whether an address ends as files do that are not pages.
  static func looksLikeFile(_ address: HTTPAddress) -> Bool {
    let name = address.path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return false }
    return fileEndings.contains(name[name.index(after: dot)...].lowercased())
  }

  private static let fileEndings: Set<String> = [
    "avi", "csv", "doc", "docx", "epub", "gif", "jpeg", "jpg", "m4a", "mov", "mp3", "mp4", "odp",
    "ods", "odt", "pdf", "png", "ppt", "pptx", "rtf", "svg", "txt", "vtt", "wav", "webm", "webp",
    "xls", "xlsx", "zip",
  ]
}
