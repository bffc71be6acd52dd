internal import Catalogue
internal import Records

/// The answers of the commands that ask about an index itself.
enum FTIndexAnswers {
  /// FT._LIST.
  static func list(_ words: [String], _ desk: FTDesk) throws(FTError) -> RESPValue {
    .set(desk.indexNames.prefix(1).map { .simple($0) })
  }

  /// FT.TAGVALS.
  static func tagValues(_ words: [String], _ desk: FTDesk) throws(FTError) -> RESPValue {
    let catalogue = try desk.catalogue(words[0], else: "Unknown Index name")
    guard let field = FTField.named(words[1]) else { throw FTError("No such field") }
    switch field.kind {
    case .text, .number: throw FTError("Not a tag field")
    case .age: return .set(try ages(catalogue, desk).map { .bulk($0) })
    case .tag(let facet):
      let values = try FTError.from { () throws(CatalogueError) in
        try catalogue.foldedValues(of: facet)
      }
      return .set(values.map { .bulk($0) })
    }
  }

  /// The age ranges that there are, in order.
  private static func ages(_ catalogue: Catalogue, _ desk: FTDesk) throws(FTError) -> [String] {
    var ranges: Set<AgeRange> = []
    var all = TreeSearch(.everything)
    var fromBirth = TreeSearch(.number(.ageMin, 0...0))
    all.timeoutMilliseconds = desk.limits.queryTimeoutDefault
    fromBirth.timeoutMilliseconds = desk.limits.queryTimeoutDefault
    try FTError.from { () throws(CatalogueError) in
      try catalogue.forEachRow(
        all, columns: [.number(.ageMin), .number(.ageMax)], start: desk.start
      ) { row in
        guard case .number(let low?) = row[0], case .number(let high?) = row[1], low > 0 else {
          return
        }
        let end = Int(clamping: high)
        // An open end is kept as the last age that can be named.
        let range = AgeRange(min: Int(clamping: low), max: end == AgeRange.ageMax ? nil : end)
        if let range { ranges.insert(range) }
      }
      // Only the record tells a range that begins at 0 from one without a beginning.
      try catalogue.forEachRecord(fromBirth, start: desk.start) {
        if let range = $0.resource.ageRange { ranges.insert(range) }
      }
    }
    return ranges.sorted {
      ($0.years.lowerBound, $0.years.upperBound, $0.description)
        < ($1.years.lowerBound, $1.years.upperBound, $1.description)
    }.map(\.description)
  }

  /// FT.INFO.
  static func info(_ words: [String], _ desk: FTDesk) throws(FTError) -> RESPValue {
    let catalogue = try desk.catalogue(words[0], else: "Unknown index name")
    let sizes = catalogue.sizes
    func megabytes(_ bytes: Int) -> RESPValue { .double(Double(bytes) / 1_048_576) }
    func member(_ name: String, _ value: RESPValue) -> RESPMember { RESPMember(name, value) }
    let definition: [RESPMember] = [
      member("key_type", .bulk("HASH")), member("prefixes", .array([.bulk("")])),
      member("default_score", .double(1)),
    ]
    let wordsEach = Double(sizes.words) / Double(max(sizes.resources, 1))
    return .map([
      member("index_name", .bulk(words[0])),
      member("index_options", .array([])), member("index_definition", .map(definition)),
      member("attributes", .array(FTField.table.map { attribute($0, desk.proto) })),
      member("num_docs", .integer(sizes.resources)),
      member("max_doc_id", .integer(sizes.resources)), member("num_terms", .integer(sizes.terms)),
      member("num_records", .integer(sizes.words)),
      member("inverted_sz_mb", megabytes(sizes.bytes)),
      member("total_index_memory_sz_mb", megabytes(sizes.bytes)),
      member("records_per_doc_avg", .double(wordsEach)),
      member("hash_indexing_failures", .integer(0)), member("total_indexing_time", .double(0)),
      member("indexing", .integer(0)), member("percent_indexed", .double(1)),
      member("number_of_uses", .integer(0)), member("cleaning", .integer(0)),
      member("gc_stats", .array([])), member("cursor_stats", .array([])),
      member(
        "dialect_stats",
        .map((1...4).map { member("dialect_\($0)", .integer($0 == 2 ? 1 : 0)) })),
      member("canfod_generation", .integer(Int(clamping: catalogue.generation))),
    ])
  }

  private static func attribute(_ field: FTField, _ version: RESPVersion) -> RESPValue {
    var members = [
      RESPMember("identifier", .bulk(field.name)), RESPMember("attribute", .bulk(field.name)),
      RESPMember("type", .bulk(field.typeName)),
    ]
    switch field.kind {
    case .text: members.append(RESPMember("WEIGHT", .double(1)))
    case .tag, .age: members.append(RESPMember("SEPARATOR", .bulk(FTRecord.separator)))
    case .number: break
    }
    let flags = field.isSortable ? [RESPValue.bulk("SORTABLE")] : []
    switch version {
    case .two: return .array(members.flatMap { [$0.key, $0.value] } + flags)
    case .three: return .map(members + [RESPMember("flags", .array(flags))])
    }
  }

  /// FT.GET: nil where there is no such record.
  static func get(_ words: [String], _ desk: FTDesk) throws(FTError) -> RESPValue {
    var bytes = FTReplyBytes(desk)
    return try hash(words[1], try desk.catalogue(words[0], else: "Unknown Index name"), &bytes)
  }

  /// FT.MGET.
  static func getAll(_ words: [String], _ desk: FTDesk) throws(FTError) -> RESPValue {
    let catalogue = try desk.catalogue(words[0], else: "Unknown Index name")
    guard words.count <= desk.limits.idsMax + 1 else {
      throw .exceeds("FT.MGET", desk.limits.idsMax, "keys")
    }
    var bytes = FTReplyBytes(desk)
    return .array(
      try words.dropFirst().map { id throws(FTError) in try hash(id, catalogue, &bytes) })
  }

  private static func hash(
    _ id: String, _ catalogue: Catalogue, _ bytes: inout FTReplyBytes
  ) throws(FTError) -> RESPValue {
    let record = try FTError.from { () throws(CatalogueError) in try catalogue.record(id) }
    guard let record else { return .null }
    let fields = FTRecord(record).fields
    try bytes.count(fields.reduce(0) { $0 + $1.value.utf8.count })
    return .array(fields.flatMap { [.bulk($0.name), .bulk($0.value)] })
  }
}
