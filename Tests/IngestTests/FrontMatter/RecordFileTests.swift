import Ingest
import Records
import TestSupport
import Testing

struct RecordFileTests {
  private func read(_ text: String, file: String = "resources/a.md") -> RecordFile {
    RecordFile(Array(text.utf8), file: file)
  }

  /// A record with `fields`, the first of which stands on line 4.
  private func record(_ fields: String) -> RecordFile {
    read("---\nid: a\nwork: a\n\(fields)\n---\n")
  }

  private let whole = """
    ---
    id: childline-keep-safe-under12-cy
    work: childline-keep-safe-under12
    title:
      en: "Keeping safe"
      cy: "Cadw'n ddiogel: \\"tŷ\\""
    titleStatus:
      en: found
      cy: translated
    description:
      en: "For children."
    url: https://www.childline.org.uk/cy/?a=b&c
    urlStatus: "found, probable match"
    publisher: [Childline (NSPCC), "A, B"]
    creator: [Julie Morgan]
    commissionedBy: [Welsh Government]
    published: "2020-09-07"
    language: [cy, en-simple]
    kind: web page
    audience: [children]
    ageRange: "0-11"
    ageOf: reader
    topics: [child sexual abuse, disclosure]
    accessibility: [easy read]
    rights: OGL
    action: A19
    planStatus: complete
    status: wanted
    sources:
      - "title_en,url: plan update July 2021"
      - "other"
    note: "a note"
    content: [page.html]
    ---
    # Pennawd

    Testun **y** [corff](https://x.example).
    """

  @Test func `every field is read`() throws {
    let file = read(whole, file: "resources/childline-keep-safe-under12-cy.md")
    #expect(file.faults.isEmpty)
    let record = try #require(file.resource)
    #expect(record.id.slug == "childline-keep-safe-under12-cy")
    #expect(record.work.slug == "childline-keep-safe-under12")
    #expect(record.title == BilingualText(en: "Keeping safe", cy: "Cadw'n ddiogel: \"tŷ\""))
    #expect(record.titleStatus == TitleStatuses(en: .found, cy: .translated))
    #expect(record.description == BilingualText(en: "For children."))
    #expect(record.url == "https://www.childline.org.uk/cy/?a=b&c")
    #expect(record.urlStatus == "found, probable match")
    #expect(record.publisher == ["Childline (NSPCC)", "A, B"])
    #expect(record.creator == ["Julie Morgan"])
    #expect(record.commissionedBy == ["Welsh Government"])
    #expect(record.published == PartialDate("2020-09-07"))
    #expect(record.language.map(\.tag) == ["cy", "en-simple"])
    #expect(record.kind == "web page")
    #expect(record.audience == ["children"])
    #expect(record.ageRange == AgeRange("0-11"))
    #expect(record.ageOf == .reader)
    #expect(record.topics == ["child sexual abuse", "disclosure"])
    #expect(record.accessibility == ["easy read"])
    #expect(record.rights == "OGL")
    #expect(record.action == "A19")
    #expect(record.planStatus == "complete")
    #expect(record.status == .wanted)
    #expect(record.sources == ["title_en,url: plan update July 2021", "other"])
    #expect(record.note == "a note")
    #expect(record.content == ["page.html"])
    #expect(file.body == "Pennawd\nTestun y corff.")
    #expect(file.lines["title.cy"] == 6)
    #expect(file.lines["sources[1]"] == 31)
  }

  @Test func `a record with CRLF line ends and a byte order mark is the same record`() throws {
    let name = "resources/childline-keep-safe-under12-cy.md"
    let plain = read(whole, file: name)
    let marked = RecordFile(
      [0xEF, 0xBB, 0xBF] + Array(whole.replacing("\n", with: "\r\n").utf8), file: name)
    #expect(marked.faults.isEmpty)
    #expect(marked.resource == plain.resource)
    #expect(marked.lines == plain.lines)
    #expect(marked.body == plain.body)
  }

  @Test func `a written record is read back the same`() throws {
    let name = "resources/childline-keep-safe-under12-cy.md"
    let record = try #require(read(whole, file: name).resource)
    let text = RecordFile.text(of: record, body: "Testun")
    let again = read(text, file: name)
    #expect(again.faults.isEmpty)
    #expect(again.resource == record)
    #expect(again.body == "Testun")
  }

  @Test func `records of random texts are read back the same`() throws {
    var seed = Seed()
    let letters = Array(
      "ab yŷ0:#-?[]{},&*!|>'\"%@`~\\\n\t./=+()<>$^_\u{A0}\u{85}\u{2028}\u{7F}😀\u{FFFD}"
        .unicodeScalars)
    func random() -> String {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...12, using: &seed) {
        text.append(letters.randomElement(using: &seed) ?? "a")
      }
      return String(text)
    }
    let words = ["no", "null", "~", "1", "1.5", "2020-01-01", "true", "-", "- a", "a: b", "a #b"]
    for _ in 0..<500 {
      let id = try #require(ResourceID("a"))
      var record = Resource(id: id, work: id)
      record.title = BilingualText(en: random(), cy: random())
      record.urlStatus = random()
      record.url = random()
      record.publisher = [random(), words.randomElement(using: &seed) ?? "a"]
      record.kind = words.randomElement(using: &seed)
      record.note = random()
      record.sources = [random(), random()]
      record.rights = random()
      let file = read(RecordFile.text(of: record))
      #expect(file.faults.isEmpty, "seed \(seed.value)")
      // Field by field, so that a failure can be read.
      let again = try #require(file.resource)
      #expect(again.title == record.title, "seed \(seed.value)")
      #expect(again.urlStatus == record.urlStatus, "seed \(seed.value)")
      #expect(again.url == record.url, "seed \(seed.value)")
      #expect(again.publisher == record.publisher, "seed \(seed.value)")
      #expect(again.kind == record.kind, "seed \(seed.value)")
      #expect(again.note == record.note, "seed \(seed.value)")
      #expect(again == record, "seed \(seed.value)")
    }
  }

  @Test func `a missing id or work is told and the rest is still checked`() {
    let file = read("---\npublished: soon\n---\n")
    #expect(
      file.faults.map { "\($0.line ?? 0) \($0.field ?? "")" } == ["1 id", "1 work", "2 published"])
    #expect(file.resource?.id.slug == "a")
  }

  @Test func `an id that is not the file's name is told`() {
    let file = read("---\nid: b\nwork: b\n---\n")
    #expect(
      file.faults == [
        RecordFault(
          file: "resources/a.md", line: 2, field: "id", problem: .idIsNotFileName(id: "b"))
      ])
  }

  @Test func `an id that is no slug is told`() {
    #expect(read("---\nid: Tŷ\nwork: a\n---\n").faults.map(\.field) == ["id"])
  }

  @Test(arguments: ["2020-13", "soon", "\"2020-02-30\"", "07/09/2020", "[2020]", "{a: 2020}"])
  func `a broken date is told with its line`(date: String) {
    let file = record("published: \(date)")
    #expect(file.faults.map(\.line) == [4])
    #expect(file.faults.map(\.field) == ["published"])
    guard case .badForm(_, let expected) = file.faults.first?.problem else {
      Issue.record("\(file.faults)")
      return
    }
    #expect(expected.contains("2019-2020"))
  }

  @Test(arguments: ["11-0", "under 12", "\"0-200\""])
  func `a broken age range is told`(ages: String) {
    #expect(record("ageRange: \(ages)").faults.map(\.field) == ["ageRange"])
  }

  @Test func `an unknown field names the nearest`() {
    let file = record("titel: x\ntitle:\n  fr: x\nzzzzzzzzzzzzzzz: 1")
    #expect(
      file.faults == [
        RecordFault(
          file: "resources/a.md", line: 4, field: "titel",
          problem: .unknownField(nearest: "title")),
        RecordFault(
          file: "resources/a.md", line: 6, field: "title.fr",
          problem: .unknownField(nearest: nil)),
        RecordFault(
          file: "resources/a.md", line: 7, field: "zzzzzzzzzzzzzzz",
          problem: .unknownField(nearest: nil)),
      ])
  }

  @Test func `a repeated field is told with both lines`() {
    let file = record("kind: poster\nnote: x\nkind: guide")
    #expect(
      file.faults == [
        RecordFault(
          file: "resources/a.md", line: 6, field: "kind",
          problem: .duplicateField(firstLine: 4))
      ])
    #expect(file.resource == nil)
  }

  @Test func `a value of the wrong kind is told with what was expected`() {
    let file = record(
      "title: Plain\naudience: children\nkind: [poster]\nnote: {a: b}\nstatus: gone")
    #expect(
      file.faults.map { "\($0.line ?? 0) \($0.field ?? "")" }
        == ["4 title", "5 audience", "6 kind", "7 note", "8 status"])
    #expect(
      file.faults[0].problem
        == .badForm(found: "Plain", expected: "en: and cy: with a text each"))
    #expect(
      file.faults[1].problem == .badForm(found: "children", expected: "a list, [one, two]"))
    #expect(file.faults[2].problem == .badForm(found: "a list", expected: "a text"))
    #expect(file.faults[3].problem == .badForm(found: "fields of its own", expected: "a text"))
  }

  @Test func `an unknown status names the nearest`() {
    #expect(
      record("status: publised").faults.map(\.problem)
        == [.unknownValue(found: "publised", nearest: "published")])
    #expect(
      record("titleStatus:\n  en: fuond").faults.map(\.problem)
        == [.unknownValue(found: "fuond", nearest: "found")])
  }

  @Test func `nothing is nothing, and quoted words are words`() throws {
    let file = record("kind:\nnote: ~\nrights: null\nurlStatus: \"null\"\ntitle: {en: no, cy: 12}")
    #expect(file.faults.isEmpty)
    let record = try #require(file.resource)
    #expect(record.kind == nil)
    #expect(record.note == nil)
    #expect(record.rights == nil)
    #expect(record.urlStatus == "null")
    #expect(record.title == BilingualText(en: "no", cy: "12"))
  }

  @Test(arguments: [
    ("note: \"open", 4), ("title:\n en: x\n  cy: y", 6), ("note: a: b", 4), ("audience: [a, b", 4),
    ("\tnote: x", 4), ("note: 'x' y", 4), ("- a", 4), ("note: @x", 4), ("note: \"\\q\"", 4),
  ])
  func `malformed YAML is told with a line of the file`(fields: String, firstLine: Int) {
    let file = record("kind: poster\n" + fields)
    #expect(file.resource == nil)
    #expect(file.faults.count == 1)
    guard case .malformedYAML(let reason) = file.faults.first?.problem else {
      Issue.record("\(file.faults)")
      return
    }
    #expect(!reason.isEmpty)
    #expect((file.faults.first?.line ?? 0) >= firstLine)
  }

  @Test func `front matter that is no map is told`() {
    #expect(!read("---\n- a\n- b\n---\n").faults.isEmpty)
    #expect(!read("---\njust text\n---\n").faults.isEmpty)
    #expect(!read("---\n---\n").faults.isEmpty)
  }

  @Test(arguments: [
    "", "text", "--- a\nid: a\n---\n", "---\nid: a\n", "---", "id: a\n---\n", "\n---\n---\n",
  ])
  func `a file without closed front matter is told`(text: String) {
    #expect(read(text).faults.map(\.problem) == [.noFrontMatter])
  }

  @Test func `invalid UTF-8 is told with its byte and line`() {
    let bytes = Array("---\nid: a\nwork: ".utf8) + [0xC3, 0x28] + Array("\n---\n".utf8)
    #expect(
      RecordFile(bytes, file: "resources/a.md").faults == [
        RecordFault(file: "resources/a.md", line: 3, problem: .notUTF8(offset: 16))
      ])
  }

  @Test func `a NUL byte is told with its byte and line`() {
    #expect(
      read("---\nid: a\0\n---\n").faults == [
        RecordFault(file: "resources/a.md", line: 2, problem: .nulByte(offset: 9))
      ])
    #expect(record("note: \"a\\0b\"").faults.map(\.field) == ["note"])
  }

  @Test func `a record above the limit is too large`() {
    let file = RecordFile([UInt8](repeating: 0x61, count: 11), file: "a.md", bytesMax: 10)
    #expect(file.faults.map(\.problem) == [.tooLarge(bytes: 11, bytesMax: 10)])
  }

  @Test func `an alias bomb is refused`() {
    var bomb = "l0: &l0 [x, x]"
    for level in 1...30 {
      bomb += "\nl\(level): &l\(level) [*l\(level - 1), *l\(level - 1)]"
    }
    #expect(
      record(bomb + "\n? *l30\n: x").faults == [
        RecordFault(file: "resources/a.md", line: 4, problem: .anchorOrAlias)
      ])
  }

  @Test func `brackets a million deep are refused`() {
    let deep = record("note: " + String(repeating: "[", count: 900_000))
    #expect(deep.faults.map(\.problem) == [.tooDeep(depthMax: 32)])
    #expect(deep.faults.map(\.line) == [4])
    let dashes = record(String(repeating: "- ", count: 400_000))
    #expect(dashes.faults.map(\.problem) == [.tooDeep(depthMax: 32)])
  }

  @Test func `fields nested ever deeper are refused`() {
    let nested = (0..<800).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
    #expect(record(nested + " b").faults.map(\.problem) == [.tooDeep(depthMax: 32)])
  }

  @Test func `random changes of a good record are read or told, never more`() {
    var seed = Seed()
    let good = Array(whole.utf8)
    for _ in 0..<3_000 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...6, using: &seed) {
        let place = Int.random(in: 0..<bytes.count, using: &seed)
        switch Int.random(in: 0..<3, using: &seed) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &seed)
        case 1: bytes.remove(at: place)
        default:
          bytes.insert(
            Array("&*[]{}-?:|>'\"\n #,!".utf8).randomElement(using: &seed) ?? 0, at: place)
        }
      }
      let file = RecordFile(bytes, file: "resources/childline-keep-safe-under12-cy.md")
      #expect(file.resource != nil || !file.faults.isEmpty, "seed \(seed.value)")
    }
  }
}
