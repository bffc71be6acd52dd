internal import HTTPTransport
internal import Markup
internal import Records

/// Whether a page for signing in stands where the resource should be.
enum SignIn {
  /// A page of so many words is more than a form.
  static let formWordsMax = 150

  /// The evidence that it does, or nil.
  static func evidence(_ scene: Scene) -> [LinkEvidence]? {
    let walk = scene.observation
    let isNamed = scene.relation?.isNamed ?? false
    if !walk.hops.isEmpty, leadsToSignIn(walk.final), !leadsToSignIn(walk.start) {
      return [.signIn(walk.final.text)]
    }
    guard let page = scene.page, page.landmarks.hasPasswordField, !isNamed,
      page.words.count <= formWordsMax, !leadsToSignIn(walk.start),
      page.headlines.contains(where: { phrases.found(in: $0) != nil })
    else { return nil }
    return [.signIn(walk.final.text)]
  }

  private static func leadsToSignIn(_ address: HTTPAddress) -> Bool {
    address.path.lowercased().split { $0 == "/" || $0 == "." || $0 == "_" }
      .contains { parts.contains(String($0)) }
  }

  private static let parts: Set<String> = [
    "auth", "login", "log-in", "logon", "mewngofnodi", "oauth", "oauth2", "saml", "saml2",
    "sign-in", "signin", "sso", "wp-login",
  ]

  private static let phrases = PhraseList([
    "sign in", "log in", "login", "signin", "logon", "log on", "mewngofnodi", "please register",
    "members only", "mewngofnodwch",
  ])
}
