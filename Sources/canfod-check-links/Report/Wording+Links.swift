import Catalogue
import LinkCheck
import Records

/// The words of reports on links.
extension Wording {
  /// A verdict, as people call it.
  func linkState(_ state: LinkState) -> String {
    switch state {
    case .dead: say("Dead", "Marw")
    case .gone: say("Removed by its publisher", "Wedi ei dynnu gan y cyhoeddwr")
    case .softNotFound:
      say("Page says not found", "Y dudalen yn dweud na chafwyd hyd iddi")
    case .parked: say("Address parked or for sale", "Cyfeiriad wedi ei barcio neu ar werth")
    case .drifted: say("Content has changed", "Y cynnwys wedi newid")
    case .moved: say("Moved permanently", "Wedi symud yn barhaol")
    case .suspected: say("Suspected dead", "Amheuir ei fod yn farw")
    case .unreachable: say("Server unreachable", "Methu cyrraedd y gweinydd")
    case .insecure: say("Certificate not valid", "Tystysgrif annilys")
    case .blocked: say("Checker turned away", "Y gwiriwr wedi ei wrthod")
    case .redirected: say("Redirected", "Wedi ei ailgyfeirio")
    case .alive: say("Works", "Yn gweithio")
    case .unknown: say("Not checked", "Heb ei gwirio")
    }
  }

  /// The heading of a group without a publisher.
  var noPublisher: String { say("No publisher known", "Dim cyhoeddwr hysbys") }

  /// So many links.
  func links(_ count: Int) -> String {
    // After 1 and 2 the Welsh noun mutates.
    say(
      count == 1 ? "1 link" : "\(count) links",
      "\(count) \((1...2).contains(count) ? "ddolen" : "dolen")")
  }

  /// The heading of what is known of links.
  var linksHeading: String { say("Links", "Dolenni") }

  /// The heading of verdicts.
  var stateHeading: String { say("State", "Cyflwr") }

  /// The heading of how hosts fare.
  var hostsHeading: String { say("Hosts that lose links", "Gweinyddion sy'n colli dolenni") }

  /// Since when a verdict holds.
  func sinceDay(_ seconds: Int64) -> String {
    say("Since \(TimeStamp.day(seconds)).", "Ers \(TimeStamp.day(seconds)).")
  }

  /// What a link was before.
  func was(_ change: LinkChange) -> String {
    guard let state = change.before else { return say("new", "newydd") }
    let before = say(
      "was: \(linkState(state).lowercased())", "cynt: \(linkState(state).lowercased())")
    if change.isBreak { return say("newly broken; ", "newydd dorri; ") + before }
    if change.isRecovery { return say("recovered; ", "wedi ei hadfer; ") + before }
    return before
  }

  /// What all looks at a link say.
  func tally(_ looks: LookTally) -> String {
    let good = say(
      "Found good \(looks.good) of \(looks.looks) times",
      "Yn iawn \(looks.good) o \(looks.looks) tro")
    let broken = looks.firstBroken.map { time in
      say(
        "; first found broken on \(TimeStamp.day(time))",
        "; wedi torri gyntaf ar \(TimeStamp.day(time))")
    }
    return good + (broken ?? "") + "."
  }

  /// The last verdict that said something.
  func lastKnown(_ state: LinkState) -> String {
    say("Before: \(linkState(state).lowercased()).", "Cyn hynny: \(linkState(state).lowercased()).")
  }

  /// An archived copy.
  func archivedAt(_ url: String) -> String { say("Archived copy: \(url)", "Copi archif: \(url)") }

  /// How a host fares.
  func hostLife(_ host: HostLife) -> String {
    let half = host.halfLifeDays.map { days in
      let count = Int(days.rounded())
      return say("; half are lost in \(count) days", "; collir hanner mewn \(count) diwrnod")
    }
    return say(
      "\(host.host): \(host.broken) of \(links(host.links)) broken\(half ?? "")",
      "\(host.host): \(host.broken) o \(links(host.links)) wedi torri\(half ?? "")")
  }

  /// What a check came to, in one line.
  func checkSummary(_ report: CheckReport) -> String {
    let all = links(report.rows.count)
    guard let run = report.run else {
      if let since = report.since {
        let day = TimeStamp.day(since)
        return say("\(all) changed since \(day).", "\(all) wedi newid ers \(day).")
      }
      return say("\(all), as the history knows them.", "\(all), yn ôl yr hanes.")
    }
    var text = say("\(all); \(run.asked) asked now", "\(all); gofynnwyd am \(run.asked) nawr")
    if run.fresh > 0 {
      text += say(
        ", \(run.fresh) left alone since they were checked lately (--all asks again)",
        ", gadawyd \(run.fresh) am iddynt gael eu gwirio'n ddiweddar (--all i ofyn eto)")
    }
    text += "."
    if !run.heardSomebody {
      text += say(
        " Nobody answered: is there a network? Nothing was held against any link.",
        " Nid atebodd neb: a oes rhwydwaith? Ni ddaliwyd dim yn erbyn unrhyw ddolen.")
    }
    if run.isInterrupted {
      text += say(
        " Interrupted; the next run goes on from here.",
        " Torrwyd ar ei draws; bydd y rhediad nesaf yn parhau o'r fan hon.")
    }
    return text
  }

  /// How far a check is.
  func checking(_ progress: RunProgress) -> String {
    say(
      "Checking links: \(progress.done) of \(progress.total), \(progress.host)",
      "Yn gwirio dolenni: \(progress.done) o \(progress.total), \(progress.host)")
  }

  /// What is wrong with the history.
  func history(_ error: LinkCheckError) -> (message: String, hint: String) {
    switch error {
    case .history(let file, let cause):
      (
        say(
          "\(file): the link history fails: \(cause)",
          "\(file): mae hanes y dolenni'n methu: \(cause)"),
        say(
          "Is the folder there, and may it be written? --history FILE takes another file.",
          "A yw'r ffolder yno, ac a oes modd ysgrifennu ynddi? Mae --history FILE yn dewis ffeil arall."
        )
      )
    case .historyTooNew(let file):
      (
        say(
          "\(file): the link history was written by a later version of canfod",
          "\(file): ysgrifennwyd hanes y dolenni gan fersiwn diweddarach o canfod"),
        say(
          "Use that version, or another file: --history FILE.",
          "Defnyddiwch y fersiwn hwnnw, neu ffeil arall: --history FILE.")
      )
    }
  }

  /// That another check is at the history.
  func historyLocked(_ holder: String) -> (message: String, hint: String) {
    (
      say("another check is under way (\(holder))", "mae gwiriad arall ar y gweill (\(holder))"),
      say(
        "Wait for it, or use another --history FILE.",
        "Arhoswch amdano, neu defnyddiwch --history FILE arall.")
    )
  }

  /// That a file has no certificates.
  func noCertificates(_ file: String) -> String {
    say("\(file): no certificates (PEM) are in it", "\(file): nid oes tystysgrifau (PEM) ynddi")
  }

  /// That a day is over.
  var pastDate: String {
    say("--until: that day is over", "--until: mae'r diwrnod hwnnw wedi mynd heibio")
  }

  /// That the index does not know of the check yet, and why.
  var indexNotUpdated: String {
    say(
      "The link states are kept, but the index could not take them up; canfod build will.",
      "Cadwyd cyflyrau'r dolenni, ond ni allai'r mynegai eu derbyn; bydd canfod build yn gwneud.")
  }

  /// How many records got new addresses.
  func fixed(_ count: Int) -> String {
    say(
      count == 1 ? "1 address changed." : "\(count) addresses changed.",
      count == 1 ? "Newidiwyd 1 cyfeiriad." : "Newidiwyd \(count) cyfeiriad.")
  }

  /// That there is nothing that may be changed by itself.
  var nothingToFix: String {
    say(
      "No link is known to have moved for good within its site; nothing was changed.",
      "Ni wyddys bod unrhyw ddolen wedi symud yn barhaol o fewn ei safle; ni newidiwyd dim.")
  }

  /// Why records are not changed.
  func notFixed(_ reason: TreeState, _ folder: String) -> (message: String, hint: String) {
    switch reason {
    case .clean: ("", "")
    case .changed:
      (
        say(
          "\(folder) has changes that are not committed; nothing was changed",
          "Mae newidiadau heb eu hymrwymo yn \(folder); ni newidiwyd dim"),
        say(
          "Commit them or put them away first.",
          "Ymrwymwch y newidiadau, neu rhowch hwy o'r neilltu, yn gyntaf.")
      )
    case .unknown:
      (
        say(
          "\(folder) is in no git repository, so that a change could not be undone; nothing was changed",
          "Nid yw \(folder) mewn ystorfa git, felly ni ellid dadwneud newid; ni newidiwyd dim"),
        say("Put the corpus under git.", "Rhowch y corpws dan git.")
      )
    }
  }

  /// That a person's word on a host is kept.
  func hostWordKept(_ word: HostWord) -> String {
    let until =
      word.until.map { say(" until \(TimeStamp.day($0 - 1))", " hyd \(TimeStamp.day($0 - 1))") }
      ?? ""
    return say(
      "\(word.host): \(linkState(word.state).lowercased())\(until), where it does not answer well.",
      "\(word.host): \(linkState(word.state).lowercased())\(until), lle nad yw'n ateb yn dda.")
  }

  /// That what is at a link now is taken as right.
  func accepted(_ url: String) -> String {
    say("\(url): right as it is now.", "\(url): yn iawn fel y mae nawr.")
  }

  /// That nothing came from a link, so that there is nothing to accept.
  func neverChecked(_ url: String) -> String {
    say(
      "\(url): never checked; nothing to accept.",
      "\(url): ni wiriwyd y ddolen erioed; nid oes dim i'w dderbyn.")
  }
}
