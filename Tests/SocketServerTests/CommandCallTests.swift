import Catalogue
import Records
import SocketServer
import Testing

/// What a request line asks of the service.
struct CommandCallTests {
  private func call(_ line: String) throws -> CommandCall {
    guard case .request(let request) = LineFramingTests.events(line + "\n").first else {
      throw DoorError.quoting(at: -1, expected: .tag)
    }
    return try CommandCall(request, try Commands.command(request.verb), defaults: Asked())
  }

  @Test func `the words of a query keep their quotes and lose their options`() throws {
    let call = try call("SEARCH \"keeping  safe\" online   language=en (\"a b\" OR c) LIMIT 10 20")
    #expect(call.asked.request.text == "\"keeping  safe\" online (\"a b\" OR c)")
    #expect(call.asked.request.filters == [FacetFilter(.language, ["en"])])
    #expect(call.asked.request.offset == 10)
    #expect(call.asked.request.limit == 20)
  }

  @Test func `the search language's own fields stay in the query`() throws {
    let call = try call("SEARCH language:cy age:under-12")
    #expect(call.asked.request.text == "language:cy age:under-12")
    #expect(call.asked.request.filters.isEmpty)
  }

  @Test func `every option of SEARCH reaches the request`() throws {
    let asked = try call(
      "search q=\"\\\"a b\\\" c\" language=cy|en kind=\"web page\" topic=x publisher=\"A, B\" "
        + "accessibility=z audience=parents action=A14 link=dead status=wanted work=w "
        + "age=under-12|13+ age_of=child published=2019..2021 limit=5 offset=6 "
        + "sort=published:desc,title return=title,url in=title,body literal=1 highlight=1 "
        + "facets=kind,audience,kind explain=1 timeout=250 lang=cy"
    ).asked
    var request = SearchRequest("\"a b\" c")
    request.filters = [
      FacetFilter(.language, ["cy", "en"]), FacetFilter(.kind, ["web page"]),
      FacetFilter(.topic, ["x"]), FacetFilter(.publisher, ["A, B"]),
      FacetFilter(.accessibility, ["z"]), FacetFilter(.audience, ["parents"]),
      FacetFilter(.action, ["A14"]), FacetFilter(.link, ["dead"]),
      FacetFilter(.status, ["wanted"]), FacetFilter(.work, ["w"]),
    ]
    request.ages = [AgeRange(min: 0, max: 11), AgeRange(min: 13, max: nil)].compactMap { $0 }
    request.ageOf = .child
    request.published = 20_190_101...20_211_231
    request.limit = 5
    request.offset = 6
    request.sort = [SortField(.published, descending: true), SortField(.title)]
    request.textFields = [.title, .body]
    request.isLiteral = true
    request.highlights = true
    request.facets = [.kind, .audience]
    request.explains = true
    request.timeoutMilliseconds = 250
    request.wording = .welsh
    #expect(asked.request == request)
    #expect(asked.members == ["title", "url"])
  }

  @Test func `what was understood is switched off by its name`() throws {
    let asked = try call("SEARCH posters without=kind:poster|-language:en without=term:grooming")
      .asked
    #expect(asked.request.switchedOff == ["kind:poster", "-language:en", "term:grooming"])
  }

  @Test func `every verb names each of its options once and has help in both languages`() {
    for command in Commands.table {
      let names = command.options.map(\.name)
      #expect(Set(names).count == names.count, "\(command.verb)")
      #expect(command.verb == command.verb.uppercased())
      #expect(command.help.en != nil && command.help.cy != nil, "\(command.verb)")
    }
  }

  @Test func `every verb's example is a request of it`() throws {
    for command in Commands.table {
      let call = try call(command.example)
      #expect(call.command.verb == command.verb)
    }
  }

  @Test func `two dashes end the options, and quotes protect an equals sign`() throws {
    #expect(
      try call("SEARCH \"e=mc2\" language=cy -- language=en LIMIT 1 2 --").asked.request.text
        == "\"e=mc2\" language=en LIMIT 1 2 --")
    #expect(try call("ANALYZE -- language=en").words == ["language=en"])
    #expect(try call("SEARCH E=mc2").asked.request.text == "E=mc2")
  }

  @Test func `limit is a word of the query unless two numbers follow it`() throws {
    #expect(try call("SEARCH age limit posters").asked.request.text == "age limit posters")
    #expect(try call("SEARCH posters limit 5 6").asked.request.offset == 5)
    #expect(
      throws: DoorError.badValue(option: "LIMIT", found: "5", expected: "LIMIT offset count")
    ) { try call("SEARCH posters LIMIT 5") }
    #expect(try call("FACETS LIMIT 1 2").asked.request.text == "LIMIT 1 2")
  }

  @Test(
    arguments: [
      ("SEARCH x langauge=cy", "SEARCH", "langauge", "language"),
      ("COUNT x audeince=y", "COUNT", "audeince", "audience"),
      ("FACETS x offset=3", "FACETS", "offset", "topic"),
      ("STATUS x=y", "STATUS", "x", nil),
    ] as [(String, String, String, String?)])
  func `an unknown option is told with the nearest one`(
    line: String, verb: String, name: String, nearest: String?
  ) throws {
    do {
      _ = try call(line)
      Issue.record("\(line) was taken")
    } catch let error as DoorError {
      guard case .unknownOption(verb, name, let found) = error else {
        Issue.record("\(error)")
        return
      }
      if nearest != "topic" { #expect(found == nearest) }
    }
  }

  @Test(arguments: [
    "SEARCH x limit=-1", "SEARCH x limit=", "SEARCH x limit=99999999999999999999",
    "SEARCH x language=", "SEARCH x language=cy|", "SEARCH x age=old", "SEARCH x published=then",
    "SEARCH x sort=title:up", "SEARCH x literal=maybe", "SEARCH x lang=fr",
    "SEARCH x age_of=cat", "COVERAGE by=", "SEARCH x q=y", "ANALYZE x language=!", "EXPLAIN x id=",
  ])
  func `a value of another form is EARGS`(line: String) throws {
    do {
      _ = try call(line)
      Issue.record("\(line) was taken")
    } catch let error as DoorError {
      #expect(error.code == "EARGS", "\(line): \(error)")
    }
  }

  @Test(arguments: [
    ("FACETS by=langauge", "language"), ("SEARCH x facets=knid", "kind"),
    ("SEARCH x in=titel", "title"), ("SEARCH x return=titel", "title"),
    ("SEARCH x sort=titel", "title"),
  ])
  func `an unknown field is EFIELD with the nearest one`(line: String, nearest: String) throws {
    do {
      _ = try call(line)
      Issue.record("\(line) was taken")
    } catch let error as DoorError {
      guard case .catalogue(.unknownField(_, let found)) = error else {
        Issue.record("\(line): \(error)")
        return
      }
      #expect(found == nearest)
    }
  }

  @Test(arguments: [
    "GET", "ANALYZE", "HELLO 1 2", "PING x", "QUIT now", "HELP a b", "FIELDS x", "SEARCH", "COUNT",
    "EXPLAIN", "SEARCH q=\"\"", "SEARCH q=\" \" limit=3",
  ])
  func `too few and too many words are EARGS`(line: String) throws {
    do {
      _ = try call(line)
      Issue.record("\(line) was taken")
    } catch let error as DoorError {
      guard case .argumentCount = error else {
        Issue.record("\(line): \(error)")
        return
      }
    }
  }

  @Test(arguments: [
    "SEARCH language=cy", "COUNT age=8", "COUNT published=2020", "SEARCH age_of=child", "FACETS",
    "COVERAGE",
  ])
  func `filters may stand without a query, and a count of everything without both`(
    line: String
  ) throws {
    #expect(try call(line).asked.request.text.isEmpty)
  }

  @Test func `GET takes a hundred ids and no more`() throws {
    let ids = (1...100).map { "id-\($0)" }
    #expect(try call("GET " + ids.joined(separator: " ")).words == ids)
    #expect(throws: DoorError.limit(name: "ids", max: 100)) {
      try call("GET x " + ids.joined(separator: " "))
    }
  }

  @Test(
    arguments: [
      ("SERCH", "SEARCH"), ("serach", "SEARCH"), ("Stats", "STATUS"), ("XYZZYPLUGH", nil),
    ] as [(String, String?)])
  func `an unknown verb is told with the nearest one`(verb: String, nearest: String?) {
    #expect(throws: DoorError.unknownVerb(found: verb, nearest: nearest)) {
      try Commands.command(verb)
    }
  }
}
