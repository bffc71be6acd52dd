internal import Catalogue

/// What one request may ask for, in lines and by the verbs in RESP; FT commands read the same limits.
extension ConnectionLimits {
  /// How much the text of a query may hold.
  var text: TextLimits {
    var text = TextLimits()
    text.clausesMax = queryTermsMax
    text.depthMax = queryDepthMax
    return text
  }

  /// How long a search may take where the request does not say.
  var queryTimeoutDefault: Int { min(queryTimeoutMilliseconds, queryTimeoutMillisecondsMax) }

  /// What a request asks for where it does not say.
  var defaults: Asked {
    var asked = Asked()
    asked.request.limit = min(asked.request.limit, resultsMax)
    asked.request.timeoutMilliseconds = queryTimeoutDefault
    asked.request.textLimits = text
    return asked
  }

  /// Throws where `call` asks for more than may be.
  func check(_ call: CommandCall) throws(DoorError) {
    let request = call.asked.request
    if case .words(let range, _) = call.command.arguments, range.upperBound == Command.idsMax,
      call.words.count > idsMax
    {
      throw .limit(name: "ids", max: idsMax)
    }
    guard request.limit <= resultsMax else { throw .limit(name: "limit", max: resultsMax) }
    // What is negative, and what overflows, is the service's to refuse.
    guard request.offset <= windowMax - max(0, request.limit) else {
      throw .limit(name: "offset + limit", max: windowMax)
    }
    guard request.timeoutMilliseconds <= queryTimeoutMillisecondsMax else {
      throw .limit(name: "timeout", max: queryTimeoutMillisecondsMax)
    }
  }
}
