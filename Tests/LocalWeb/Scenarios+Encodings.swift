import Records

/// Pages that are written down in other ways than UTF-8, or do not say how.
extension Scenarios {
  static var encodings: [Corner] {
    let title = ("Café talk: être en sécurité", "Sgwrs gaffi: bod yn ddiogel")
    return [
      .page("latin-1", title: title, .alive, broken: false, "Latin-1, and says so.") {
        .file("text/html; charset=iso-8859-1", latin1($0.page.bare))
      },
      .page("latin-1-untold", title: title, .alive, broken: false, "Latin-1, not said anywhere.") {
        .file("text/html", latin1($0.page.bare))
      },
      .page("latin-1-as-utf-8", title: title, .alive, broken: false, "Latin-1 that says UTF-8.") {
        .file("text/html; charset=utf-8", latin1($0.page.bare))
      },
      .page("windows-1252", title: title, .alive, broken: false, "windows-1252 by a meta element.")
      {
        .file(
          "text/html",
          latin1($0.page.bare.replacing("<head>", with: "<head><meta charset=\"windows-1252\">")))
      },
      .page(
        "utf-8-untold", path: "/adnoddau/ty", languages: ["cy"],
        title: ("A safe house", "Tŷ diogel: y llyfr gŵyl"), .alive, broken: false,
        "UTF-8, not said anywhere."
      ) { .file("text/html", Array($0.page.bare.utf8)) },
      .page("utf-8-mark", title: title, .alive, broken: false, "UTF-8 with a byte order mark.") {
        .file("text/html", [0xef, 0xbb, 0xbf] + Array($0.page.bare.utf8))
      },
      .page("utf-16-mark", title: title, .alive, broken: false, "UTF-16 with a byte order mark.") {
        .file("text/html", [0xff, 0xfe] + utf16($0.page.bare, isBig: false))
      },
      .page("utf-16-told", title: title, .alive, broken: false, "UTF-16, and says so.") {
        .file("text/html; charset=utf-16be", utf16($0.page.bare, isBig: true))
      },
      .page("unknown-charset", title: title, .alive, broken: false, "Says charset=welsh-1.") {
        .file("text/html; charset=welsh-1", Array($0.page.bare.utf8))
      },
      .page("entities", title: title, .alive, broken: false, "Letters as entities.") { ask in
        .html(
          ask.page.with { page in
            page.title = "Caf&eacute; talk: &#234;tre en s&eacute;curit&eacute;"
          })
      },
      .page("gzip", .alive, broken: false, "Compressed with gzip, asked or not.") { ask in
        .status(
          200, [("Content-Type", "text/html; charset=utf-8"), ("Content-Encoding", "gzip")],
          body: Files.gzip(Array(ask.page.html.utf8)))
      },
    ]
  }

  private static func latin1(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { $0.value < 256 ? UInt8($0.value) : 0x3f }
  }

  private static func utf16(_ text: String, isBig: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 255)]
      return isBig ? bytes : bytes.reversed()
    }
  }
}

extension Page {
  /// The page as HTML that does not say how it is encoded.
  var bare: String { html.replacing("<meta charset=\"utf-8\">", with: "") }
}
