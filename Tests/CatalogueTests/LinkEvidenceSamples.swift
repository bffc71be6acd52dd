import Records

/// One of every sort of evidence.
enum LinkEvidenceSamples {
  static let all: [LinkEvidence] = [
    .status(404), .headLied(status: 405), .retried(1),
    .redirect(to: "https://a.example/", isPermanent: true),
    .redirect(to: "https://a.example/", isPermanent: false), .redirectLoop, .tooManyRedirects(10),
    .badRedirect("ftp://a.example/"), .nameNotFound(host: "a.example"),
    .nameServiceFailed(host: "a.example"), .connectionRefused, .networkUnreachable,
    .connectionLost, .timedOut(stage: "waiting"), .malformed, .tls(fault: "expired"),
    .certificateEnds(days: 9), .fragmentMissing("pennod-2"), .refusedAddress("10.0.0.1"),
    .refusedPort(22), .badAddress("http://"), .robots, .notSent("no memory"),
    .notFoundWords("Page not found"),
    .likeMadeUpAddress("https://a.example/x"), .redirectToFrontPage, .sharedTarget(count: 3),
    .parkingHost("parking.example"), .saleWords("for sale"),
    .siteChanged(from: "a.example", to: "b.example"), .titleWordsFound(percent: 10),
    .textChanged(bits: 30), .titleChanged(from: "Old", to: "New"),
    .language(expected: "cy", found: "en"),
    .mediaType(expected: "application/pdf", found: "text/html"),
    .signIn("https://a.example/login"), .retryAfter(seconds: 60), .noNetwork,
    .failures(count: 3, since: 1_764_115_200),
  ]
}
