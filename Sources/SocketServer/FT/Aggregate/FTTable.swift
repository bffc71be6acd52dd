/// Rows of an aggregation under their names.
struct FTTable {
  /// The columns' names.
  var names: [String]
  /// The rows, as wide as there are names.
  var rows: [[FTCell]]

  /// The place of a column.
  func place(of name: String) throws(FTError) -> Int {
    guard let place = names.firstIndex(of: name) else {
      throw FTError("No such property `\(name)`")
    }
    return place
  }

  /// One row for each combination of the values of `properties`, in the order in which they come first,
  /// with what the reducers make of its rows.
  ///
  /// A row with several values counts once under each.
  func grouped(
    by properties: [String], _ reducers: [FTReducer], _ deadline: FTDeadline
  ) throws(FTError) -> FTTable {
    let places = try properties.map { name throws(FTError) in try place(of: name) }
    let sources = try reducers.map { reducer throws(FTError) -> Int? in
      guard let property = reducer.property else { return nil }
      return try place(of: property)
    }
    var groups: [[FTCell]: Int] = [:]
    var keys: [[FTCell]] = []
    var results: [[FTReducer.State]] = []
    for row in rows {
      try deadline.check()
      for key in try Self.keys(row, places) {
        let group: Int
        if let known = groups[key] {
          group = known
        } else {
          group = keys.count
          guard group < Self.allGroupsMax else {
            throw .exceeds("GROUPBY", Self.allGroupsMax, "groups")
          }
          groups[key] = group
          keys.append(key)
          results.append(reducers.map { FTReducer.State($0.function) })
        }
        for (index, source) in sources.enumerated() {
          results[group][index].add(source.map { row[$0] } ?? .nothing)
        }
      }
    }
    return FTTable(
      names: properties + reducers.map(\.alias),
      rows: zip(keys, results).map { key, states in key + states.map(\.result) })
  }

  /// The most groups of one row: the product of how many values it has of each property.
  private static let groupsMax = 1_000
  /// The most groups in all.
  private static let allGroupsMax = 100_000

  private static func keys(_ row: [FTCell], _ places: [Int]) throws(FTError) -> [[FTCell]] {
    var keys: [[FTCell]] = [[]]
    for place in places {
      let values = row[place].values
      guard keys.count * values.count <= groupsMax else {
        throw .exceeds("GROUPBY", groupsMax, "groups of one record")
      }
      keys =
        values.count == 1
        ? keys.map { $0 + values } : keys.flatMap { key in values.map { key + [$0] } }
    }
    return keys
  }

  /// The rows in the order of `keys`, equals as they came.
  func sorted(by keys: [FTSortKey]) throws(FTError) -> FTTable {
    let places = try keys.map { key throws(FTError) -> (place: Int, isDescending: Bool) in
      guard let place = names.firstIndex(of: key.name) else {
        throw FTError("Property `\(key.name)` not loaded nor in schema")
      }
      return (place, key.isDescending)
    }
    let order = rows.enumerated().sorted { left, right in
      for (place, isDescending) in places {
        let (first, second) = (left.element[place], right.element[place])
        guard first != second else { continue }
        // What is nothing comes last either way.
        if first == .nothing || second == .nothing { return second == .nothing }
        if FTCell.isBefore(first, second) { return !isDescending }
        if FTCell.isBefore(second, first) { return isDescending }
      }
      return left.offset < right.offset
    }
    return FTTable(names: names, rows: order.map(\.element))
  }
}

/// One property to sort by.
struct FTSortKey: Equatable {
  var name: String
  var isDescending: Bool
}
