internal import HTTPTransport

/// What of an observation is kept once it is judged: pages are not.
struct Seen: Sendable, Hashable {
  /// The host that was asked first.
  var host: String?
  /// The status code of the last answer.
  var code: Int?
  /// The address at which it ended, where redirects led elsewhere.
  var final: String?
  /// The redirects, each as `301 https://…`.
  var hops: [String] = []
  /// Requests that were repeated.
  var retries = 0
  /// Milliseconds it took.
  var milliseconds = 0
  /// When the certificate ends, in seconds since 1970.
  var certificateEnds: Int64?
  /// What drift would be measured from: of a whole answer (200) only.
  var baseline: Baseline?

  /// Keeps what matters of `observation`.
  init(_ observation: Observation?) {
    guard let observation else { return }
    host = observation.start.host
    code = observation.code
    final = observation.hops.isEmpty ? nil : observation.final.text
    hops = observation.hops.map { "\($0.status) \($0.to.withFragment)" }
    retries = observation.retries
    milliseconds = observation.milliseconds
    if case .answered(let answer) = observation.ending {
      certificateEnds = answer.tls?.notAfter
      if (200..<300).contains(answer.head.status) { baseline = Baseline(answer) }
    }
  }
}
