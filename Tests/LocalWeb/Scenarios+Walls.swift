import Records

/// Servers that will not tell a program: walls against robots, doors for members, rate limits.
extension Scenarios {
  static var walls: [Corner] {
    [
      .site(
        "forbidden-to-programs", .always(.blocked), broken: false,
        "A wall against robots: 403 for all that is no browser."
      ) { _ in .html("<h1>Access denied</h1>", status: 403) },
      .page("forbidden-page", .always(.blocked), broken: false, "403 for this page only.") { _ in
        .html("<h1>Forbidden</h1>", status: 403)
      },
      .page(
        "forbidden-to-unknown-agents", .always(.blocked, or: [.alive]), broken: false,
        "403 unless the asker calls itself Mozilla/5.0."
      ) { ask in
        ask.agent.hasPrefix("Mozilla/5.0") ? ask.fine : .html("<h1>Forbidden</h1>", status: 403)
      },
      .page(
        "forbidden-without-language", .always(.alive, or: [.blocked]), broken: false,
        "403 unless the asker says which languages and types it takes."
      ) { ask in
        ask.headers["accept-language"] != nil && ask.headers["accept"] != nil
          ? ask.fine : .html("<h1>Forbidden</h1>", status: 403)
      },
      .page(
        "forbidden-first-day", .days(.blocked, .alive, .alive), broken: false,
        "403 on the first day, well since."
      ) { ask in ask.day == 0 ? .html("<h1>Forbidden</h1>", status: 403) : ask.fine },
      .page(
        "forbidden-later", .days(.alive, .blocked, .blocked), broken: false,
        "Well on the first day, a wall since."
      ) { ask in ask.day == 0 ? ask.fine : .html("<h1>Forbidden</h1>", status: 403) },
      .site("status-999", .always(.blocked), broken: false, "999, as a large network answers.") {
        _ in .html("", status: 999)
      },
      .page("password", .always(.blocked), broken: nil, "401: it asks for a password.") { _ in
        .status(401, [("WWW-Authenticate", "Basic realm=\"Members\"")])
      },
      .page(
        "sign-in-redirect", .always(.blocked), broken: nil, "It leads to a page for signing in."
      ) { ask in .redirect(302, ask.link(ask.label, "/login?return=%2Fadnoddau%2Fresource")) }
      .onSite { ask in
        ask.path == "/login" ? .html(Self.signIn) : nil
      },
      .page(
        "sign-in-page", .always(.blocked), broken: nil,
        "A form for signing in where the resource should be."
      ) { _ in .html(Self.signIn) },
      .site(
        "sign-in-elsewhere", .always(.blocked), broken: nil,
        "It leads to another host for signing in.",
        others: [Host("sign-in-host", dns: "login.members.test") { _ in .html(Self.signIn) }]
      ) { ask in .redirect(302, ask.link("sign-in-host", "/oauth2/authorize?client_id=7")) },
      .page(
        "sign-in-box", .alive, broken: false,
        "The whole resource, and a small box for signing in beside it."
      ) { ask in
        .html(
          ask.page.with { page in
            page.after = """
              <aside><form action="/login"><input name="user"><input type="password" name="p">
              <button>Sign in</button></form></aside>
              """
          })
      },
      .site(
        "challenge-503", .always(.blocked), broken: false,
        "503 with a puzzle for browsers, each time."
      ) { _ in
        .html("<title>Just a moment...</title><p>Checking your browser.</p>", status: 503)
      },
      .site(
        "challenge-200", .always(.blocked, or: [.alive, .unknown]), broken: false,
        "200 with a puzzle for browsers."
      ) { _ in
        .html(
          "<html><head><title>Just a moment...</title></head><body><script>go()</script>"
            + "<noscript>Enable JavaScript and cookies to continue</noscript></body></html>")
      },
    ]
  }

  static var rateLimits: [Corner] {
    [
      .page(
        "maintenance", .days(.blocked, .alive, .alive), broken: false,
        "503 with Retry-After of an hour on the first day, well since."
      ) { ask in
        ask.day == 0
          ? .status(503, [("Retry-After", "3600")], body: Array("Maintenance".utf8)) : ask.fine
      },
      .page(
        "maintenance-untold", .days(.blocked, .alive, .alive), broken: false,
        "503 without Retry-After on the first day, well since."
      ) { ask in ask.day == 0 ? .html("<h1>Unavailable</h1>", status: 503) : ask.fine },
      .page("busy-once", .alive, broken: false, "503 at first, well at once after.") { ask in
        ask.earlier == 0 ? .html("<h1>Busy</h1>", status: 503) : ask.fine
      },
      .page(
        "too-many-for-a-second", .alive, broken: false,
        "429 with Retry-After: 1, and well when asked after that."
      ) { ask in
        ask.millisecondsSinceFirst < 900 ? .status(429, [("Retry-After", "1")]) : ask.fine
      },
      .page(
        "too-many-until-a-time", .alive, broken: false,
        "429 with a time of day in Retry-After, two seconds after that in Date; well after that."
      ) { ask in
        guard ask.millisecondsSinceFirst < 900 else { return ask.fine }
        return .status(
          429,
          [
            ("Date", Clock.httpDate(inSeconds: 0, day: ask.day)),
            ("Retry-After", Clock.httpDate(inSeconds: 2, day: ask.day)),
          ])
      },
      .page(
        "too-many-for-years", .always(.blocked), broken: false, "429, to be asked again in a year."
      ) { _ in .status(429, [("Retry-After", "31536000")]) },
      .page(
        "too-many-for-ever", .always(.blocked), broken: false,
        "429 with a Retry-After that fits no number."
      ) { _ in .status(429, [("Retry-After", "99999999999999999999999")]) },
      .page("too-many-soon", .always(.blocked), broken: false, "429 with Retry-After: soon.") { _ in
        .status(429, [("Retry-After", "soon")])
      },
      .page("too-many", .always(.blocked), broken: false, "429 each time, no word of when.") { _ in
        .html("<h1>Too many requests</h1>", status: 429)
      },
    ]
  }

  /// A page for signing in.
  private static var signIn: Page {
    Page("Sign in to your account", seed: "sign-in").with { page in
      page.sentences = 0
      page.before = """
        <form method="post" action="/login"><label>Email <input name="email"></label>
        <label>Password <input type="password" name="password"></label>
        <button>Sign in</button></form><p><a href="/register">Register</a></p>
        """
    }
  }
}
