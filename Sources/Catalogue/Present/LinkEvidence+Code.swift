public import Records

extension LinkEvidence {
  /// A short name for programs: the case's, in kebab case.
  public var code: String {
    switch self {
    case .status: "status"
    case .headLied: "head-lied"
    case .retried: "retried"
    case .redirect: "redirect"
    case .redirectLoop: "redirect-loop"
    case .tooManyRedirects: "too-many-redirects"
    case .badRedirect: "bad-redirect"
    case .nameNotFound: "name-not-found"
    case .nameServiceFailed: "name-service-failed"
    case .connectionRefused: "connection-refused"
    case .networkUnreachable: "network-unreachable"
    case .connectionLost: "connection-lost"
    case .timedOut: "timed-out"
    case .malformed: "malformed"
    case .tls: "tls"
    case .certificateEnds: "certificate-ends"
    case .fragmentMissing: "fragment-missing"
    case .refusedAddress: "refused-address"
    case .refusedPort: "refused-port"
    case .badAddress: "bad-address"
    case .robots: "robots"
    case .notFoundWords: "not-found-words"
    case .likeMadeUpAddress: "like-made-up-address"
    case .redirectToFrontPage: "redirect-to-front-page"
    case .sharedTarget: "shared-target"
    case .parkingHost: "parking-host"
    case .saleWords: "sale-words"
    case .siteChanged: "site-changed"
    case .titleWordsFound: "title-words-found"
    case .textChanged: "text-changed"
    case .titleChanged: "title-changed"
    case .language: "language"
    case .mediaType: "media-type"
    case .signIn: "sign-in"
    case .retryAfter: "retry-after"
    case .noNetwork: "no-network"
    case .failures: "failures"
    }
  }
}
