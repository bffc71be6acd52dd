/// A text in English, in Welsh, or in both.
///
/// An empty string counts as absent.
public struct BilingualText: Sendable, Hashable, Codable {
  /// The English text, or nil where there is none.
  public var en: String?
  /// The Welsh text, or nil where there is none.
  public var cy: String?

  /// Makes a text; empty strings become nil.
  public init(en: String? = nil, cy: String? = nil) {
    self.en = en?.isEmpty == true ? nil : en
    self.cy = cy?.isEmpty == true ? nil : cy
  }

  /// Whether there is no text in either language.
  public var isEmpty: Bool { en == nil && cy == nil }

  /// The text in `language`, or in the other one where that is missing.
  public func text(in language: InterfaceLanguage) -> String? {
    switch language {
    case .english: en ?? cy
    case .welsh: cy ?? en
    }
  }
}

/// The two languages in which Canfod itself speaks to people.
public enum InterfaceLanguage: String, Sendable, Hashable, Codable, CaseIterable {
  /// English.
  case english = "en"
  /// Welsh.
  case welsh = "cy"
}
