import Markup
import Records

/// Reads HTML and XHTML pages.
public struct PageReader: ContentReader {
  /// Makes a reader.
  public init() {}

  /// Reads a page's main text, title, description and language.
  public func read(_ bytes: [UInt8], limits: IngestLimits) throws(ContentFault) -> Extract {
    let markup = MarkupLimits(
      inputBytesMax: limits.contentBytesMax, outputBytesMax: limits.outputBytesMax,
      depthMax: limits.depthMax, secondsMax: limits.secondsMax)
    let page: HTMLPage
    do throws(MarkupError) {
      page = try HTMLReader(limits: markup).read(bytes)
    } catch {
      throw Self.fault(error)
    }
    var warnings: [ContentFault] = []
    if let offset = page.firstNUL {
      warnings.append(
        ContentFault(line: SourceText.line(of: offset, in: bytes), .nulByte(offset: offset)))
    }
    if page.isRepaired, page.encoding == .utf8, let offset = SourceText.firstInvalid(bytes) {
      warnings.append(
        ContentFault(line: SourceText.line(of: offset, in: bytes), .notUTF8(offset: offset)))
    }
    return Extract(
      title: page.metadata.bestTitle, description: page.metadata.bestDescription,
      language: page.metadata.bestLanguage, text: page.text, warnings: warnings)
  }

  private static func fault(_ error: MarkupError) -> ContentFault {
    func unreadable(_ reason: String) -> RecordFault.Problem {
      .unreadableContent(name: "HTML", reason: reason)
    }
    return switch error {
    case .tooLarge(let bytes, let bytesMax):
      ContentFault(.tooLarge(bytes: bytes, bytesMax: bytesMax))
    case .tooDeep(let line, let depthMax): ContentFault(line: line, .tooDeep(depthMax: depthMax))
    case .tooManyElements(let elementsMax):
      ContentFault(unreadable("more than \(elementsMax) elements"))
    case .tooManyAttributes(let line, let attributesMax):
      ContentFault(line: line, unreadable("more than \(attributesMax) attributes in one tag"))
    case .tooMuchText(let bytesMax): ContentFault(unreadable("more than \(bytesMax) bytes of text"))
    case .tooSlow(let secondsMax): ContentFault(.tooSlow(secondsMax: secondsMax))
    case .declaresEntities(let line):
      ContentFault(line: line, unreadable("it declares entities of its own"))
    case .notText: ContentFault(unreadable("it is no text"))
    case .outOfMemory: ContentFault(unreadable("no memory"))
    }
  }
}
