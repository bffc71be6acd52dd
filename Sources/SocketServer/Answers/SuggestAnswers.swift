internal import Catalogue

/// The answers of the verbs that suggest words.
enum SuggestAnswers {
  /// SUGGEST.
  static func suggest(_ call: CommandCall, _ desk: Desk) throws(DoorError) -> Answered {
    do throws(CatalogueError) {
      return .lines(
        AnswerJSON.completions(
          try desk.catalogue.complete(
            call.words.joined(separator: " "), language: call.asked.language,
            isFuzzy: call.asked.isFuzzy, limit: call.asked.request.limit)))
    } catch {
      throw .catalogue(error)
    }
  }

  /// SPELL.
  static func spell(_ call: CommandCall, _ desk: Desk) throws(DoorError) -> Answered {
    let request = try call.asked.resolved(in: desk.catalogue)
    do throws(CatalogueError) {
      return .lines(
        AnswerJSON.spelling(try desk.catalogue.spell(request, edits: call.asked.edits)))
    } catch {
      throw .catalogue(error)
    }
  }
}
