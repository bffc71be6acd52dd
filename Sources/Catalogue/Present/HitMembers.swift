extension AnswerJSON {
  /// THE TABLE of the members that a hit's or a record's `fields` can have, in the order in which they
  /// are written; unknown ones are left out of a reply.
  public static let memberNames = [
    "title", "description", "work", "url", "url_status", "link", "link_since", "language", "kind",
    "audience", "age", "age_of", "topic", "accessibility", "publisher", "creator",
    "commissioned_by",
    "published", "action", "plan_status", "status", "rights", "sources", "note",
  ]
}
