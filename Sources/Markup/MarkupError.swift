/// Why bytes could not be read as a page.
public enum MarkupError: Error, Equatable, Sendable {
  /// The page has more bytes than the limit.
  case tooLarge(bytes: Int, bytesMax: Int)
  /// Elements are nested deeper than the limit; `line` is where they passed it.
  case tooDeep(line: Int, depthMax: Int)
  /// The page has more elements than the limit.
  case tooManyElements(elementsMax: Int)
  /// One tag, which begins before `line`, has more attributes than the limit.
  case tooManyAttributes(line: Int, attributesMax: Int)
  /// The text taken out of the page has more bytes than the limit.
  case tooMuchText(bytesMax: Int)
  /// Reading took longer than the limit.
  case tooSlow(secondsMax: Int)
  /// The document type on `line` declares entities, which could stand for billions of letters.
  case declaresEntities(line: Int)
  /// The bytes are no text: too many control characters.
  case notText
  /// libxml2 could not make a parser: memory is short.
  case outOfMemory
}
