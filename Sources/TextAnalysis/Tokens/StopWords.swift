/// Words so common that a query can do without them.
///
/// Analyzers index them all, so that phrases match; the query side asks this list.
public struct StopWords: Sendable {
  /// The words as they are written, sorted.
  public let words: [String]
  private let terms: Set<[UInt8]>

  /// Makes a list from words written with spaces between.
  init(_ text: String) {
    words = text.split { $0 == " " || $0 == "\n" }.map(String.init).sorted()
    let analyzer = PlainAnalyzer()
    var terms: Set<[UInt8]> = []
    for word in words {
      let batch = analyzer.tokens(of: word)
      for token in batch.tokens { terms.insert(batch.term(token)) }
    }
    self.terms = terms
  }

  /// Whether a word, as ``PlainAnalyzer`` makes a term of it, is a stop word.
  ///
  /// Words are listed as they are written, not by their lemmas: *oes* (is there) can be missed, its
  /// plural *oesoedd* (ages) cannot.
  public func contains(_ word: [UInt8]) -> Bool { terms.contains(word) }

  /// Whether a word, as ``PlainAnalyzer`` makes a term of it, is a stop word.
  public func contains(_ word: String) -> Bool { contains(Array(word.utf8)) }

  /// English: articles, pronouns, auxiliaries, prepositions, conjunctions.
  ///
  /// No word that can be what a practitioner looks for (help, need, under, over, out).
  static let english = StopWords(
    """
    a about am an and any are aren't as at be been being but by can can't could couldn't did
    didn't do does doesn't doing don't each for from had hadn't has hasn't have haven't having he
    he'd he'll he's her here hers herself him himself his how how's i i'd i'll i'm i've if in into
    is isn't it it's its itself just me my myself of on or our ours ourselves shall she she'd
    she'll she's should shouldn't so some such than that that's the their theirs them themselves
    then there there's these they they'd they'll they're they've this those to too very was wasn't
    we we'd we'll we're we've were weren't what what's when where which while who who's whom whose
    why will with won't would wouldn't you you'd you'll you're you've your yours yourself
    yourselves
    """)

  /// Welsh: articles, particles, pronouns, forms of bod, conjugated and simple prepositions,
  /// conjunctions, with their mutations, and the clitics.
  static let welsh = StopWords(
    """
    a â ac ag ai am amdana amdanaf amdanat amdani amdano amdanoch amdanom amdanyn amdanynt ar arna
    arnaf arnat arni arno arnoch arnom arnon arnyn arnynt at ata ataf atat ati ato atoch atom atyn
    atynt beth bod bo bu buodd bydd byddai byddaf byddan byddant byddwch byddwn bûm ch chi chdi
    chwi cyn dan dy dros dw dwi dych dydi dydw dydy dyma dyna e ef efo eich ein ei eu fe fi fo fod
    fu fydd fyddai fyddan fyddant fyddwch fyddwn fy gan ganddi ganddo ganddyn ganddynt gen gennych
    gennyf gennym gyda gydag hefo hi hon honno hwn hwnnw hwy hyn hynny i iddi iddo iddyn iddynt m
    mae maen maent mai mewn mi mo n na nac nad nag nas neu nhw ni nid o oddi oedd oeddech oedden
    oeddent oeddwn oes ohoni ohono ohonoch ohonom ohonyn ohonynt ond os pa pan pe pwy r rwy rwyf
    rwyt roedd roedden roeddwn rydw rydych rydyn rydym sa sy sydd sef sut taw th ti tra trwy tuag
    u w wedi wrth wyf wyt y ydi ydw ydwyf ydy ydych ydyn ydynt ydym yn yng ym yr yw
    """)
}
