import Ingest
import Records
import Testing

struct PlanFileTests {
  @Test func `an action is read`() throws {
    let (actions, faults) = PlanFile.actions(
      Array(
        """
        actions:
          - id: A1
            period: 1
            reportingDate: "2020-01-31"
            summary: {en: campaign, cy: ymgyrch}
            statusStated: Complete
            statusColour: green
            statusBasis: stated
            partners: [Stop it Now]
            dates: ["issued 2020-03"]
            resources: 2
            note: "after the date"
        """.utf8), file: "plan/actions.yaml")
    #expect(faults.isEmpty)
    #expect(
      actions == [
        PlanAction(
          id: "A1", period: 1, reportingDate: try #require(PartialDate("2020-01-31")),
          summary: BilingualText(en: "campaign", cy: "ymgyrch"), statusStated: "Complete",
          statusColour: "green", statusBasis: "stated", partners: ["Stop it Now"],
          dates: ["issued 2020-03"], resources: 2, note: "after the date")
      ])
  }

  @Test func `what is wrong with an action is told with its line`() {
    let (actions, faults) = PlanFile.actions(
      Array(
        """
        actions:
          - id: A40
            period: one
            reportingDate: soon
            statusColour: grene
          - period: 1
          - id: A1
            period: 1
            reportingDate: "2020"
          - id: A1
            period: 2
            reportingDate: "2020"
            resource: 1
        """.utf8), file: "plan/actions.yaml")
    #expect(actions.map(\.period) == [1])
    #expect(
      faults.map { "\($0.line ?? 0) \($0.field ?? "")" } == [
        "2 actions.id", "3 actions.period", "4 actions.reportingDate", "5 actions.statusColour",
        "6 actions.id", "6 actions.reportingDate", "13 actions.resource", "10 actions.A1",
      ])
  }

  @Test func `inconsistencies and helplines are read`() {
    let (list, faults) = PlanFile.inconsistencies(
      Array(
        "inconsistencies:\n  - {about: header, finding: f, consequence: c}\n  - {about: x}\n".utf8),
      file: "plan/inconsistencies.yaml")
    #expect(list == [Inconsistency(about: "header", finding: "f", consequence: "c")])
    #expect(faults.map(\.field) == ["inconsistencies.finding"])
    let (lines, lineFaults) = PlanFile.helplines(
      Array(
        """
        helplines:
          - name: {en: Childline, cy: Childline}
            number: "0800 1111"
            for: {en: anyone under 19, cy: unrhyw un dan 19}
            sources: [a]
          - name: {en: None}
        """.utf8), file: "plan/helplines.yaml")
    #expect(
      lines == [
        Helpline(
          name: BilingualText(en: "Childline", cy: "Childline"), number: "0800 1111",
          audience: BilingualText(en: "anyone under 19", cy: "unrhyw un dan 19"), sources: ["a"])
      ])
    #expect(lineFaults.map(\.field) == ["helplines.number"])
  }

  @Test func `a file of something else is told`() {
    let (_, faults) = PlanFile.actions(Array("action: []".utf8), file: "plan/actions.yaml")
    #expect(faults.map(\.problem) == [.unknownField(nearest: "actions"), .missingField])
  }
}
