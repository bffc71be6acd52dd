internal import Catalogue
internal import Records

/// The rows that an aggregation begins with.
///
/// What the index's columns hold is taken from there; records are read only for the fields that have no
/// column.
struct FTRows {
  let catalogue: Catalogue
  let search: TreeSearch
  let start: ContinuousClock.Instant
  let deadline: FTDeadline

  /// The names under which a row's id can be asked for.
  static let key = "__key"

  /// The most bytes that the cells of all rows may have.
  private static let bytesMax = 134_217_728

  /// All that is found, with the fields called `loaded`.
  func all(_ loaded: [FTArguments.Named]) throws(FTError) -> FTTable {
    let columns = loaded.map { FTField.named($0.name)?.column }
    var table = FTTable(names: loaded.map(\.alias), rows: [])
    var bytes = FTReplyBytes(deadline, most: Self.bytesMax)
    var failure: FTError?
    try FTError.from { () throws(CatalogueError) in
      if !loaded.isEmpty, columns.allSatisfy({ $0 != nil }) {
        try catalogue.forEachRow(search, columns: columns.compactMap(\.self), start: start) {
          guard failure == nil else { return }
          let row = $0.map(Self.cell)
          do throws(FTError) {
            try bytes.count(row.reduce(0) { $0 + $1.byteCount })
            table.rows.append(row)
          } catch {
            failure = error
          }
        }
      } else if loaded.isEmpty {
        let count = try catalogue.count(search, start: start)
        table.rows = [[FTCell]](repeating: [], count: count)
      } else {
        try catalogue.forEachRecord(search, start: start) { record in
          guard failure == nil else { return }
          do throws(FTError) {
            table.rows.append(try Self.row(loaded, record, id: record.resource.id.slug, &bytes))
          } catch {
            failure = error
          }
        }
      }
    }
    if let failure { throw failure }
    return table
  }

  /// A part of what is found, in the search's own order, and how many there are in all.
  func page(
    _ loaded: [FTArguments.Named]
  ) throws(FTError) -> (table: FTTable, total: Int) {
    var search = search
    search.content = loaded.allSatisfy { $0.name == Self.key } ? .ids : .records
    let answer = try FTError.from { () throws(CatalogueError) in
      try catalogue.find(search, start: start)
    }
    var bytes = FTReplyBytes(deadline)
    let rows = try answer.hits.map { hit throws(FTError) in
      guard let record = hit.record else { return loaded.map { _ in FTCell.text(hit.id) } }
      return try Self.row(loaded, record, id: hit.id, &bytes)
    }
    return (FTTable(names: loaded.map(\.alias), rows: rows), answer.total)
  }

  private static func row(
    _ loaded: [FTArguments.Named], _ record: FoundRecord, id: String, _ bytes: inout FTReplyBytes
  ) throws(FTError) -> [FTCell] {
    let record = FTRecord(record)
    var row: [FTCell] = []
    for field in loaded {
      let cell = cell(field.name, record, id: id)
      try bytes.count(cell.byteCount)
      row.append(cell)
    }
    return row
  }

  private static func cell(_ name: String, _ record: FTRecord, id: String) -> FTCell {
    if name == key { return .text(id) }
    guard let value = record.value(name) else { return .nothing }
    switch FTField.named(name)?.kind {
    case .tag: return .list(record.tags(name).map { .text($0) })
    case .number: return Double(value).map { .number($0) } ?? .nothing
    case .text, .age, nil: return .text(value)
    }
  }

  private static func cell(_ value: RecordColumn.Value) -> FTCell {
    switch value {
    case .values(let values): values.isEmpty ? .nothing : .list(values.map { .text($0) })
    case .number(let number): number.map { .number(Double($0)) } ?? .nothing
    }
  }
}
