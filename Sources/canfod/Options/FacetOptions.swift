import ArgumentParser
import Catalogue
import Terminal

/// The facets of a command that counts by facets.
struct FacetOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The facets, with commas between: language, audience, kind, topic, publisher, action, link, "
        + "status, age_of, accessibility.",
      valueName: "facet,facet"))
  var by: String?

  /// The facets named, or `usual` where none is.
  func facets(else usual: [Facet]) throws(CatalogueError) -> [Facet] {
    guard let by else { return usual }
    var facets: [Facet] = []
    for name in CommaList.items(by) {
      guard let facet = Facet(name: name) else {
        throw CatalogueError.badValue(
          option: "--by", found: name,
          expected: Facet.allCases.map(\.rawValue).joined(separator: ", "))
      }
      if !facets.contains(facet) { facets.append(facet) }
    }
    return facets
  }
}
