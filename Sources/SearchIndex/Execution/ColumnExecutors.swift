/// Documents whose number lies in a range.
struct RangeExecutor: WindowExecutor {
  private let column: NumberColumn
  private let range: ClosedRange<Int64>
  let cost: Int

  init(_ column: NumberColumn, range: ClosedRange<Int64>, documentCount: Int) {
    self.column = column
    self.range = range
    cost = documentCount
  }

  mutating func fill(
    _ window: inout Window, base: Int, candidates: DocBits
  ) throws(IndexError) {
    window.bits = DocBits()
    for slot in candidates {
      guard let value = column.value(DocID(base + slot)) else { continue }
      if range.contains(value) { window.bits.insert(slot) }
    }
  }
}

/// Documents that have any number in a column.
struct NumberExistsExecutor: WindowExecutor {
  private let column: NumberColumn
  let cost: Int

  init(_ column: NumberColumn, documentCount: Int) {
    self.column = column
    cost = documentCount
  }

  mutating func fill(
    _ window: inout Window, base: Int, candidates: DocBits
  ) throws(IndexError) {
    window.bits = DocBits()
    for slot in candidates where column.value(DocID(base + slot)) != nil {
      window.bits.insert(slot)
    }
  }
}

/// Documents that have any tag in a column.
struct TagExistsExecutor: WindowExecutor {
  private let column: TagColumn
  let cost: Int

  init(_ column: TagColumn, documentCount: Int) {
    self.column = column
    cost = documentCount
  }

  mutating func fill(
    _ window: inout Window, base: Int, candidates: DocBits
  ) throws(IndexError) {
    window.bits = DocBits()
    for slot in candidates where column.firstOrdinal(DocID(base + slot)) != nil {
      window.bits.insert(slot)
    }
  }
}
