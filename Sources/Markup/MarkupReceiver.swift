/// What ``XMLDocument`` tells of a page, in the page's order.
protocol MarkupReceiver: AnyObject {
  /// An element starts. Names are in lower case; an attribute without a value has an empty one.
  func startElement(_ name: String, _ attributes: [MarkupAttribute]) throws(MarkupError)
  /// An element ends, by its tag or because another tag closed it.
  func endElement(_ name: String) throws(MarkupError)
  /// A stretch of text; one text may come in several stretches, cut between characters.
  func text(_ text: String) throws(MarkupError)
}

/// An attribute of an element.
struct MarkupAttribute {
  /// The name in lower case.
  let name: String
  /// The value, entities resolved.
  let value: String
}

extension [MarkupAttribute] {
  /// The value of the first attribute called `name`.
  subscript(name: String) -> String? { first { $0.name == name }?.value }
}
