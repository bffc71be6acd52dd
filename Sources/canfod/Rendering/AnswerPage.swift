import Catalogue
import Records

/// An answer as people read it on a terminal: what was understood, how many were found, the
/// resources, and what else there is to know.
struct AnswerPage {
  private let console: Console
  private let wording: Wording
  private let labels: ValueLabels

  /// Writes answers of `catalogue` to `console`.
  init(_ catalogue: Catalogue, on console: Console) {
    self.console = console
    wording = console.wording
    labels = ValueLabels(catalogue, console.wording)
  }

  /// Writes the whole page; `command` is what to type to ask with other words.
  func write(_ answer: Answer, _ command: (_ text: String) -> String) {
    writeUnderstood(answer.understood)
    console.paragraph(StyledText(summary(answer), .heading))
    if answer.isRelaxed { console.paragraph(StyledText(wording.relaxed)) }
    if let suggestion = answer.suggestion { write(suggestion: suggestion, command(suggestion)) }
    for group in Self.groups(answer.hits) { write(group) }
    writeRemarks(answer)
    writeExplanation(answer)
  }

  /// Writes what was read out of the question, and how each thing is switched off.
  func writeUnderstood(_ filters: [UnderstoodFilter]) {
    guard !filters.isEmpty else { return }
    console.paragraph(StyledText(wording.understood + ":", .heading))
    for filter in filters {
      var remarks: [String] = []
      if filter.isImplied {
        remarks.append(wording.implied)
      } else {
        remarks.append(wording.understoodFrom(filter.phrase))
      }
      if filter.use == .order { remarks.append(wording.onlyOrders) }
      remarks.append(wording.switchOff(Self.shellWord(filter.name)))
      console.paragraph(
        StyledText(labels.understood(filter))
          + StyledText(" (" + remarks.joined(separator: "; ") + ")", .quiet),
        indent: 2, hanging: 4)
    }
    console.line()
  }

  /// Writes the question put right, and what to type to ask it.
  func write(suggestion: String, _ command: String) {
    console.paragraph(StyledText(wording.didYouAsk(suggestion)))
    console.command(command, indent: 2)
  }

  /// Writes what there is to know beside the resources.
  private func writeRemarks(_ answer: Answer) {
    var remarks: [StyledText] = []
    if let count = answer.leftOutNoAge, count > 0 {
      remarks.append(StyledText(wording.leftOutNoAge(count)))
    }
    if answer.total == 0 {
      remarks += answer.without.map { StyledText(wording.without($0.filter, total: $0.total)) }
      if answer.without.isEmpty, answer.suggestion == nil {
        remarks.append(StyledText(wording.tryOther))
      }
    }
    remarks += answer.warnings.map { StyledText(wording.warning($0), .warning) }
    guard !remarks.isEmpty else { return }
    if !answer.hits.isEmpty { console.line() }
    for remark in remarks { console.paragraph(remark) }
  }

  private func writeExplanation(_ answer: Answer) {
    if !answer.plan.isEmpty {
      console.line()
      console.paragraph(StyledText(wording.howPlanned + ":", .heading))
      console.lines(answer.plan.map { "  " + PlainText.clean($0) })
    }
    for hit in answer.hits where !hit.explanation.isEmpty {
      console.line()
      console.paragraph(StyledText(wording.howScored(hit.resource.id.slug) + ":", .heading))
      console.lines(hit.explanation.map { "  " + PlainText.clean($0) })
    }
  }

  private func summary(_ answer: Answer) -> String {
    let found = wording.found(
      total: answer.total, first: answer.offset + 1, last: answer.offset + answer.hits.count)
    return answer.groups.map { found + " " + wording.works($0) } ?? found
  }

  /// Writes the versions of one work that stand next to each other, under one heading if several.
  private func write(_ group: ArraySlice<Hit>) {
    guard let first = group.first else { return }
    console.line()
    let page = ResourcePage(console, labels)
    let shown = group.map(\.resource.id)
    guard group.count > 1 else {
      page.write(first, sisters: first.sisters)
      return
    }
    let headings = page.titles(of: first.resource)
    console.paragraph(
      StyledText(headings.first ?? "", .heading)
        + StyledText(" (" + wording.versions(group.count) + ")"))
    for heading in headings.dropFirst() { console.paragraph(StyledText(heading)) }
    for hit in group {
      page.write(
        hit, sisters: hit.sisters.filter { !shown.contains($0.id) }, under: headings)
    }
  }

  /// Hits that stand next to each other and are versions of one work, together.
  static func groups(_ hits: [Hit]) -> [ArraySlice<Hit>] {
    var groups: [ArraySlice<Hit>] = []
    for (place, hit) in hits.enumerated() {
      if let last = groups.last?.last, last.resource.work == hit.resource.work {
        groups[groups.count - 1] = hits[groups[groups.count - 1].startIndex...place]
      } else {
        groups.append(hits[place...place])
      }
    }
    return groups
  }

  /// `text` as one word of a shell command.
  static func shellWord(_ text: String) -> String {
    text.contains(" ") ? "\"\(text)\"" : text
  }
}
