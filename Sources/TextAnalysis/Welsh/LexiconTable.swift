/// Word forms and their lemmas, as a minimal automaton.
///
///     table   = magic version edgeCount formCount codeBits ruleCount textLength
///               edges skips rules codes text                      all numbers little-endian
///     magic   = "CANFODLX"   version = 1:u32   the other five: u32
///     edges   = edgeCount × (label:8 isFinal:1 isLast:1 target:22):u32, from the lowest bit on; a
///               state is the edges from its first to the one that is last; the first state is first
///     skips   = edgeCount × u32: how many forms the edges before it in its state lead to
///     rules   = ruleCount × (cut:u8 endCut:u8 put:u8 endPut:u8 text:u24 flags:u8), commonest first
///     codes   = formCount × codeBits, the number of the form's rule, and 4 bytes of zero
///     text    = the letters that rules put before and behind
///
/// Forms are lower case in NFC without hyphens and apostrophes, as ``WelshLemmatizer`` looks them up.
/// A form's number is its place in byte order, the sum of the skips on its way and of the forms that
/// end on it (Lucchesi & Kowaltowski, "Applications of finite automata representing large
/// vocabularies", 1993); built by `tools/make-welsh-lexicon` after Daciuk et al., "Incremental
/// construction of minimal acyclic finite-state automata", 2000. Example: *blant* has rule (cut 1,
/// endCut 3, put "p", endPut "entyn", flags soft): p + l + entyn.
struct LexiconTable: Sendable {
  /// What the table says of one form.
  struct Entry: Sendable {
    /// The lemma.
    var lemma: [UInt8]
    /// The mutation in which the form shows the lemma's word, nil where it is none.
    var mutation: Mutation?
    /// Whether the form itself is a noun's, a verb's or an adjective's lemma.
    var isNoun: Bool
    var isVerb: Bool
    var isAdjective: Bool
  }

  /// A place in the automaton: the state reached, and the number of forms before it.
  struct Place {
    /// The state's first edge; nil where no longer form goes on.
    fileprivate var state: Int?
    /// How many forms come before, in byte order.
    fileprivate(set) var number: Int
    /// Whether a form ends here.
    fileprivate(set) var isForm: Bool
  }

  private let bytes: TableBytes
  private let edgeCount: Int
  private let formCount: Int
  private let codeBits: Int
  private let skips: Int
  private let rules: Int
  private let ruleCount: Int
  private let codes: Int
  private let text: Int
  /// By first byte: the edge of it, so that the widest state is not searched for every word; -1 is
  /// none.
  private let firstEdges: [Int32]

  private static let headerLength = 32
  private static let ruleLength = 8

  /// Opens a table: reads its header and checks that its parts fill it.
  ///
  /// - Precondition: `bytes` are a table; they are part of the executable, so that anything else is a
  ///   mistake of the build.
  init(_ bytes: TableBytes) {
    func number(_ index: Int) -> Int { Int(bytes.uint32(8 + 4 * index)) }
    precondition(
      (0..<8).allSatisfy { bytes.uint8($0) == Array("CANFODLX".utf8)[$0] } && number(0) == 1)
    self.bytes = bytes
    edgeCount = number(1)
    formCount = number(2)
    codeBits = number(3)
    ruleCount = number(4)
    skips = Self.headerLength + 4 * edgeCount
    rules = skips + 4 * edgeCount
    codes = rules + Self.ruleLength * ruleCount
    text = codes + (formCount * codeBits + 7) / 8 + 4
    precondition(codeBits <= 24 && text + number(5) == bytes.count)
    var firstEdges = [Int32](repeating: -1, count: 256)
    for index in 0..<edgeCount {
      let edge = bytes.uint32(Self.headerLength + 4 * index)
      firstEdges[Int(edge & 0xFF)] = Int32(index)
      if edge & 0x200 != 0 { break }
    }
    self.firstEdges = firstEdges
  }

  /// The number of forms.
  var count: Int { formCount }

  /// Before the first letter.
  var start: Place { Place(state: 0, number: 0, isForm: false) }

  /// Goes on from `place` by one byte; nil where no form does.
  @inline(__always)
  func next(_ place: Place, _ byte: UInt8) -> Place? {
    guard var index = place.state else { return nil }
    if index == 0 {
      guard case let first = firstEdges[Int(byte)], first >= 0 else { return nil }
      index = Int(first)
    }
    while true {
      let edge = bytes.uint32(Self.headerLength + 4 * index)
      if UInt8(truncatingIfNeeded: edge) == byte {
        let target = Int(edge >> 10)
        let skip = Int(bytes.uint32(skips + 4 * index))
        return Place(
          state: target == 0 ? nil : target, number: place.number + (place.isForm ? 1 : 0) + skip,
          isForm: edge & 0x100 != 0)
      }
      guard edge & 0x200 == 0 else { return nil }
      index += 1
    }
  }

  /// The place of a whole word; nil where it is no form and begins none.
  @inline(__always)
  func place(of word: some Sequence<UInt8>) -> Place? {
    var place = start
    for byte in word {
      guard let next = next(place, byte) else { return nil }
      place = next
    }
    return place
  }

  /// What is said of `word`, or nil.
  func entry(_ word: [UInt8]) -> Entry? {
    guard let place = place(of: word) else { return nil }
    return entry(place, of: word)
  }

  /// What is said of the form that ends at `place`, which is `word`'s; nil where none ends there.
  func entry(_ place: Place, of word: [UInt8]) -> Entry? {
    guard place.isForm, place.number < formCount else { return nil }
    let bit = place.number * codeBits
    let code =
      Int(bytes.uint32(codes + bit >> 3) >> UInt32(bit & 7)) & (1 << codeBits - 1)
    precondition(code < ruleCount)
    let rule = rules + Self.ruleLength * code
    let cut = Int(bytes.uint8(rule))
    let endCut = Int(bytes.uint8(rule + 1))
    let put = Int(bytes.uint8(rule + 2))
    let endPut = Int(bytes.uint8(rule + 3))
    let letters = text + Int(bytes.uint32(rule + 4) & 0xFF_FFFF)
    let flags = bytes.uint8(rule + 7)
    precondition(cut + endCut <= word.count)
    var lemma: [UInt8] = []
    lemma.reserveCapacity(put + word.count + endPut)
    for index in 0..<put { lemma.append(bytes.uint8(letters + index)) }
    lemma += word[cut..<word.count - endCut]
    for index in put..<put + endPut { lemma.append(bytes.uint8(letters + index)) }
    return Entry(
      lemma: lemma, mutation: Self.mutation(flags), isNoun: flags & 0x08 != 0,
      isVerb: flags & 0x10 != 0, isAdjective: flags & 0x20 != 0)
  }

  private static func mutation(_ flags: UInt8) -> Mutation? {
    switch flags & 0x07 {
    case 1: .soft
    case 2: .nasal
    case 3: .aspirate
    case 4: .prothetic
    default: nil
    }
  }
}
