/// An option's values, several in one word.
public enum CommaList {
  /// The values of an option that may list several with commas between.
  public static func items(_ list: String) -> [String] {
    list.split(separator: ",").map { item in
      String(item.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }
}
