internal import Records

extension QuestionReader.Asked {
  /// What `request` asks for by flags, and `tree` at its top.
  init(_ request: SearchRequest, _ tree: QueryTree) {
    ages = request.ages
    audiences = request.filters.filter { $0.facet == .audience }.flatMap(\.values)
    guard case .sequence(let clauses) = tree else { return }
    for clause in clauses where clause.sign != .excluded {
      switch clause.tree {
      case .age(let range): ages.append(range)
      case .facet(let filter) where filter.facet == .audience: audiences += filter.values
      default: break
      }
    }
  }
}
