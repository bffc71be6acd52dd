import SocketServer
import Testing

/// What a password is and is not.
struct PasswordTests {
  @Test func `the first line counts, without blanks around it`() throws {
    let password = try #require(Password(firstLineOf: " cyfrinair hir \t\r\nother\n"))
    #expect(password.matches("cyfrinair hir"))
    for wrong in [
      "", "c", "cyfrinair", "cyfrinair hir ", "cyfrinair hix", "Cyfrinair hir", "other",
    ] {
      #expect(!password.matches(wrong))
    }
    #expect(!password.matches("cyfrinair hir" + "cyfrinair hir"))
  }

  @Test(arguments: ["", "\n", "  \nsecret"]) func `an empty line is no password`(text: String) {
    #expect(Password(firstLineOf: text) == nil)
  }

  @Test func `it does not show`() throws {
    let password = try #require(Password(firstLineOf: "cyfrinair"))
    #expect(!"\(password)".contains("cyf"))
  }
}
