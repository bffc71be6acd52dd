/// What REDUCE makes of the rows of a group.
struct FTReducer: Equatable {
  /// What is made.
  enum Function: String, CaseIterable {
    case count = "COUNT"
    case distinct = "COUNT_DISTINCT"
    case sum = "SUM"
    case min = "MIN"
    case max = "MAX"
    case average = "AVG"
    case list = "TOLIST"
  }

  /// Those of RediSearch that are not made here.
  static let unsupported: Set<String> = [
    "COUNT_DISTINCTISH", "STDDEV", "QUANTILE", "FIRST_VALUE", "RANDOM_SAMPLE", "HLL", "HLL_SUM",
  ]

  /// What is made.
  let function: Function
  /// The property that it is made of; nil for COUNT.
  let property: String?
  /// The name of the result.
  let alias: String

  /// What has been made of the rows so far.
  struct State {
    private let function: Function
    private var count = 0
    private var sum = 0.0
    private var least: Double?
    private var most: Double?
    private var seen: Set<FTCell> = []
    private var list: [FTCell] = []

    init(_ function: Function) {
      self.function = function
    }

    /// Takes in a row's value.
    mutating func add(_ cell: FTCell) {
      switch function {
      case .count: count += 1
      case .distinct, .list:
        for value in cell.values where value != .nothing && seen.insert(value).inserted {
          list.append(value)
        }
      case .sum, .min, .max, .average:
        guard let number = cell.number else { return }
        count += 1
        sum += number
        least = Swift.min(least ?? number, number)
        most = Swift.max(most ?? number, number)
      }
    }

    /// The result.
    var result: FTCell {
      switch function {
      case .count: .number(Double(count))
      case .distinct: .number(Double(list.count))
      case .sum: .number(sum)
      case .min: least.map { .number($0) } ?? .nothing
      case .max: most.map { .number($0) } ?? .nothing
      case .average: count == 0 ? .nothing : .number(sum / Double(count))
      case .list: .list(list)
      }
    }
  }
}
