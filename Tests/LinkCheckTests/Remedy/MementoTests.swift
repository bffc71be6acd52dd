import HTTPTransport
import LinkCheck
import Testing

@Suite struct MementoTests {
  private static var policy: CheckPolicy {
    var policy = CheckPolicy()
    policy.delaySeconds = 0
    return policy
  }

  private let gate = "http://archive.test/web/"

  @Test func `the copy that the time gate leads to is found`() async throws {
    let web = FakeWeb()
    web.on(
      "http://archive.test/web/http://a.test/x?y=1",
      .redirect(302, "/web/20200101/http://a.test/x?y=1"))
    web.on(
      "http://archive.test/web/20200101/http://a.test/x?y=1",
      .status(200, ("Memento-Datetime", "Wed, 01 Jan 2020 00:00:00 GMT")))
    let memento = try #require(Memento(timeGate: gate, client: web, policy: Self.policy))
    #expect(
      await memento.copy(of: "http://a.test/x?y=1", near: 1_577_836_800)
        == "http://archive.test/web/20200101/http://a.test/x?y=1")
    #expect(
      web.requests.first?.headers.contains(
        HTTPHeader("Accept-Datetime", "Wed, 01 Jan 2020 00:00:00 GMT")) == true)
  }

  @Test func `what does not say of when it is is no copy`() async throws {
    let web = FakeWeb()
    web.on("http://archive.test/web/http://a.test/x", .status(200))
    let memento = try #require(Memento(timeGate: gate, client: web, policy: Self.policy))
    #expect(await memento.copy(of: "http://a.test/x", near: 0) == nil)
    #expect(await memento.copy(of: "http://a.test/none", near: 0) == nil)
  }
}
