package import Catalogue

/// What the options of a call ask for.
package struct Asked: Sendable, Hashable {
  /// The request to the service.
  ///
  /// The filters' values are as sent until ``resolved(in:)``.
  package var request = SearchRequest()
  /// The query of `q=`, which stands for the words.
  package var query: String?
  /// The members of a hit to send; nil is all.
  package var members: [String]?
  /// The facets to count by; empty is the verb's own choice.
  package var by: [Facet] = []
  /// The resource whose score to explain.
  package var id: String?
  /// The language whose analyzer to show.
  package var analyzer = "en"
  /// The language of the texts to complete with; nil is any.
  package var language: String?
  /// Whether a completion forgives a slip.
  package var isFuzzy = false
  /// How many slips a misspelt word may have; nil lets its length decide.
  package var edits: Int?

  /// Asks for nothing.
  package init() {}

  /// Whether there is nothing to search by: no text and no filter.
  var isEmpty: Bool {
    request.text.allSatisfy { $0 == " " || $0 == "\t" || $0 == "\n" } && request.filters.isEmpty
      && request.ages.isEmpty && request.ageOf == nil && request.published == nil
  }

  /// The request with its filters' values as the vocabularies of `catalogue` spell them.
  func resolved(in catalogue: Catalogue) throws(DoorError) -> SearchRequest {
    var resolved = request
    do throws(CatalogueError) {
      for (index, filter) in request.filters.enumerated() {
        resolved.filters[index].values = try catalogue.canonical(filter.values, filter.facet)
      }
    } catch {
      throw .catalogue(error)
    }
    return resolved
  }
}
