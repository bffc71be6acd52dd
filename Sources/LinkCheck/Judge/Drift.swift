internal import HTTPTransport
internal import Markup
internal import Records

/// Whether what is there now may be something else than what was catalogued.
///
/// The text's fingerprint against that of the first good look, the title beside it (a text that
/// changes under the same title is news; title and text together are another page); the language
/// that the record says; the kind of file.
enum Drift {
  /// From so many bits of 64 on the text is another; texts that share nothing differ in about 32.
  static let bitsMin = 16
  /// Titles that share less than this have changed.
  static let titleLikenessMin = 0.5
  /// Pages of fewer words are in no language that can be trusted.
  static let languageWordsMin = 40

  /// The evidence that it may be, or nil.
  static func evidence(_ scene: Scene, _ baseline: Baseline?) -> [LinkEvidence]? {
    if let evidence = mediaType(scene, baseline) { return [evidence] }
    guard let page = scene.page else { return nil }
    if let evidence = language(scene, page) { return [evidence] }
    if let evidence = misled(scene) { return evidence }
    guard let baseline, let before = baseline.fingerprint else { return nil }
    guard page.words.count >= Baseline.wordsMin else { return shrunk(scene, page, baseline) }
    let bits = page.fingerprint.distance(to: before)
    guard bits >= bitsMin else { return nil }
    var evidence: [LinkEvidence] = [.textChanged(bits: bits)]
    let renamed = renamed(page, baseline)
    if let renamed { evidence.append(renamed) }
    let isStillNamed = scene.relation?.isNamed ?? false
    let hasLost = scene.relation?.inPage.map { $0 < 50 } ?? false
    guard renamed != nil && !isStillNamed || hasLost else { return nil }
    return evidence + scene.shareEvidence
  }

  /// That the page has another title than before, or nil.
  private static func renamed(_ page: PageFacts, _ baseline: Baseline) -> LinkEvidence? {
    let (before, now) = (baseline.title ?? "", Excerpt.of(page.title ?? ""))
    return Words.likeness(Words.plain(before), Words.plain(now)) < titleLikenessMin
      ? .titleChanged(from: before, to: now) : nil
  }

  /// Whether it was led to a page of its site that has nothing to do with it.
  private static func misled(_ scene: Scene) -> [LinkEvidence]? {
    let walk = scene.observation
    guard let relation = scene.relation, relation.isUnrelated, !relation.isNamed,
      !walk.hops.isEmpty, Site.place(walk.start) != Site.place(walk.final)
    else { return nil }
    return [.redirect(to: walk.final.text, isPermanent: walk.hops.allSatisfy(\.isPermanent))]
      + scene.shareEvidence
  }

  /// Whether a page that had a text has hardly one left, under another title.
  private static func shrunk(
    _ scene: Scene, _ page: PageFacts, _ baseline: Baseline
  ) -> [LinkEvidence]? {
    // Fewer words than a shell's say nothing: a script may have come to fill the page.
    guard page.words.count >= SoftNotFound.shellWords, !(scene.relation?.isNamed ?? false) else {
      return nil
    }
    return renamed(page, baseline).map { [$0] }
  }

  private static func mediaType(_ scene: Scene, _ baseline: Baseline?) -> LinkEvidence? {
    guard let found = scene.answer.head.mediaType, Probe.isPage(found) else { return nil }
    if let expected = baseline?.mediaType {
      return Probe.isPage(expected) ? nil : .mediaType(expected: expected, found: found)
    }
    guard Probe.looksLikeFile(scene.observation.start) else { return nil }
    let name = scene.observation.start.path.split(separator: ".").last.map(String.init) ?? ""
    return .mediaType(expected: name.lowercased(), found: found)
  }

  /// Whether a page is in Welsh or English where all of its records say that it is in the other.
  private static func language(_ scene: Scene, _ page: PageFacts) -> LinkEvidence? {
    guard page.words.count >= languageWordsMin else { return nil }
    let expected = Set(scene.target.records.flatMap(\.languages).map { $0.prefix { $0 != "-" } })
    guard scene.target.records.allSatisfy({ !$0.languages.isEmpty }),
      expected == ["cy"] || expected == ["en"],
      // An English page that names its record in English, and in that alone, is in English; a Welsh
      // title may stand over an English text.
      expected != ["en"] || scene.relation?.namedIn != ["en"], let found = page.language,
      ["cy", "en"].contains(found), !expected.contains(Substring(found))
    else { return nil }
    return .language(expected: expected.joined(separator: ", "), found: found)
  }
}
