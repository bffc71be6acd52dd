public import ArgumentParser

/// An option's value that is one of a few words, the names of its cases.
///
/// What it says is what the library would find out by itself, but by walks over key paths and generic
/// iterators, at every start.
public protocol WordChoice: ExpressibleByArgument, CaseIterable, RawRepresentable
where RawValue == String, AllCases == [Self] {}

extension WordChoice {
  /// The choice that `argument` names, or nil.
  public init?(argument: String) { self.init(rawValue: argument) }

  /// The words.
  public static var allValueStrings: [String] { allCases.map(\.rawValue) }

  /// No word has a description beside itself.
  public static var allValueDescriptions: [String: String] { [:] }

  /// The word.
  public var defaultValueDescription: String { rawValue }
}
