import Catalogue
import Records
import Terminal

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
    writeAlso(answer.also)
    console.paragraph(StyledText(summary(answer), .heading))
    if answer.isRelaxed { console.paragraph(StyledText(wording.relaxed)) }
    if let suggestion = answer.suggestion { write(suggestion: suggestion, command(suggestion)) }
    for group in Self.groups(answer.hits, by: \.resource.work) { write(group) }
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
      remarks.append(wording.switchOff(ShellWord.quoted(filter.name)))
      console.paragraph(
        StyledText(labels.understood(filter))
          + StyledText(" (" + remarks.joined(separator: "; ") + ")", .quiet),
        indent: 2, hanging: 4)
    }
    console.line()
  }

  /// Writes what was searched for in the other language too, and how each term is switched off.
  private func writeAlso(_ also: [AlsoSearched]) {
    var terms: [(name: String, phrases: [String])] = []
    for entry in also {
      if let place = terms.firstIndex(where: { $0.name == entry.name }) {
        terms[place].phrases.append(entry.phrase)
      } else {
        terms.append((entry.name, [entry.phrase]))
      }
    }
    for (name, phrases) in terms {
      console.paragraph(
        StyledText(wording.alsoSearchedFor(phrases.joined(separator: ", ")))
          + StyledText(" (" + wording.switchOff(ShellWord.quoted(name)) + ")", .quiet), hanging: 2)
    }
    if !terms.isEmpty { console.line() }
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
      remarks += answer.without.map {
        StyledText(wording.without(ShellWord.quoted($0.filter), total: $0.total))
      }
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

  /// Writes the versions of one work that were found, under one heading if several.
  private func write(_ group: [Hit]) {
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

  /// The hits by work, each work once, where the best of its versions stands.
  static func groups<Found>(_ hits: [Found], by work: (Found) -> ResourceID) -> [[Found]] {
    var places: [ResourceID: Int] = [:]
    var groups: [[Found]] = []
    for hit in hits {
      if let place = places[work(hit)] {
        groups[place].append(hit)
      } else {
        places[work(hit)] = groups.count
        groups.append([hit])
      }
    }
    return groups
  }
}
