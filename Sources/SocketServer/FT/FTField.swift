internal import Catalogue
internal import Records

/// A field as the FT commands know it.
struct FTField: Sendable, Hashable {
  /// What kind of field it is.
  enum Kind: Sendable, Hashable {
    /// Text, in the languages of a record.
    case text(TextField)
    /// Exact values.
    case tag(Facet)
    /// The age range, asked for by age expressions.
    case age
    /// A number.
    case number(NumberField)
  }

  /// The name.
  let name: String
  /// The kind.
  let kind: Kind

  /// THE TABLE of fields, in the order in which FT.INFO tells them.
  static let table: [FTField] =
    TextField.allCases.map { FTField(name: $0.rawValue, kind: .text($0)) }
    + Facet.allCases.map { FTField(name: $0.rawValue, kind: .tag($0)) }
    + [FTField(name: "age", kind: .age)]
    + NumberField.allCases.map { FTField(name: $0.rawValue, kind: .number($0)) }

  private static let byName = Dictionary(uniqueKeysWithValues: table.map { ($0.name, $0) })

  /// The field called `name`, or nil.
  static func named(_ name: String) -> FTField? { byName[name] }

  /// The field called `name`; a name that no field has is refused, with the nearest that one has.
  static func known(_ name: String) throws(FTError) -> FTField {
    if let field = byName[name] { return field }
    let nearest = NearestName.nearest(to: name, among: table.map(\.name))
    throw FTError(
      "Unknown field `\(name)`" + (nearest.map { ". Did you mean `\($0)`?" } ?? ""),
      code: "EFIELD")
  }

  /// The kind's name in RediSearch's words.
  var typeName: String {
    switch kind {
    case .text: "TEXT"
    case .tag, .age: "TAG"
    case .number: "NUMERIC"
    }
  }

  /// Whether hits can be put in its order.
  var isSortable: Bool { order != nil }

  /// The order that sorting by it means; nil where there is none.
  var order: TreeSearch.Order? {
    switch kind {
    case .text(let field): field == .title ? .title(.english) : nil
    case .tag(let facet): .facet(facet)
    case .age: .number(.ageMin)
    case .number(let number): .number(number)
    }
  }

  /// The index's column that holds its values; nil for texts.
  var column: RecordColumn? {
    switch kind {
    case .text, .age: nil
    case .tag(let facet): .facet(facet)
    case .number(let number): .number(number)
    }
  }
}
