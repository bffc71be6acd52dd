/// The kinds of site that the second set knows: their frames, front pages and true 404s.
enum Look: Sendable {
  /// A government's publishing site.
  case government
  /// A council's site.
  case council
  /// A charity's blog-like site.
  case charity
  /// A small group's site from a builder of sites.
  case builder
  /// A school's site.
  case school
  /// A health board's intranet-like site.
  case board

  /// What stands between a page's name and the site's.
  var divider: String {
    switch self {
    case .government, .board: "|"
    case .council, .school: "-"
    case .charity: "–"
    case .builder: "—"
    }
  }

  /// The site's name.
  func name(_ language: String) -> String {
    let welsh = language == "cy"
    return switch self {
    case .government: welsh ? "LLYWODRAETH.TEST" : "GOVERNMENT.TEST"
    case .council: welsh ? "Cyngor Bro Taf" : "Bro Taf Council"
    case .charity: "Seren Fach"
    case .builder: "Tir Diogel CIC"
    case .school: welsh ? "Ysgol Gynradd Maes-y-coed" : "Maes-y-coed Primary School"
    case .board: welsh ? "Bwrdd Diogelu Gwent Uchaf" : "Upper Gwent Safeguarding Board"
    }
  }

  /// A page in this site's frame.
  func html(_ sheet: Sheet) -> String {
    let name = name(sheet.language)
    return """
      <!DOCTYPE html>
      <html lang="\(sheet.language)"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width"><title>\(sheet.title)</title>
      \(inHead)\(sheet.inHead)</head>
      <body>\(sheet.top)
      \(header(sheet.language, name))
      <main id="content"><h1>\(sheet.heading)</h1>
      \(sheet.body)</main>
      \(sheet.bottom)
      \(footer(sheet.language, name))</body></html>
      """
  }

  /// How the rest of such a site answers.
  func usual(_ ask: Ask) -> Reply { ask.path == "/" ? front.reply : notFound.reply(404) }

  /// The front page.
  var front: Sheet {
    let text: String
    switch self {
    case .government:
      text = """
        <h2>Topics</h2><ul><li>Business and the economy</li><li>Education and skills</li>
        <li>Health and social care</li><li>Housing</li><li>Transport</li></ul>
        <h2>Announcements</h2><p>First Minister visits a new factory in Deeside. Consultation opens
        on speed limits. New bus timetable for the valleys.</p>
        """
    case .council:
      text = """
        <p>Pay your council tax, book a slot at the tip, report a missed bin or a pothole.</p>
        <h2>News</h2><p>Leisure centre reopens after works. Budget meeting on Thursday.</p>
        """
    case .charity:
      text = """
        <p>We stand up for every child in Wales. Donate, fundraise, volunteer or shop with us.</p>
        <h2>Latest stories</h2><p>Our marathon team raised twelve thousand pounds.</p>
        """
    case .builder:
      text = "<p>Hello! We are a small team in Llandeilo. Find out what we do and say hello.</p>"
    case .school:
      text = """
        <p>Croeso! Term dates, dinner menus, uniform and letters home. Our values are kindness,
        courage and curiosity.</p><p>Congratulations to the netball team.</p>
        """
    case .board:
      text = """
        <p>The Board brings together the police, the health board, probation and five councils.</p>
        <ul><li>Meetings</li><li>Annual plans</li><li>Practice reviews</li><li>Contact</li></ul>
        """
    }
    return Sheet("Home", self, text)
  }

  /// The true 404.
  var notFound: Sheet {
    switch self {
    case .government:
      Sheet("Page not found", self, "<p>If you typed the address, check that it is right.</p>")
    case .council:
      Sheet(
        "Tudalen heb ei chanfod / Page not found", self, "<p>Rhowch gynnig arall. Try again.</p>")
    case .charity:
      Sheet("Oops! That page can’t be found.", self, "<p>Maybe try a search?</p>")
    case .builder: Sheet("404", self, "<p>We couldn't find that.</p>")
    case .school: Sheet("Error", self, "<p>This page does not exist on our website.</p>")
    case .board: Sheet("HTTP 404", self, "<p>The web page cannot be found.</p>")
    }
  }

  private var inHead: String {
    switch self {
    case .government: "<meta name=\"Generator\" content=\"Drupal 10\">"
    case .charity:
      """
      <meta name="generator" content="WordPress 6.4.3"><style>.wp-block{margin:0}</style>
      <script>window._wpemojiSettings={"baseUrl":"https:\\/\\/s.w.org\\/"};</script>
      """
    case .builder:
      """
      <!-- This is a site from a builder. --><script>Static.CONTEXT={"collection":{"title":"Page",
      "description":"Domain for the account is active","enabled":true}};</script>
      """
    case .council, .school: ""
    case .board: "<meta name=\"GENERATOR\" content=\"Microsoft SharePoint\">"
    }
  }

  private func header(_ language: String, _ name: String) -> String {
    let welsh = language == "cy"
    return switch self {
    case .government:
      """
      <a href="#content">\(welsh ? "Neidio i'r prif gynnwys" : "Skip to main content")</a>
      <header><a href="/">\(name)</a><a lang="\(welsh ? "en" : "cy")" href="/x">\
      \(welsh ? "English" : "Cymraeg")</a><form action="/search"><input name="q"></form></header>
      """
    case .council:
      """
      <header><img alt="\(name)" src="/logo.png"><ul><li>\(welsh ? "Talu" : "Pay")</li>
      <li>\(welsh ? "Adrodd" : "Report")</li><li>\(welsh ? "Gwneud cais" : "Apply")</li></ul>
      </header>
      """
    case .charity:
      """
      <header class="site-header"><a href="/">\(name)</a><nav><ul><li><a href="/get-help">Get help
      </a></li><li><a href="/donate">Donate</a></li><li><a href="/shop">Shop</a></li></ul></nav>
      </header>
      """
    case .builder:
      "<header data-section=\"1\"><a href=\"/\">\(name)</a><a href=\"/cart\">0</a></header>"
    case .school:
      """
      <div id="menu"><a href="/">\(welsh ? "Cartref" : "Home")</a>
      <a href="/parents">\(welsh ? "Rhieni" : "Parents")</a>
      <a href="/calendar">\(welsh ? "Calendr" : "Calendar")</a></div>
      """
    case .board:
      """
      <form id="aspnetForm" method="post"><input type="hidden" name="__VIEWSTATE"
      value="/wEPDwUBMA9kFgICAQ9kFgICAQ9k"><div class="ms-nav">\(name)</div></form>
      """
    }
  }

  private func footer(_ language: String, _ name: String) -> String {
    let welsh = language == "cy"
    return switch self {
    case .government, .council, .board:
      """
      <footer><ul><li>\(welsh ? "Hygyrchedd" : "Accessibility")</li>
      <li>\(welsh ? "Cwcis" : "Cookies")</li><li>\(welsh ? "Hawlfraint" : "Copyright")</li>
      <li>\(welsh ? "Preifatrwydd" : "Privacy")</li></ul></footer>
      """
    case .charity:
      """
      <footer><p>Registered charity 1234567. Company limited by guarantee in England and Wales.</p>
      <p>Sign up for our newsletter</p></footer>
      """
    case .builder: "<footer><p>© \(name). Made with care.</p></footer>"
    case .school: "<footer><p>\(name), Heol y Coed. 01269 000000</p></footer>"
    }
  }
}
