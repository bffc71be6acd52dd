public import Records

/// THE TABLE of what a link check found, in words, and of what to do about it.
extension Wording {
  /// A fact on which a verdict rests, as a sentence.
  public func evidence(_ evidence: LinkEvidence) -> String {
    switch evidence {
    case .status(let code):
      let name = statusName(code).map { " (\($0))" } ?? ""
      return say("The server answered \(code)\(name).", "Atebodd y gweinydd \(code)\(name).")
    case .headLied(let status):
      return say(
        "The server answered HEAD with \(status), and GET otherwise.",
        "Atebodd y gweinydd HEAD gyda \(status), a GET yn wahanol.")
    case .retried(let count):
      return say(
        count == 1 ? "It was asked once more." : "It was asked \(count) times more.",
        count == 1 ? "Gofynnwyd unwaith eto." : "Gofynnwyd \(count) o weithiau eto.")
    case .redirect(let target, isPermanent: true):
      return say("It has moved for good to \(target).", "Mae wedi symud yn barhaol i \(target).")
    case .redirect(let target, isPermanent: false):
      return say("It leads for now to \(target).", "Mae'n arwain am y tro at \(target).")
    case .redirectLoop:
      return say("It leads back to itself.", "Mae'n arwain yn ôl ato'i hun.")
    case .tooManyRedirects(let count):
      return say(
        "It leads on and on: \(count) times, and no end.",
        "Mae'n arwain ymlaen o hyd: \(count) o weithiau, heb ddiwedd.")
    case .badRedirect(let target):
      return say(
        "It leads to \(target), which is no web address.",
        "Mae'n arwain at \(target), nad yw'n gyfeiriad gwe.")
    case .nameNotFound(let host):
      return say("There is no server called \(host).", "Nid oes gweinydd o'r enw \(host).")
    case .nameServiceFailed(let host):
      return say(
        "The name service did not answer for \(host).",
        "Ni atebodd y gwasanaeth enwau ynghylch \(host).")
    case .connectionRefused:
      return say("The server refused the connection.", "Gwrthododd y gweinydd y cysylltiad.")
    case .networkUnreachable:
      return say("There is no way to the server.", "Nid oes ffordd at y gweinydd.")
    case .connectionLost:
      return say(
        "The connection ended before the answer did.", "Daeth y cysylltiad i ben cyn yr ateb.")
    case .timedOut(let stage):
      return say("It took too long: ", "Cymerodd ormod o amser: ") + stageName(stage) + "."
    case .malformed:
      return say(
        "The answer was not HTTP as it should be, or too large.",
        "Nid oedd yr ateb yn HTTP cywir, neu roedd yn rhy fawr.")
    case .tls(let fault):
      return say("The server cannot show who it is: ", "Ni all y gweinydd ddangos pwy ydyw: ")
        + faultName(fault) + "."
    case .certificateEnds(let days):
      return say(
        days == 1 ? "Its certificate ends in 1 day." : "Its certificate ends in \(days) days.",
        "Daw ei dystysgrif i ben ymhen \(days) diwrnod.")
    case .fragmentMissing(let name):
      return say(
        "The page has no part called \(name).", "Nid oes rhan o'r enw \(name) ar y dudalen.")
    case .refusedAddress(let address):
      return say(
        "It leads to \(address), in a network that is not asked.",
        "Mae'n arwain at \(address), mewn rhwydwaith na ofynnir iddo.")
    case .refusedPort(let port):
      return say("Port \(port) is not asked.", "Ni ofynnir i borth \(port).")
    case .badAddress(let address):
      return say(
        "This is no address to ask for: \(address).",
        "Nid yw hwn yn gyfeiriad y gellir gofyn amdano: \(address).")
    case .notSent(let words):
      return say(
        "This program could not ask: \(words).", "Ni allai'r rhaglen hon ofyn: \(words).")
    case .robots:
      return say(
        "The site's robots.txt does not want it asked for.",
        "Nid yw robots.txt y safle am i neb ofyn amdano.")
    case .notFoundWords(let words):
      return say(
        "The page says \"\(words)\".", "Mae'r dudalen yn dweud \"\(words)\".")
    case .likeMadeUpAddress(let address):
      return say(
        "A made-up address beside it gets the same page: \(address).",
        "Mae cyfeiriad gwneud wrth ei ymyl yn cael yr un dudalen: \(address).")
    case .redirectToFrontPage:
      return say(
        "It leads to the site's front page.", "Mae'n arwain at dudalen flaen y safle.")
    case .sharedTarget(let count):
      return say(
        "\(count) addresses of the catalogue lead to the same page.",
        "Mae \(count) o gyfeiriadau'r catalog yn arwain at yr un dudalen.")
    case .parkingHost(let host):
      return say(
        "It leads to \(host), which sells or parks names.",
        "Mae'n arwain at \(host), sy'n gwerthu neu'n parcio enwau.")
    case .saleWords(let words):
      return say(
        "The page offers the name for sale: \"\(words)\".",
        "Mae'r dudalen yn cynnig yr enw ar werth: \"\(words)\".")
    case .siteChanged(let old, let new):
      return say(
        "It leads from \(old) to another site, \(new).",
        "Mae'n arwain o \(old) i safle arall, \(new).")
    case .titleWordsFound(let percent):
      return say(
        "Of the title's words \(percent)% are on the page.",
        "Mae \(percent)% o eiriau'r teitl ar y dudalen.")
    case .textChanged(let bits):
      return say(
        "The page's text has changed (\(bits) of 64 bits of its fingerprint).",
        "Mae testun y dudalen wedi newid (\(bits) o 64 did o'i olion bysedd).")
    case .titleChanged(let old, let new):
      return say(
        "The page's title was \"\(old)\" and is \"\(new)\".",
        "Teitl y dudalen oedd \"\(old)\"; \"\(new)\" ydyw bellach.")
    case .language(let expected, let found):
      return say(
        "The page is in language \(found); the record says \(expected).",
        "Iaith y dudalen yw \(found); \(expected) sydd yn y cofnod.")
    case .mediaType(let expected, let found):
      return say(
        "It is \(found) and was \(expected).", "\(found) ydyw; \(expected) ydoedd.")
    case .signIn(let target):
      return say(
        "It leads to a page for signing in: \(target).",
        "Mae'n arwain at dudalen fewngofnodi: \(target).")
    case .tradeWords(let words):
      return say(
        "The page is full of words of other trades: \(words).",
        "Mae'r dudalen yn llawn geiriau masnach arall: \(words).")
    case .robotCheck(let words):
      return say(
        "It asks whether a person is there: \"\(words)\".",
        "Mae'n gofyn a oes person yno: \"\(words)\".")
    case .retryAfter(let seconds):
      return say(
        "The server asks to be left alone for \(seconds) seconds.",
        "Mae'r gweinydd yn gofyn am lonydd am \(seconds) eiliad.")
    case .hostFailed(let host):
      return say(
        "\(host) had failed several times, so it was not asked again in this run.",
        "Roedd \(host) wedi methu sawl gwaith, felly ni ofynnwyd iddo eto yn y rhediad hwn.")
    case .overruled(let reason):
      return say("A person says so: \(reason)", "Person sy'n dweud hynny: \(reason)")
    case .noNetwork:
      return say(
        "Nobody at all answered this time, so this says nothing.",
        "Nid atebodd neb o gwbl y tro hwn, felly nid yw hyn yn dweud dim.")
    case .failures(let count, let since):
      let day = TimeStamp.day(since)
      return say(
        count == 1
          ? "It failed on \(day)." : "It has failed \(count) times in a row since \(day).",
        count == 1
          ? "Methodd ar \(day)." : "Mae wedi methu \(count) o weithiau yn olynol ers \(day).")
    }
  }

  /// What a status code means.
  private func statusName(_ code: Int) -> String? {
    switch code {
    case 200..<300: say("there", "yno")
    case 300..<400: say("elsewhere", "mewn man arall")
    case 400: say("bad request", "cais gwallus")
    case 401: say("sign-in needed", "rhaid mewngofnodi")
    case 403: say("forbidden", "gwaharddwyd")
    case 404: say("not found", "heb ei ganfod")
    case 405: say("not in this way", "nid yn y modd hwn")
    case 410: say("gone", "wedi mynd")
    case 429: say("too many requests", "gormod o geisiadau")
    case 451: say("not for legal reasons", "nid am resymau cyfreithiol")
    case 500: say("server error", "gwall gweinydd")
    case 502, 504:
      say("the server behind it does not answer", "nid yw'r gweinydd y tu ôl iddo yn ateb")
    case 503: say("not available now", "ddim ar gael nawr")
    case 999: say("turned away", "gwrthodwyd")
    default: nil
    }
  }

  /// How far a request had come when its time was up.
  private func stageName(_ stage: String) -> String {
    switch stage {
    case "connecting": say("no connection", "dim cysylltiad")
    case "waiting": say("no answer", "dim ateb")
    case "receiving": say("the answer did not end", "ni ddaeth yr ateb i ben")
    default: stage
    }
  }

  /// What is wrong with a certificate or with TLS.
  private func faultName(_ fault: String) -> String {
    switch fault {
    case "expired": say("its certificate has expired", "mae ei dystysgrif wedi dod i ben")
    case "not-yet-valid":
      say("its certificate is not valid yet", "nid yw ei dystysgrif yn ddilys eto")
    case "wrong-host":
      say("its certificate is for another name", "mae ei dystysgrif ar gyfer enw arall")
    case "untrusted":
      say(
        "nobody known vouches for its certificate", "nid oes neb hysbys yn gwarantu ei dystysgrif")
    case "handshake":
      say("it does not speak TLS as others do", "nid yw'n siarad TLS fel eraill")
    default: fault
    }
  }

  /// What to do about a link in a state.
  public func remedy(_ state: LinkState) -> String {
    switch state {
    case .dead:
      say(
        "Find where the resource is now, or an archived copy, and change the record's address.",
        "Dewch o hyd i'r adnodd yn ei le newydd, neu i gopi wedi'i archifo, a newidiwch gyfeiriad y cofnod."
      )
    case .gone:
      say(
        "Ask its publisher; if it was withdrawn, say so in the record.",
        "Gofynnwch i'r cyhoeddwr; os cafodd ei dynnu'n ôl, dywedwch hynny yn y cofnod.")
    case .softNotFound:
      say(
        "Open it and see whether it is there; if not, find its new address.",
        "Agorwch ef i weld a yw yno; os nad yw, dewch o hyd i'w gyfeiriad newydd.")
    case .parked:
      say(
        "Take the address out of the record: it is somebody else's now.",
        "Tynnwch y cyfeiriad o'r cofnod: rhywun arall biau ef bellach.")
    case .drifted:
      say(
        "See whether it is still the same resource; if so: canfod check-links --accept ID.",
        "Edrychwch ai'r un adnodd ydyw o hyd; os felly: canfod check-links --accept ID.")
    case .moved:
      say(
        "Write the new address into the record: canfod check-links --fix.",
        "Ysgrifennwch y cyfeiriad newydd yn y cofnod: canfod check-links --fix.")
    case .suspected:
      say(
        "Wait: the next checks will tell.", "Arhoswch: bydd y gwiriadau nesaf yn dangos.")
    case .unreachable:
      say(
        "Try it from elsewhere, or wait for the next check.",
        "Rhowch gynnig arno o rywle arall, neu arhoswch am y gwiriad nesaf.")
    case .insecure:
      say(
        "Tell the publisher that the server's certificate is not valid.",
        "Rhowch wybod i'r cyhoeddwr nad yw tystysgrif y gweinydd yn ddilys.")
    case .blocked:
      say(
        "Open it in a browser; if it is there: canfod check-links --host-state HOST=alive --reason TEXT.",
        "Agorwch ef mewn porwr; os yw yno: canfod check-links --host-state HOST=alive --reason TEXT."
      )
    case .redirected:
      say(
        "Nothing, as long as it leads to the resource.",
        "Dim, cyhyd â'i fod yn arwain at yr adnodd.")
    case .alive: say("Nothing.", "Dim.")
    case .unknown: say("Check it: canfod check-links.", "Gwiriwch ef: canfod check-links.")
    }
  }
}
