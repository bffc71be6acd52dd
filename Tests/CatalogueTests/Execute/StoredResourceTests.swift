import Foundation
import Ingest
import Records
import Storage
import Testing

@testable import Catalogue

@Suite struct StoredResourceTests {
  /// A resource that has every field.
  private static func full() throws -> StoredResource {
    var resource = Resource(
      id: try #require(ResourceID("guide-cy")), work: try #require(ResourceID("guide")))
    resource.title = BilingualText(en: "A \"guide\" \\ to\tit", cy: "Canllaw ŵ \u{1F600} \u{1}")
    resource.titleStatus = TitleStatuses(en: .translated, cy: .found)
    resource.description = BilingualText(en: "One\nTwo / three")
    resource.url = "https://a.example/?q=1&r=2"
    resource.urlStatus = "seen"
    resource.publisher = ["Llywodraeth Cymru", "Barnardo's"]
    resource.creator = ["N. N."]
    resource.commissionedBy = ["M. M."]
    resource.published = PartialDate("2020-09")
    resource.language = [LanguageTag("cy"), LanguageTag("cy-simple")].compactMap { $0 }
    resource.kind = "guide"
    resource.audience = ["parents", "carers"]
    resource.ageRange = AgeRange(min: 12, max: nil)
    resource.ageOf = .child
    resource.topics = ["grooming"]
    resource.accessibility = ["captions"]
    resource.rights = "OGL"
    resource.action = "A14"
    resource.planStatus = "done"
    resource.status = .withdrawn
    resource.sources = ["the plan"]
    resource.note = "\u{8}\u{C}\r"
    resource.content = ["guide.html"]
    resource.body = [
      BodyText(language: "cy", text: "Testun"), BodyText(language: nil, text: "日本語"),
    ]
    return StoredResource(resource, checked: ResourceLink(state: .dead, since: 1_764_115_200))
  }

  private func isSame(_ left: StoredResource, _ right: StoredResource) -> Bool {
    left.resource == right.resource && left.checked == right.checked
  }

  private func encoded(_ stored: StoredResource) throws -> [UInt8] {
    Array(try JSONEncoder().encode(stored))
  }

  @Test func `a resource with every field comes back as it was stored`() throws {
    let stored = try Self.full()
    let mirror = Mirror(reflecting: stored.resource).children
    #expect(mirror.count == 26, "a new field: is it read, and is it in this test?")
    let read = try StoredResource.read(try encoded(stored))
    #expect(isSame(read, stored))
  }

  @Test func `every shipped resource is read as it is decoded`() throws {
    let corpus = CorpusReader(fileSystem: DiskFileSystem(), folder: ShippedCatalogue.corpus)
    var count = 0
    try corpus.forEachRecord(corpus.vocabularies().0) { record in
      guard let resource = record.resource,
        let bytes = try? encoded(StoredResource(resource, checked: nil)),
        let read = try? StoredResource.read(bytes),
        let decoded = try? JSONDecoder().decode(StoredResource.self, from: Data(bytes))
      else {
        Issue.record("\(record.file) is not read")
        return
      }
      count += 1
      #expect(isSame(read, decoded))
    }
    #expect(count > 250)
  }

  @Test func `white space, nulls, escapes and unknown members are read as JSON means them`() throws
  {
    let text = String(decoding: try encoded(Self.full()), as: UTF8.self)
    let other =
      " \n" + text.dropLast()
      + #", "new" : { "a": [1, -2.5e3, true, null, "\u00e9"], "b": {} }, "rights":null } "#
    let read = try StoredResource.read(Array(other.utf8))
    var expected = try Self.full()
    // Of two members of one name null says nothing, and the first stays.
    #expect(read.resource == expected.resource)
    let escaped = text.replacing("Testun", with: #"\u0054\ud83d\ude00"#)
    expected.resource.body[0].text = "T\u{1F600}"
    #expect(isSame(try StoredResource.read(Array(escaped.utf8)), expected))
  }

  @Test func `what is cut off or lacks a member is corrupt`() throws {
    let bytes = try encoded(Self.full())
    for count in bytes.indices {
      #expect(throws: (any Error).self) { try StoredResource.read(Array(bytes[..<count])) }
    }
    let text = String(decoding: bytes, as: UTF8.self)
    for (old, new) in [
      (#""topics":["grooming"]"#, #""topic":["grooming"]"#), (#""cy-simple""#, #""c!""#),
      (#""withdrawn""#, #""gone""#), ("1764115200", #""now""#), ("Testun", #"\ud83d"#),
      ("Testun", #"\q"#), ("Testun", "a\u{1}b"), (#""OGL""#, "OGL"), (#""OGL""#, #""OGL",,"#),
    ] {
      let spoilt = text.replacing(old, with: new)
      #expect(spoilt != text, "\(old)")
      #expect(throws: (any Error).self) { try StoredResource.read(Array(spoilt.utf8)) }
    }
    #expect(throws: (any Error).self) { try StoredResource.read(bytes + [0x7D]) }
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: (any Error).self) { try StoredResource.read(Array((#"{"a":"# + deep).utf8)) }
  }
}
