internal import Records

/// Link states with commas between, as `--fail-on` takes them.
enum StateList {
  /// The names in `list`.
  static func names(_ list: String) -> [String] {
    list.split(separator: ",", omittingEmptySubsequences: false).map { name in
      String(name.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// The state that `name` may have meant.
  static func nearest(to name: String) -> String? {
    NearestName.nearest(to: name, among: LinkState.allCases.lazy.map(\.rawValue))
  }
}
