import Catalogue
import Records
import SocketServer
import TestSupport
import Testing

/// CHECK: what the last link check found, over the socket.
struct CheckTests {
  let small: SmallCatalogue
  private static let ids = ["gwella-resources-cy", "gwella-resources-en"]

  init() throws {
    small = try SmallCatalogue()
    for id in Self.ids {
      try small.folder.write(
        "corpus/resources/link-\(id).md",
        """
        ---
        id: link-\(id)
        work: link-\(id)
        title:
          en: "A link"
        url: "https://www.example.org/\(id)"
        language: [en]
        ---

        """)
    }
    try LinkStatesFile(index: small.index).write([
      LinkStatus(
        url: "https://www.example.org/gwella-resources-cy", state: .moved, since: 1_764_115_200,
        checked: 1_764_201_600, code: 301,
        evidence: [.redirect(to: "https://new.example.org/", isPermanent: true)],
        replacement: "https://new.example.org/")
    ])
    try small.build()
  }

  private func ask(_ line: String) async throws -> [String] {
    try await TestServer.run(small.index) { server in
      try await server.exchange(line + "\n")
    }.split(separator: "\n").map(String.init)
  }

  @Test func `a link has its state, its times and its evidence in the language asked for`()
    async throws
  {
    let start =
      #"{"check":"link-gwella-resources-cy","url":"https://www.example.org/gwella-resources-cy","#
      + #""state":"moved","since":"2025-11-26T00:00:00Z","checked":"2025-11-27T00:00:00Z","#
      + #""code":301,"evidence":[{"code":"redirect","text":""#
    let end = #""}],"replacement":"https://new.example.org/"}"#
    let english = try await ask("CHECK link-gwella-resources-cy")
    #expect(
      english[0] == start + "It has moved for good to https://new.example.org/." + end)
    let welsh = try await ask("CHECK link-gwella-resources-cy lang=cy")
    #expect(
      welsh[0] == start + "Mae wedi symud yn barhaol i https://new.example.org/." + end)
    #expect(english[1].hasPrefix(#"{"ok":true,"total":1,"count":1,"states":{"moved":1},"#))
  }

  @Test func `links are told by state, and states by their labels`() async throws {
    let all = try await ask("CHECK")
    #expect(all.last?.contains(#""states":{"moved":1,"unknown":"#) == true)
    #expect(try await ask("CHECK state=moved|dead").count == 2)
    #expect(try await ask("CHECK state=\"Wedi symud yn barhaol\" lang=cy").count == 2)
    #expect(try await ask("CHECK state=dead").count == 1)
  }

  @Test func `what is not there is an error alone and a line among others`() async throws {
    #expect(try await ask("CHECK nobody")[0].hasPrefix(#"{"ok":false,"code":"ENOTFOUND""#))
    let lines = try await ask("CHECK nobody link-gwella-resources-en")
    #expect(lines.count == 3)
    #expect(lines[1] == #"{"missing":"nobody"}"#)
    #expect(try await ask("CHECK state=ded")[0].hasPrefix(#"{"ok":false,"code":"EFIELD""#))
    let many = (0...100).map { "a\($0)" }.joined(separator: " ")
    #expect(try await ask("CHECK " + many)[0].hasPrefix(#"{"ok":false,"code":"ELIMIT""#))
  }

  @Test func `a check that changes no state is told without a new generation`() async throws {
    let small = small
    try await TestServer.run(small.index) { server in
      let before = try await server.exchange("CHECK state=moved\n")
      #expect(before.contains("2025-11-27"))
      var link = try #require(try LinkStatesFile(index: small.index).read().first)
      link.checked = 1_764_288_000
      try LinkStatesFile(index: small.index).write([link])
      #expect(try await server.exchange("CHECK state=moved\n").contains("2025-11-28"))
    }
  }
}
