import Catalogue
import Foundation
import Records
import Testing

/// Resources of the shipped catalogue that are in one language only, asked for in the other.
@Suite struct CrossLanguageTableTests {
  private struct Row {
    var query: String
    var id: String
  }

  private static func rows() throws -> [Row] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("CrossLanguage.tsv")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst().map {
      let columns = $0.split(separator: "\t").map(String.init)
      return Row(query: try #require(columns.first), id: try #require(columns.last))
    }
  }

  @Test func `the table finds what it names among the first ten`() throws {
    let catalogue = try ShippedCatalogue.shared.get()
    let rows = try Self.rows()
    #expect(rows.count >= 40)
    for row in rows {
      let ids = try catalogue.search(SearchRequest(row.query)).hits.map(\.resource.id.slug)
      #expect(ids.contains(row.id), "\(row.query): \(ids)")
    }
  }

  @Test func `each names a resource in one language, most in Welsh only`() throws {
    let catalogue = try ShippedCatalogue.shared.get()
    var welsh = 0
    for row in try Self.rows() {
      let view = try #require(try catalogue.resource(row.id), "\(row.id)")
      #expect(view.resource.language.count == 1, "\(row.id)")
      if view.resource.language.first?.tag == "cy" { welsh += 1 }
    }
    #expect(welsh >= 20)
  }
}
