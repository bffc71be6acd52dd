internal import HTTPTransport
internal import Records

/// What was seen when an address was asked: facts only, no verdict.
struct Observation: Sendable {
  /// A redirect that was followed.
  struct Hop: Sendable, Hashable {
    /// The address that led on.
    var from: HTTPAddress
    /// The address it led to.
    var to: HTTPAddress
    /// The answer's status code, or 200 for a page that sends browsers on.
    var status: Int

    /// Whether it is for good (RFC 9110, 15.4: 301 and 308).
    var isPermanent: Bool { status == 301 || status == 308 }
  }

  /// How it ended.
  enum Ending: Sendable {
    /// With an answer.
    case answered(Answer)
    /// Without one, for a reason of transport.
    case failed(HTTPError)
    /// With a redirect that leads nowhere.
    case lost(LinkEvidence)
    /// It was not asked: robots.txt does not want it.
    case unwelcome
    /// It was not asked: its host had failed too often.
    case hostGivenUp(HTTPError)
  }

  /// The last answer.
  struct Answer: Sendable {
    /// Its status and header fields.
    var head: HTTPHead
    /// The page, where it is one and was read.
    var page: PageFacts?
    /// What is known of the certificate.
    var tls: TLSFacts?
  }

  /// The address that was asked first.
  var start: HTTPAddress
  /// The redirects, in order.
  var hops: [Hop] = []
  /// How it ended.
  var ending: Ending = .failed(.cancelled)
  /// Requests that were repeated.
  var retries = 0
  /// What HEAD was answered, where GET was answered otherwise.
  var headStatus: Int?
  /// `Retry-After` of the last answer, in seconds.
  var retryAfterSeconds: Int?
  /// What made-up addresses beside the first one and the last one get, where they were asked.
  var siblings: [SiblingAnswer] = []
  /// Milliseconds it took, waiting for turns not counted.
  var milliseconds = 0

  /// Where it ended.
  var final: HTTPAddress { hops.last?.to ?? start }

  /// The status code of the last answer.
  var code: Int? {
    if case .answered(let answer) = ending { return answer.head.status }
    return nil
  }

  /// Whether anybody at all was heard, so that there is a network.
  var heardSomebody: Bool {
    if !hops.isEmpty { return true }
    switch ending {
    case .answered, .lost, .unwelcome: return true
    case .failed(let error):
      switch error {
      case .tls, .malformed, .headersTooLarge, .connectionLost: return true
      case .timedOut(let stage): return stage != .connecting
      default: return false
      }
    case .hostGivenUp: return false
    }
  }
}

/// What a made-up address gets: how the site says that something is not there.
struct SiblingAnswer: Sendable, Hashable {
  /// The address.
  var address: HTTPAddress
  /// The status code.
  var status: Int
  /// The steady words of the page, where it is one.
  var words: [String]?
  /// Where it was led, if it was.
  var target: HTTPAddress?
}
