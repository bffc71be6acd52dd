internal import Catalogue

/// The answer of FT.AGGREGATE, in the shapes of RediSearch 2.10.
///
///     RESP2: [total, [name, value …] …]
///     RESP3: as FT.SEARCH's, its results %{extra_attributes: %{name: value}, values}
enum FTAggregateAnswers {
  /// FT.AGGREGATE.
  static func aggregate(_ words: [String], _ desk: FTDesk) throws(FTError) -> RESPValue {
    let catalogue = try desk.catalogue(words[0])
    let aggregation = try FTAggregation(words, desk.limits)
    var search = TreeSearch(
      try FTTree.tree(
        aggregation.query, parameters: aggregation.parameters,
        keepsStopWords: aggregation.keepsStopWords, limits: desk.limits.text, in: catalogue))
    search.textFields = FTTree.textFields
    search.timeoutMilliseconds = aggregation.timeoutMilliseconds
    let rows = FTRows(
      catalogue: catalogue, search: search, start: desk.start,
      deadline: FTDeadline(desk.start, milliseconds: aggregation.timeoutMilliseconds))
    let (table, total) = try result(
      of: aggregation, rows, resultsMax: desk.limits.resultsMax)
    let isGrouped = aggregation.groups
    let results = table.rows.prefix(desk.limits.windowMax)
    switch desk.proto {
    case .two:
      return .array(
        [.integer(total)]
          + results.map { row in
            .array(members(table.names, row, isGrouped).flatMap { [$0.key, $0.value] })
          })
    case .three:
      return FTReply.results(
        results.map { row in
          .map([
            RESPMember("extra_attributes", .map(members(table.names, row, isGrouped))),
            RESPMember("values", .array([])),
          ])
        }, total: total)
    }
  }

  /// What the steps leave of the rows, and how many there were before they were cut.
  private static func result(
    of aggregation: FTAggregation, _ rows: FTRows, resultsMax: Int
  ) throws(FTError) -> (table: FTTable, total: Int) {
    let first = aggregation.steps.firstIndex { if case .group = $0 { true } else { false } }
    guard let first else { return try page(aggregation, rows, resultsMax: resultsMax) }
    if first == 0, let counted = try counted(aggregation, rows) {
      return try run(aggregation.steps.dropFirst(), on: counted, rows.deadline)
    }
    let needed = try needed(aggregation)
    return try run(aggregation.steps[...], on: try rows.all(needed), rows.deadline)
  }

  /// Groups by one facet with nothing but their counts: the index counts them by itself.
  private static func counted(
    _ aggregation: FTAggregation, _ rows: FTRows
  ) throws(FTError) -> FTTable? {
    guard case .group(let properties, let reducers) = aggregation.steps[0],
      properties.count == 1, !aggregation.loaded.contains(where: { $0.alias == properties[0] }),
      case .tag(let facet) = FTField.named(properties[0])?.kind,
      reducers.allSatisfy({ $0.function == .count })
    else { return nil }
    let counts = try FTError.from { () throws(CatalogueError) in
      try rows.catalogue.counts(rows.search, of: facet, start: rows.start)
    }
    func row(_ value: FTCell, _ count: Int) -> [FTCell] {
      [value] + reducers.map { _ in .number(Double(count)) }
    }
    var table = FTTable(
      names: properties + reducers.map(\.alias),
      rows: counts.values.map { row(.text($0.value), $0.count) })
    if counts.without > 0 { table.rows.append(row(.nothing, counts.without)) }
    return table
  }

  private static func run(
    _ steps: ArraySlice<FTAggregation.Step>, on table: FTTable, _ deadline: FTDeadline
  ) throws(FTError) -> (table: FTTable, total: Int) {
    var table = table
    var total = table.rows.count
    for step in steps {
      try deadline.check()
      switch step {
      case .group(let properties, let reducers):
        table = try table.grouped(by: properties, reducers, deadline)
        total = table.rows.count
      case .sort(let keys): table = try table.sorted(by: keys)
      case .limit(let offset, let count):
        table.rows = Array(table.rows.dropFirst(offset).prefix(count))
      }
    }
    return (table, total)
  }

  /// Rows that are not grouped: the service's own order, or one by fields of its own.
  private static func page(
    _ aggregation: FTAggregation, _ rows: FTRows, resultsMax: Int
  ) throws(FTError) -> (table: FTTable, total: Int) {
    var rows = rows
    var search = rows.search
    search.limit = resultsMax
    var isCut = false
    var loaded = aggregation.loaded
    for step in aggregation.steps {
      switch step {
      case .group: break
      case .limit(let offset, let count):
        (search.offset, search.limit) = (offset, count)
        isCut = true
      case .sort(let keys):
        guard !isCut else {
          throw FTError("Only one SORTBY, before LIMIT, is supported where nothing is grouped")
        }
        search.orderings = []
        for key in keys {
          let name = loaded.first { $0.alias == key.name }?.name ?? key.name
          guard let field = FTField.named(name) else {
            throw FTError("Property `\(key.name)` not loaded nor in schema")
          }
          guard let order = field.order else {
            throw FTError("Sorting by `\(key.name)` is not supported")
          }
          search.orderings.append(.init(order, isDescending: key.isDescending))
          if !loaded.contains(where: { $0.alias == key.name }) {
            loaded.append(.init(name: key.name, alias: key.name))
          }
        }
      }
    }
    if aggregation.loadsAll {
      loaded += FTRecord.names.filter { name in !loaded.contains { $0.alias == name } }
        .map { .init(name: $0, alias: $0) }
    }
    rows = FTRows(
      catalogue: rows.catalogue, search: search, start: rows.start, deadline: rows.deadline)
    return try rows.page(loaded)
  }

  /// The fields that the steps up to the first group ask for.
  private static func needed(
    _ aggregation: FTAggregation
  ) throws(FTError) -> [FTArguments.Named] {
    var names: [String] = []
    steps: for step in aggregation.steps {
      switch step {
      case .limit: break
      case .sort(let keys): names += keys.map(\.name)
      case .group(let properties, let reducers):
        names += properties + reducers.compactMap(\.property)
        break steps
      }
    }
    var needed: [FTArguments.Named] = []
    for name in names where !needed.contains(where: { $0.alias == name }) {
      if let loaded = aggregation.loaded.first(where: { $0.alias == name }) {
        needed.append(loaded)
      } else if FTRecord.names.contains(name) || name == FTRows.key {
        needed.append(.init(name: name, alias: name))
      } else {
        throw FTError("No such property `\(name)`")
      }
    }
    guard needed.count <= neededMax else {
      throw .exceeds("FT.AGGREGATE", neededMax, "properties")
    }
    return needed
  }

  /// The most properties of rows that are grouped: all rows are held at once.
  private static let neededMax = 32

  /// A row as it is sent: a record's own leaves out what it lacks, and joins a field's values.
  private static func members(
    _ names: [String], _ row: [FTCell], _ isGrouped: Bool
  ) -> [RESPMember] {
    zip(names, row).compactMap { name, cell in
      if isGrouped { return RESPMember(name, value(cell)) }
      return cell == .nothing ? nil : RESPMember(name, .bulk(cell.text))
    }
  }

  private static func value(_ cell: FTCell) -> RESPValue {
    switch cell {
    case .nothing: .null
    case .list(let cells): .array(cells.map(value))
    case .text, .number: .bulk(cell.text)
    }
  }
}
