import Records

/// Links to a part of a page.
extension Scenarios {
  static var fragments: [Corner] {
    let part =
      "<h2 id=\"part-2\">Part 2</h2><a name=\"rhan-3\"></a><h2>Rhan 3</h2><h2 id=\"tŷ\">Tŷ</h2>"
    return [
      ("fragment-by-id", "#part-2", "The page has an element with that id."),
      ("fragment-by-name", "#rhan-3", "The page has an anchor with that name."),
      ("fragment-welsh-letters", "#t%C5%B7", "The id has a ŷ, percent-encoded in the link."),
      ("fragment-missing", "#part-9", "The page is there, that part of it is not."),
      ("fragment-top", "#top", "Every page has a top."),
      ("fragment-text", "#:~:text=Part%202", "A fragment that names words."),
      ("fragment-route", "#!/resource/7", "A fragment that only a script understands."),
    ].map { name, fragment, note in
      Corner.page(
        name, path: "/adnoddau/resource\(fragment)", .alive, broken: false, note
      ) { ask in .html(ask.page.with { $0.after = part }) }
    } + [
      .page(
        "fragment-of-pdf", path: "/files/guide.pdf#page=3", mediaType: "application/pdf", .alive,
        broken: false, "A page of a PDF."
      ) { .file("application/pdf", Files.pdf($0.record.titleEn)) }
    ]
  }
}
