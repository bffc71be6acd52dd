import Catalogue
import Records
import TestSupport
import Testing

/// What is asked in one language is found in the other too, below its own.
@Suite struct CrossLanguageTests {
  private let small: SmallCatalogue
  private let catalogue: Catalogue

  init() throws {
    small = try SmallCatalogue(records: [])
    try small.write("lamp-en", titles: ["en": "Grooming and the lamp"], language: "en")
    try small.write(
      "long-en", titles: ["en": "The harbour"], language: "en",
      body: "Boats. " + String(repeating: "Rain fell on the harbour wall. ", count: 60)
        + "Grooming.")
    try small.write(
      "llusern-cy", titles: ["cy": "Meithrin perthynas amhriodol"], language: "cy")
    try small.write(
      "gwefan-cy", titles: ["cy": "Y llusern"], language: "cy",
      body: "Diogelwch ar-lein: meithrin perthynas amhriodol a'i arwyddion.")
    try small.write("both-cy", titles: ["en": "Grooming", "cy": "Y goleudy"], language: "cy")
    try small.write("arall-cy", titles: ["cy": "Y cwch"], language: "cy")
    try small.build()
    catalogue = try small.open()
  }

  private func ids(_ text: String, _ change: (inout SearchRequest) -> Void = { _ in }) throws
    -> [String]
  {
    var request = SearchRequest(text)
    change(&request)
    return try catalogue.search(request).hits.map(\.resource.id.slug)
  }

  @Test func `a term is found in the other language, below the shortest mention in its own`() throws
  {
    let found = try ids("grooming")
    #expect(Set(found.prefix(3)) == ["lamp-en", "both-cy", "long-en"])
    #expect(Set(found.dropFirst(3)) == ["llusern-cy", "gwefan-cy"])
  }

  @Test func `a mutated term is recognised and finds English resources`() throws {
    for text in [
      "meithrin perthynas amhriodol", "feithrin perthynas amhriodol",
      "Feithrin perthynas amhriodol",
    ] {
      let found = try ids(text)
      #expect(found.contains("lamp-en"), "\(text)")
      #expect(
        found.last == "long-en" || found.last == "lamp-en" || found.last == "both-cy", "\(text)")
    }
  }

  @Test func `the answer says what was searched for, and where the term stands`() throws {
    let answer = try catalogue.search(SearchRequest("the grooming lamp"))
    #expect(
      answer.also == [
        AlsoSearched(term: "grooming", phrase: "meithrin perthynas amhriodol", at: 4..<12)
      ])
    #expect(
      AnswerJSON.search(answer).last?.contains(
        #""also":[{"term":"grooming","phrase":"meithrin perthynas amhriodol","at":[4,12]}]"#)
        == true)
  }

  @Test func `quoted and literal text, signs and a switch turn it off`() throws {
    let own: Set<String> = ["lamp-en", "both-cy", "long-en"]
    for text in ["\"grooming\"", "+grooming", "(grooming)"] {
      #expect(try Set(ids(text)) == own, "\(text)")
    }
    #expect(try Set(ids("grooming") { $0.isLiteral = true }) == own)
    #expect(try Set(ids("grooming") { $0.switchedOff = ["term:Grooming"] }) == own)
    #expect(try catalogue.search(SearchRequest("\"grooming\"")).also.isEmpty)
  }

  @Test func `filters hold for what is found in the other language`() throws {
    let found = try ids("grooming") { $0.filters = [FacetFilter(.language, ["en"])] }
    #expect(Set(found) == ["lamp-en", "long-en"])
  }

  @Test func `all words must be there, each in either language`() throws {
    #expect(try ids("grooming online safety") == ["gwefan-cy"])
    #expect(try ids("meithrin perthynas amhriodol llusern") == ["gwefan-cy"])
  }

  @Test func `the longest term counts`() throws {
    let also = try catalogue.search(SearchRequest("online grooming")).also
    #expect(also.map(\.term) == ["online grooming"])
    #expect(also.map(\.at) == [0..<15])
  }

  @Test func `a term with several words for it has them all`() throws {
    let also = try catalogue.search(SearchRequest("sextortion")).also
    #expect(Set(also.map(\.phrase)) == ["blacmel rhywiol", "cribddeiliaeth rywiol"])
  }

  @Test func `articles, yn and hyphens make no difference`() throws {
    func terms(_ text: String) throws -> Set<String> {
      Set(try catalogue.search(SearchRequest(text)).also.map(\.phrase))
    }
    #expect(try terms("gam-drin plant rhywiol") == ["child sexual abuse"])
    #expect(try terms("cam-drin plant yn rhywiol") == ["child sexual abuse"])
    #expect(try terms("cadw yn ddiogel") == ["keeping safe"])
    #expect(try terms("wellbeing") == ["llesiant"])
    #expect(try terms("well-being") == ["llesiant"])
    #expect(try terms("peer on peer") == ["rhwng cyfoedion"])
    #expect(try terms("Welsh-government") == ["Llywodraeth Cymru"])
  }

  @Test func `the plan tells of it`() throws {
    var request = SearchRequest("grooming")
    request.explains = true
    let plan = try catalogue.search(request).plan
    #expect(plan.contains(#"also term:grooming as "meithrin perthynas amhriodol""#))
  }

  @Test func `a change of a pair is a change of the catalogue`() throws {
    try small.write("vocabulary/terms.tsv", "english\twelsh\tchecked in\nlamp\tcwch\tmade up\n")
    let report = try small.build()
    #expect(report.generation > catalogue.generation)
    #expect(report.added == 0)
    let found = try small.open().search(SearchRequest("lamp")).hits.map(\.resource.id.slug)
    #expect(found == ["lamp-en", "arall-cy"])
    #expect(try small.build().generation == report.generation)
  }
}
