internal import Catalogue

/// The answers of the verbs that look something up.
enum LookupAnswers {
  /// GET.
  ///
  /// One id that is not there is an error; among several it is a line that says so.
  static func get(_ call: CommandCall, _ desk: Desk) throws(DoorError) -> Answered {
    let catalogue = desk.catalogue
    do throws(CatalogueError) {
      let views = try call.words.map { id throws(CatalogueError) in
        (id: id, view: try catalogue.resource(id))
      }
      if let only = views.first, views.count == 1, only.view == nil {
        throw CatalogueError.notFound(id: only.id)
      }
      return .lines(AnswerJSON.documents(views, generation: catalogue.generation))
    } catch {
      throw .catalogue(error)
    }
  }

  /// CHECK.
  ///
  /// One id that is not there is an error; among several it is a line that says so.
  static func check(_ call: CommandCall, _ desk: Desk) throws(DoorError) -> Answered {
    let request = try call.asked.resolved(in: desk.catalogue)
    do throws(CatalogueError) {
      let report = try desk.catalogue.links(
        of: call.words, in: request.filters.flatMap(\.values),
        timeoutMilliseconds: request.timeoutMilliseconds)
      if let id = report.missing.first, call.words.count == 1 {
        throw CatalogueError.notFound(id: id)
      }
      return .lines(AnswerJSON.links(report, request.wording))
    } catch {
      throw .catalogue(error)
    }
  }

  /// ANALYZE.
  static func analyze(_ call: CommandCall, _ desk: Desk) throws(DoorError) -> Answered {
    let text = call.words.joined(separator: " ")
    return .lines(
      AnswerJSON.analysis(desk.catalogue.analyze(text, language: call.asked.analyzer)))
  }

  /// FIELDS.
  static func fields(_ call: CommandCall, _ desk: Desk) throws(DoorError) -> Answered {
    .lines(AnswerJSON.fields(Catalogue.fields))
  }
}
