import Catalogue
import Records
import Testing

@Suite struct LinkWordingTests {
  @Test(arguments: LinkEvidenceSamples.all)
  func `every fact is a sentence of its own in each language`(evidence: LinkEvidence) {
    let english = Wording(.english).evidence(evidence)
    let welsh = Wording(.welsh).evidence(evidence)
    #expect(english != welsh)
    for text in [english, welsh] {
      #expect(text.hasSuffix("."))
      #expect(!text.contains("  ") && text.count < 160)
    }
  }

  @Test func `a fact's code is its name in kebab case`() {
    for evidence in LinkEvidenceSamples.all {
      let name = "\(evidence)".prefix { $0 != "(" }
      let kebab = name.reduce("") { $0 + ($1.isUppercase ? "-" : "") + $1.lowercased() }
      #expect(evidence.code == kebab)
    }
    // A redirect comes in two sorts.
    #expect(Set(LinkEvidenceSamples.all.map(\.code)).count == LinkEvidenceSamples.all.count - 1)
  }

  @Test(arguments: LinkState.allCases)
  func `every state has a remedy in each language`(state: LinkState) {
    let (english, welsh) = (Wording(.english).remedy(state), Wording(.welsh).remedy(state))
    #expect(english != welsh)
    #expect(english.hasSuffix(".") && welsh.hasSuffix("."))
  }

  @Test func `facts are said plainly`() {
    #expect(
      Wording(.english).evidence(.status(404)) == "The server answered 404 (not found).")
    #expect(
      Wording(.welsh).evidence(.status(404)) == "Atebodd y gweinydd 404 (heb ei ganfod).")
    #expect(Wording(.english).evidence(.status(418)) == "The server answered 418.")
    #expect(
      Wording(.english).evidence(.failures(count: 3, since: 1_764_115_200))
        == "It has failed 3 times in a row since 2025-11-26.")
    #expect(
      Wording(.welsh).evidence(.tls(fault: "wrong-host"))
        == "Ni all y gweinydd ddangos pwy ydyw: mae ei dystysgrif ar gyfer enw arall.")
  }
}
