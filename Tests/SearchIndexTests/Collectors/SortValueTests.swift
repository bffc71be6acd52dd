import Testing

@testable import SearchIndex

@Suite struct SortValueTests {
  @Test func `what is missing comes last whichever way the key goes`() {
    for descending in [false, true] {
      #expect(SortValue.missing.compare(.number(.max), isDescending: descending) > 0)
      #expect(SortValue.tag("").compare(.missing, isDescending: descending) < 0)
      #expect(SortValue.missing.compare(.missing, isDescending: descending) == 0)
    }
  }

  @Test func `tags order by their bytes, not as Unicode has it`() {
    // "é" in one scalar and in two are equal as Strings and different values of a tag.
    let one = SortValue.tag("\u{E9}")
    let two = SortValue.tag("e\u{301}")
    #expect(two.compare(one, isDescending: false) < 0)
    #expect(two.compare(one, isDescending: true) > 0)
    #expect(SortValue.number(.min).compare(.number(.max), isDescending: false) < 0)
  }
}
