internal import Catalogue
internal import Records

/// The answer of FT.SEARCH, in the shapes of RediSearch 2.10.
///
///     RESP2: [total, id, (score), (payload), (sort key), [field, value …], id, …]
///     RESP3: %{attributes, total_results, format, results: [%{id, (score), (payload), (sortkey),
///            (extra_attributes: %{field: value}), values}], warning}
enum FTSearchAnswers {
  /// FT.SEARCH.
  static func search(_ words: [String], _ desk: FTDesk) throws(FTError) -> RESPValue {
    let catalogue = try desk.catalogue(words[0])
    let options = try FTSearchOptions(words, desk.limits)
    let search = try options.search(in: catalogue)
    let answer = try FTError.from { () throws(CatalogueError) in
      try catalogue.find(search, start: desk.start)
    }
    var bytes = FTReplyBytes(
      FTDeadline(desk.start, milliseconds: options.timeoutMilliseconds))
    switch desk.proto {
    case .two: return try flat(answer, options, &bytes)
    case .three: return try map(answer, options, &bytes)
    }
  }

  private static func flat(
    _ answer: TreeAnswer, _ options: FTSearchOptions, _ bytes: inout FTReplyBytes
  ) throws(FTError) -> RESPValue {
    var values: [RESPValue] = [.integer(answer.total)]
    values.reserveCapacity(1 + 2 * answer.hits.count)
    for hit in answer.hits {
      try bytes.count(hit.explanation.reduce(0) { $0 + $1.utf8.count })
      values.append(.bulk(hit.id))
      if options.sendsScores { values.append(score(hit, options)) }
      if options.sendsPayloads { values.append(.null) }
      if options.sendsSortKeys { values.append(sortKey(hit, options)) }
      if options.sendsFields, let record = hit.record {
        values.append(
          .array(
            try fields(FTRecord(record), hit.id, answer.marker, options, &bytes).flatMap {
              [.bulk($0.name), .bulk($0.value)]
            }))
      }
    }
    return .array(values)
  }

  private static func map(
    _ answer: TreeAnswer, _ options: FTSearchOptions, _ bytes: inout FTReplyBytes
  ) throws(FTError) -> RESPValue {
    var results: [RESPValue] = []
    results.reserveCapacity(answer.hits.count)
    for hit in answer.hits {
      try bytes.count(hit.explanation.reduce(0) { $0 + $1.utf8.count })
      var members = [RESPMember("id", .bulk(hit.id))]
      if options.sendsScores { members.append(RESPMember("score", score(hit, options))) }
      if options.sendsPayloads { members.append(RESPMember("payload", .null)) }
      if options.sendsSortKeys { members.append(RESPMember("sortkey", sortKey(hit, options))) }
      if options.sendsFields, let record = hit.record {
        members.append(
          RESPMember(
            "extra_attributes",
            .map(
              try fields(FTRecord(record), hit.id, answer.marker, options, &bytes).map {
                RESPMember($0.name, .bulk($0.value))
              })))
      }
      members.append(RESPMember("values", .array([])))
      results.append(.map(members))
    }
    return FTReply.results(results, total: answer.total, isCut: answer.isCut)
  }

  private static func score(_ hit: TreeAnswer.Hit, _ options: FTSearchOptions) -> RESPValue {
    // The shortest text of the score itself, not that of the nearest double.
    let score = RESPValue.double(Double(hit.score.description) ?? Double(hit.score))
    guard options.explainsScores else { return score }
    return .array([score, .array(hit.explanation.map { .simple($0) })])
  }

  /// A number behind `#`, a text behind `$`; nil where the record has none, or nothing was sorted by.
  private static func sortKey(_ hit: TreeAnswer.Hit, _ options: FTSearchOptions) -> RESPValue {
    if let number = hit.sortNumber { return .bulk("#\(number)") }
    if options.sort?.kind == .text(.title) {
      let title = hit.record?.resource.title.en ?? hit.record?.resource.title.cy
      return title.map { .bulk("$" + $0.lowercased()) } ?? .null
    }
    return hit.sortText.map { .bulk("$" + $0.lowercased()) } ?? .null
  }

  private static func fields(
    _ record: FTRecord, _ id: String, _ marker: TextMarker, _ options: FTSearchOptions,
    _ bytes: inout FTReplyBytes
  ) throws(FTError) -> [(name: String, value: String)] {
    let display = options.display
    try bytes.checkTime()
    var shown: [(name: String, value: String)] = []
    if let returned = options.returned {
      for field in returned {
        if display.isWork { try bytes.checkTime() }
        let value = field.name == FTRows.key ? id : display.value(field.name, of: record, marker)
        if let value = try bytes.counted(value) { shown.append((field.alias, value)) }
      }
      return shown
    }
    // What was sorted by and what is shown otherwise than it is stored come first.
    let first = (options.sort.map { [$0.name] } ?? []) + display.namedFields
    let names =
      first.isEmpty ? FTRecord.names : first + FTRecord.names.filter { !first.contains($0) }
    for name in names {
      if display.isWork { try bytes.checkTime() }
      if let value = try bytes.counted(display.value(name, of: record, marker)) {
        shown.append((name, value))
      }
    }
    return shown
  }
}
