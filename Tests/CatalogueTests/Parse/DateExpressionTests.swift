import Catalogue
import Testing

@Suite struct DateExpressionTests {
  @Test func `a year is all its days`() {
    #expect(DateExpression.range("2020") == 20_200_101...20_201_231)
  }

  @Test func `a range may be open at one end, not at both`() {
    #expect(DateExpression.range("2019..2021") == 20_190_101...20_211_231)
    #expect(DateExpression.range("2020-09..")?.lowerBound == 20_200_901)
    #expect(DateExpression.range("..2021-02")?.upperBound == 20_210_228)
    #expect(DateExpression.range("..") == nil)
  }

  @Test(arguments: ["", "20", "2020-13", "2021-02-29", "2021..2020", "next year", "2020-"])
  func `what is no date is refused`(text: String) {
    #expect(DateExpression.range(text) == nil)
  }
}
