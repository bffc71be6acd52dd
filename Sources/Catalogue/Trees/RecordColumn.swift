internal import SearchIndex

/// A column of the index: what every record has of one field, without reading the record.
public enum RecordColumn: Sendable, Hashable {
  /// A facet's values.
  case facet(Facet)
  /// A number.
  case number(NumberField)

  /// What a record has there.
  public enum Value: Sendable, Hashable {
    /// The facet's values; none where it has none.
    case values([String])
    /// The number; nil where it has none.
    case number(Int64?)

    init(_ value: ColumnValue) {
      switch value {
      case .tags(let values): self = .values(values)
      case .number(let number): self = .number(number)
      case .nothing: self = .values([])
      }
    }
  }

  /// The name of the index's field.
  var field: String {
    switch self {
    case .facet(let facet): facet.rawValue
    case .number(let field): field.rawValue
    }
  }
}
