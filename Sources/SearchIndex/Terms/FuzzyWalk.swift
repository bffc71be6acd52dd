/// Walks a dictionary and the automaton of a term side by side.
///
/// The states of the beginnings of the current term are kept, so an entry costs only the bytes in
/// which it differs from the one before, and nothing but a look at its lengths where it shares a
/// beginning that cannot match. Where a block ends in such a beginning, the automaton names the next
/// string that could match, and the walk goes on in its block; nor are blocks opened whose terms lack
/// the letters of a match. So most blocks are never opened.
struct FuzzyWalk {
  /// A term that matches.
  struct Found {
    let term: [UInt8]
    let edits: Int
    /// How many scalars it has.
    let length: Int
    let ordinal: Int
  }

  /// What is known of the first bytes of the current term.
  private struct Step {
    var state: LevenshteinAutomaton.State
    /// How many scalars the bytes are.
    var length: Int32
    /// The bits of a scalar of which bytes are missing.
    var partial: UInt32 = 0
    var missing: UInt8 = 0

    var isDead: Bool { state.isDead }
  }

  private let automaton: LevenshteinAutomaton
  private let dictionary: TermDictionaryReader
  private let deadline: Deadline
  private let wanted: BlockLetters
  /// By number of bytes: one more than `path` has of the current term that live.
  private var steps: [Step]
  private var path: [UInt8]
  /// How many bytes of the current term live.
  private var depth = 0
  /// Whether the byte after them does not.
  private var isCut = false
  private var target: [UInt8] = []
  /// The terms found so far, with what is known of each.
  private(set) var found: [(found: Found, info: TermInfo)] = []

  /// Prepares to walk `dictionary`.
  init(
    _ automaton: LevenshteinAutomaton, _ dictionary: TermDictionaryReader, deadline: Deadline
  ) {
    self.automaton = automaton
    self.dictionary = dictionary
    self.deadline = deadline
    wanted = BlockLetters(wanted: automaton.query)
    // A live string has at most `lengthMax` scalars of at most 4 bytes, and then a dead byte.
    let bytesMax = 4 * automaton.lengthMax + 5
    steps = [Step](repeating: Step(state: automaton.start, length: 0), count: bytesMax + 1)
    path = [UInt8](repeating: 0, count: bytesMax)
  }

  /// Finds all terms that match, in byte order.
  mutating func run() throws(IndexError) {
    guard dictionary.termCount > 0 else { return }
    var number = try dictionary.block(for: automaton.requiredPrefix)
    var blocks = 0
    while number < dictionary.blockCount {
      if number > 0,
        !dictionary.letters(ofBlock: number).lackAtMost(automaton.distance, of: wanted)
      {
        number += 1
        continue
      }
      blocks += 1
      if blocks.isMultiple(of: 64) { try deadline.check() }
      try walk(block: number)
      number += 1
      guard isCut else { continue }
      guard findTarget() else { return }
      if number < dictionary.blockCount {
        number = max(number, try dictionary.block(for: target, from: number))
      }
    }
  }

  private mutating func walk(block number: Int) throws(IndexError) {
    var block = try dictionary.open(block: number)
    let first = found.count
    depth = 0
    isCut = false
    while true {
      if isCut { block.skip(sharingMoreThan: depth) }
      guard block.hasNext else { break }
      try block.next()
      if block.shared > depth {
        // Shares a beginning that is dead.
        guard isCut else { throw block.corrupt("a term that shares what there is") }
        continue
      }
      depth = block.shared
      isCut = false
      try read(block)
      guard !isCut else { continue }
      let step = steps[depth]
      if step.missing == 0, let edits = automaton.edits(step.state, length: Int(step.length)) {
        let term = Found(
          term: Array(path[..<depth]), edits: edits, length: Int(step.length),
          ordinal: block.nextOrdinal - 1)
        found.append((term, TermInfo(documentFrequency: 0, totalTermFrequency: 0)))
      }
    }
    guard found.count > first else { return }
    var infos = try dictionary.infos(of: block, from: found[first].found.ordinal)
    for index in first..<found.count {
      try infos.skip(to: found[index].found.ordinal)
      found[index].info = try infos.next()
    }
  }

  /// Reads the entry's own bytes as far as they live.
  @inline(__always)
  private mutating func read(_ block: TermBlock) throws(IndexError) {
    var step = steps[depth]
    var offset = block.suffixStart
    while offset < block.suffixEnd {
      let byte = block.bytes[offset]
      path[depth] = byte
      if byte < 0x80, step.missing == 0 {
        step.state = automaton.step(step.state, after: Int(step.length), UInt32(byte))
        step.length += 1
      } else {
        step = after(step, byte)
      }
      if step.isDead {
        isCut = true
        return
      }
      depth += 1
      steps[depth] = step
      offset += 1
    }
  }

  /// The step after a byte of a scalar above U+007F; dead where no scalar with that lead byte could
  /// follow, and where bytes are no UTF-8.
  private func after(_ step: Step, _ byte: UInt8) -> Step {
    var next = step
    if step.missing == 0 {
      guard let scalars = UTF8Scalars.scalars(lead: byte),
        let lowest = automaton.scalar(
          from: scalars.lowerBound, after: Int(step.length), step.state),
        lowest <= scalars.upperBound
      else {
        next.state = LevenshteinAutomaton.State()
        return next
      }
      next.missing = UInt8(UTF8Scalars.length(lead: byte) - 1)
      next.partial = UInt32(byte) & (0x3F >> UInt32(next.missing))
      return next
    }
    guard byte & 0xC0 == 0x80 else {
      next.state = LevenshteinAutomaton.State()
      return next
    }
    next.partial = step.partial << 6 | UInt32(byte & 0x3F)
    next.missing = step.missing - 1
    if next.missing == 0 {
      next.state = automaton.step(step.state, after: Int(step.length), next.partial)
      next.length += 1
    }
    return next
  }

  /// Puts into `target` the smallest string that is above all that start with the dead beginning,
  /// and could be a match or the beginning of one; false where there is none.
  private mutating func findTarget() -> Bool {
    var end = depth
    while steps[end].missing > 0 { end -= 1 }
    // The dead beginning ends in the scalar that starts at `end`, or in a lead byte none of whose
    // scalars could follow, or in bytes that are no UTF-8 and are passed over by themselves.
    let killer =
      end == depth && path[depth] >= 0x80
      ? UTF8Scalars.scalars(lead: path[depth])?.upperBound : UTF8Scalars.scalar(path[end...depth])
    guard let killer else {
      target.removeAll(keepingCapacity: true)
      target.append(contentsOf: path[..<depth])
      // There is no byte above the last; the walk goes on behind it.
      target.append(path[depth] == 0xFF ? 0xFF : path[depth] + 1)
      return true
    }
    var scalar = killer
    while true {
      let step = steps[end]
      if let next = automaton.scalar(from: scalar + 1, after: Int(step.length), step.state) {
        target.removeAll(keepingCapacity: true)
        target.append(contentsOf: path[..<end])
        extendTarget(step, next)
        return true
      }
      guard end > 0 else { return false }
      let before = end
      end -= 1
      while steps[end].missing > 0 { end -= 1 }
      scalar = UTF8Scalars.scalar(path[end..<before]) ?? 0x10FFFF
    }
  }

  /// Appends `scalar`, and what must follow it at least, up to the first match or as far as blocks
  /// are told apart by their keys.
  private mutating func extendTarget(_ step: Step, _ scalar: UInt32) {
    var length = Int(step.length)
    var state = step.state
    var next = scalar
    while true {
      UTF8Scalars.append(next, to: &target)
      state = automaton.step(state, after: length, next)
      length += 1
      guard target.count < TermDictionaryFormat.keyLength, length < automaton.lengthMax else {
        return
      }
      if let place = automaton.onlyPlace(state, after: length) {
        // Mostly all edits are used up by now, and the rest of the term must follow.
        automaton.appendRest(from: place, to: &target, lengthMax: TermDictionaryFormat.keyLength)
        return
      }
      guard automaton.edits(state, length: length) == nil,
        let lowest = automaton.scalar(from: 0, after: length, state), lowest > 0
      else { return }
      next = lowest
    }
  }
}
